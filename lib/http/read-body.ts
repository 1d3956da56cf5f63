import { AppError } from '#lib/errors.ts'
import { sentences } from './sentences.ts'

const limitBytes = 256 * 1024

/**
 * The JSON of a request body of at most 256 KiB. @throws AppError `invalid` with a sentence on what is wrong with it.
 */
export async function readBody(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new AppError('invalid', sentences.notJsonType)
  const text = await readText(request)
  // Databases do not store it, and people do not type it.
  if (/\0|\\u0000/.test(text)) throw new AppError('invalid', sentences.nulInBody)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('invalid', sentences.notJson, { cause })
  }
}

/** The text of a request body of at most 256 KiB. @throws AppError `invalid` */
export async function readText(request: Request): Promise<string> {
  const tooLarge = new AppError('invalid', sentences.tooLarge(limitBytes / 1024))
  if (Number(request.headers.get('content-length')) > limitBytes) throw tooLarge
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > limitBytes) throw tooLarge
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}
