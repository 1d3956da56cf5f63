import { type AppError, errorTable } from '#lib/errors.ts'

/**
 * What a browser shows when a document is refused before Next: words alone, no script, no style. It asks again by itself
 * when that makes sense.
 */
export function plainPage(error: AppError): Response {
  const { status } = errorTable[error.code]
  const seconds = error.retryAfterSeconds && Math.max(1, Math.ceil(error.retryAfterSeconds))
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Foyer</title></head><body><h1>Foyer</h1><p>${error.message}</p></body></html>`
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  if (seconds) {
    headers.set('retry-after', String(seconds))
    headers.set('refresh', String(seconds))
  }
  return new Response(html, { status, headers })
}
