/**
 * Whether every word that was typed begins a word of an entry of the palette: 1 or 0, as cmdk asks. Its own rule finds
 * letters anywhere in their order, so that `Settings` and Enter joined “HR benefits meeting”.
 */
export function matchWords(entry: string, typed: string, keywords: string[] = []): number {
  const wanted = wordsOf(typed)
  const words = wordsOf([entry, ...keywords].join(' '))
  return wanted.length > 0 && wanted.every((part) => words.some((word) => word.startsWith(part))) ? 1 : 0
}

/** Without case and accents: who types `muller` looks for Müller. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
}
