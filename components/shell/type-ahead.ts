/** How long the palette may take to open: it loads on first use. */
const openingMs = 3_000

let text = ''
let begunAt = Number.NEGATIVE_INFINITY
let tell: ((text: string) => void) | null = null

/** Starts with the press that opens the palette: what is typed before its field is ready is kept. */
export function beginTypeAhead(): void {
  text = ''
  begunAt = performance.now()
}

/** Given up before its field was there: keys are what they were again. */
export function endTypeAhead(): void {
  begunAt = Number.NEGATIVE_INFINITY
}

/** Whether a key was meant for the palette, whose field isn't there yet or has no focus. */
export function isTypedAhead(event: KeyboardEvent): boolean {
  if (performance.now() - begunAt > openingMs || event.ctrlKey || event.metaKey || event.altKey) return false
  if (document.activeElement?.matches('[cmdk-input]')) return false
  return event.key.length === 1 || event.key === 'Backspace' || event.key === 'Enter'
}

/** An early Enter chooses nothing, neither here nor on whatever still has the focus. */
export function typeAhead(key: string): void {
  if (key === 'Enter') return
  text = key === 'Backspace' ? text.slice(0, -1) : text + key
  tell?.(text)
}

/** Passes on what was typed so far and each further key, until the returned function is called. */
export function onTypeAhead(listener: (text: string) => void): () => void {
  tell = listener
  listener(text)
  return () => {
    tell = null
    endTypeAhead()
  }
}
