import type { Place } from '#components/shell/places.ts'
import { isTypedAhead, typeAhead } from './type-ahead.ts'

type KeyActions = {
  /** Off: only Ctrl/Cmd K is left (WCAG 2.1.4). */
  singleKeys: boolean
  /** Where `g` and a second key lead. */
  places: readonly Place[]
  palette: () => void
  help: () => void
  /** Whether somebody organizes: then `c` begins a meeting. */
  canCreate: boolean
  go: (href: string) => void
}

/** How long after `g` the second key is waited for. */
const sequenceMs = 1_500

/** Listens to the page's keys until the returned function is called. */
export function onKeys({ singleKeys, places, palette, help, canCreate, go }: KeyActions): () => void {
  let startedAt = Number.NEGATIVE_INFINITY

  function press(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
      event.preventDefault()
      palette()
      return
    }
    if (isTypedAhead(event)) {
      event.preventDefault()
      typeAhead(event.key)
      return
    }
    if (!singleKeys || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTaken(event))
      return
    const isSecond = event.timeStamp - startedAt < sequenceMs
    startedAt = Number.NEGATIVE_INFINITY
    const place = isSecond ? places.find(({ keys }) => keys === `g ${event.key}`) : undefined
    if (place) go(place.href)
    else if (event.key === 'g') startedAt = event.timeStamp
    else if (event.key === '?') help()
    else if (event.key === '/') focusSearch(palette)
    else if (canCreate && event.key === 'c') go('/meetings/new')
    else if (event.key === 'j' || event.key === 'J') joinNext(() => go('/'))
    else return
    event.preventDefault()
  }

  document.addEventListener('keydown', press)
  return () => document.removeEventListener('keydown', press)
}

/** A key belongs to the field or window that has the focus. */
function isTaken(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null
  const isTyping = target?.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')
  return Boolean(isTyping ?? document.querySelector('[role=dialog], [role=alertdialog]'))
}

function focusSearch(otherwise: () => void): void {
  const search = document.querySelector<HTMLInputElement>('input[type=search]')
  if (search) search.focus()
  else otherwise()
}

/** Presses the first Join link, preferring one that was not pressed yet: the browser takes it as the person's press. */
function joinNext(otherwise: () => void): void {
  const link =
    document.querySelector<HTMLAnchorElement>('a[data-join=new]') ??
    document.querySelector<HTMLAnchorElement>('a[data-join]')
  if (link) link.click()
  else otherwise()
}
