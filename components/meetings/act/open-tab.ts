/** A tab for what is asked for next. Call it in the press itself: browsers block a tab that opens later. */
export function openTab(title: string): Window | null {
  const tab = window.open('about:blank', '_blank')
  if (tab) {
    tab.opener = null
    tab.document.title = title
  }
  return tab
}
