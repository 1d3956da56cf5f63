/** Quoted words are a subject as they stand: the readers see signs in their place that mean nothing. */

const quoted = /"([^"]+)"|[“„]([^“”„"]+)[”“"]|«([^«»]+)»|(?<=^|\s)['‘]([^'‘’]+)['’](?=[\s,.;]|$)/g
const first = 0xe000
const most = 100

export type Hidden = { text: string; quotes: string[] }

/** Each quotation becomes as many of its own private sign. */
export function hideQuotes(typed: string): Hidden {
  const quotes: string[] = []
  const text = typed.replace(/[\ue000-\uf8ff]/g, ' ').replace(quoted, (whole) => {
    if (quotes.length >= most) return whole
    quotes.push(whole)
    return String.fromCharCode(first + quotes.length - 1).repeat(whole.length)
  })
  return { text, quotes }
}

/** The words again. A subject that is one quotation needs no marks. */
export function showQuotes(text: string, quotes: string[]): string {
  const shown = text.replace(/([\ue000-\ue0ff])\1*/g, (run) => quotes[run.charCodeAt(0) - first] ?? '')
  return quotes.length === 1 && shown === quotes[0] ? shown.slice(1, -1).trim() : shown
}
