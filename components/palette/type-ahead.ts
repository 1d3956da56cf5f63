/** How long the palette may take to come: it is loaded when it is first asked for. */
const openingMs = 3_000

let text = ''
let begunAt = Number.NEGATIVE_INFINITY
let tell: ((text: string) => void) | null = null

/** From the press that opens the palette on: what is typed before it can take it is kept, and nothing of it is lost. */
export function beginTypeAhead(): void {
  text = ''
  begunAt = performance.now()
}

/** Whether a key was typed for the palette, whose field is not there yet or has not got the focus. */
export function isTypedAhead(event: KeyboardEvent): boolean {
  if (performance.now() - begunAt > openingMs || event.ctrlKey || event.metaKey || event.altKey) return false
  if (document.activeElement?.matches('[cmdk-input]')) return false
  return event.key.length === 1 || event.key === 'Backspace' || event.key === 'Enter'
}

/** An Enter that comes too early chooses nothing: neither here nor on whatever still has the focus. */
export function typeAhead(key: string): void {
  if (key === 'Enter') return
  text = key === 'Backspace' ? text.slice(0, -1) : text + key
  tell?.(text)
}

/** Hears what was typed until now, and of each key to come; stopping gives the keys back. */
export function onTypeAhead(listener: (text: string) => void): () => void {
  tell = listener
  listener(text)
  return () => {
    tell = null
    begunAt = Number.NEGATIVE_INFINITY
  }
}
