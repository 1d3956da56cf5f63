/** An empty tab for what is asked for next. Call it in the press itself: browsers block a tab that opens later. */
export function openTab(): Window | null {
  return window.open('about:blank', '_blank')
}
