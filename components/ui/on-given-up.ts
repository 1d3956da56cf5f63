/**
 * Tells when somebody no longer waits for what they opened: Escape, Tab, a press elsewhere, or a text typed into
 * something else. Until the returned function is called.
 */
export function onGivenUp(tell: () => void): () => void {
  const listening = new AbortController()
  const options = { capture: true, signal: listening.signal }
  window.addEventListener('input', tell, options)
  window.addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 'Escape' || key === 'Tab') tell()
    },
    options,
  )
  window.addEventListener(
    'pointerdown',
    ({ target }) => {
      // What opened it closes it by itself.
      const isOpener = target instanceof Element && target.closest('[aria-expanded=true]')
      if (!isOpener) tell()
    },
    options,
  )
  return () => listening.abort()
}
