export type Download = {
  /** In people's words: made safe here. */
  name: string
  extension: 'csv' | 'xlsx'
  body: AsyncIterable<string | Uint8Array>
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** A file for the browser to save; long ones are sent as they are made. */
export function downloadResponse({ name, extension, body }: Download): Response {
  const headers = {
    'content-type': types[extension],
    'content-disposition': disposition(name, extension),
    'x-content-type-options': 'nosniff',
  }
  return new Response(streamOf(body), { headers })
}

/**
 * RFC 6266 and 5987: a plain name for old programs, and the full one. Each is made safe in the form it is sent in: a
 * full-width slash becomes a real one in the plain name.
 */
function disposition(name: string, extension: string): string {
  const fileName = `${safe(name)}.${extension}`
  const ascii = `${safe(name.normalize('NFKD').replace(/[^\x20-\x7E]/g, ''))}.${extension}`.replace(/["%]/g, '_')
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

/** Drops what file systems reject and what could lead out of the folder. */
function safe(name: string): string {
  const plain = name
    .replace(/[\p{C}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
  return (
    [...plain]
      .slice(0, 100)
      .join('')
      .replace(/[. ]+$/, '') || 'Foyer'
  )
}

function streamOf(parts: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const iterator = parts[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
