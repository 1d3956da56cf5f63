/**
 * Tells when somebody no longer waits for what they opened: Escape, Tab, a press elsewhere, or a text typed into
 * something else. Until the returned function is called.
 */
export function onGivenUp(tell: () => void): () => void {
  function hear({ type, target, key }: Event & { key?: string }): void {
    const isOtherKey = type === 'keydown' && key !== 'Escape' && key !== 'Tab'
    // What opened it closes it by itself.
    const isOpener = type === 'pointerdown' && (target as Element).closest('[aria-expanded=true]')
    if (!isOtherKey && !isOpener) tell()
  }
  for (const type of types) window.addEventListener(type, hear, true)
  return () => {
    for (const type of types) window.removeEventListener(type, hear, true)
  }
}

const types = ['input', 'keydown', 'pointerdown']
