import { accepts } from './accepts.ts'

/**
 * JSON that whoever asks again need not be sent again: 304 when they have this version. No browser keeps it on its disk
 * (decision 022): pages hold it themselves. `etag` must cover everything the body depends on, the actor included; `make`
 * runs only when the body is needed; bytes are JSON as gzip packs it.
 */
export async function conditionalJson(
  request: Request,
  etag: string,
  make: () => Promise<object | string | Uint8Array<ArrayBuffer>>,
): Promise<Response> {
  const headers = { etag: `"${etag}"`, 'cache-control': 'no-store' }
  if (holds(request.headers.get('if-none-match'), headers.etag)) return new Response(null, { status: 304, headers })
  const made = await make()
  const body = typeof made === 'string' || made instanceof Uint8Array ? made : JSON.stringify(made)
  const response = new Response(body, {
    headers: {
      ...headers,
      'content-type': 'application/json',
      vary: 'accept-encoding',
      ...(body instanceof Uint8Array ? { 'content-encoding': 'gzip' } : {}),
    },
  })
  bodies.set(response, body)
  return response
}

/** Whether `make` may return JSON as gzip packs it. */
export function takesGzip(request: Request): boolean {
  return accepts('gzip', request.headers.get('accept-encoding') ?? '')
}

const bodies = new WeakMap<Response, string | Uint8Array>()

/** What a response was made from, if known: reading it back through a stream costs more than making it. */
export function bodyOf(response: Response): string | Uint8Array | undefined {
  return bodies.get(response)
}

function holds(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
