/**
 * JSON that whoever asks again need not be sent again: 304 when they have this version. No browser keeps it on its disk
 * (decision 024): pages hold it themselves. `etag` must cover everything the body depends on, the actor included; `make`
 * runs only when the body is needed.
 */
export async function conditionalJson(
  request: Request,
  etag: string,
  make: () => Promise<object | string>,
): Promise<Response> {
  const headers = { etag: `"${etag}"`, 'cache-control': 'no-store' }
  if (holds(request.headers.get('if-none-match'), headers.etag)) return new Response(null, { status: 304, headers })
  const body = await make()
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const response = new Response(text, { headers: { ...headers, 'content-type': 'application/json' } })
  texts.set(response, text)
  return response
}

const texts = new WeakMap<Response, string>()

/** The text a response was made from, if known: reading it back through a stream costs more than making it. */
export function textOf(response: Response): string | undefined {
  return texts.get(response)
}

function holds(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}
