/**
 * Back may bring a page up again as it was left, names and all, though the session has ended since. So a page that is
 * left hides itself, and shows itself only when `isStillMine` says so.
 */
export function hideWhileAway(isStillMine: () => Promise<boolean>): () => void {
  const { style } = document.documentElement

  function hide({ persisted }: PageTransitionEvent): void {
    if (persisted) style.visibility = 'hidden'
  }

  async function show({ persisted }: PageTransitionEvent): Promise<void> {
    if (persisted && (await isStillMine())) style.visibility = ''
  }

  window.addEventListener('pagehide', hide)
  window.addEventListener('pageshow', show)
  return () => {
    window.removeEventListener('pagehide', hide)
    window.removeEventListener('pageshow', show)
  }
}
