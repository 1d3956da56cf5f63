import { placesFor } from '#components/shell/places.ts'
import { isHeld, shortcuts } from '#components/shell/shortcuts.ts'
import { isTypedAhead, typeAhead } from '#components/shell/type-ahead.ts'

/** What keys can do with the page. */
export type PageActions = { palette: () => void; help: () => void; go: (href: string) => void }

/** One key, or two in a row. */
export type PageKey = { keys: string; press: (page: PageActions) => void }

/** Every single-key shortcut for these abilities. */
export function keysFor(abilities: readonly string[] = []): PageKey[] {
  return [
    { keys: shortcuts.join, press: ({ go }) => joinNext(() => go('/')) },
    ...(abilities.includes('meeting.create') ? [newMeeting] : []),
    { keys: shortcuts.search, press: ({ palette }) => focusSearch(palette) },
    ...placesFor(abilities).map(({ keys, href }): PageKey => ({ keys, press: ({ go }) => go(href) })),
    { keys: shortcuts.help, press: ({ help }) => help() },
  ]
}

const newMeeting: PageKey = { keys: shortcuts.create, press: ({ go }) => go('/meetings/new') }

/** How long to wait for the second key of two. */
const sequenceMs = 1_500

/**
 * Listens to the page's keys until the returned function is called. `singleKeys` null: they are off, and only
 * Ctrl/Cmd K is left (WCAG 2.1.4).
 */
export function onKeys(singleKeys: readonly PageKey[] | null, page: PageActions): () => void {
  const firsts = new Set(
    (singleKeys ?? []).flatMap(({ keys }) => (keys.includes(' ') ? keys.toLowerCase().split(' ')[0] : [])),
  )
  let begun: { key: string; at: number } | null = null

  function press(event: KeyboardEvent): void {
    const key = event.key.toLowerCase()
    if (isHeld(shortcuts.palette, event)) {
      event.preventDefault()
      page.palette()
      return
    }
    if (isTypedAhead(event)) {
      event.preventDefault()
      typeAhead(event.key)
      return
    }
    if (!singleKeys || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTaken(event))
      return
    const first = begun && event.timeStamp - begun.at < sequenceMs ? begun.key : null
    begun = null
    const found = (first && find(singleKeys, `${first} ${key}`)) ?? find(singleKeys, key)
    if (found) found.press(page)
    else if (firsts.has(key)) begun = { key, at: event.timeStamp }
    else return
    event.preventDefault()
  }

  document.addEventListener('keydown', press)
  return () => document.removeEventListener('keydown', press)
}

function find(keys: readonly PageKey[], pressed: string): PageKey | undefined {
  return keys.find((one) => one.keys.toLowerCase() === pressed)
}

/** Whether the key belongs to the focused field or dialog. */
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

/** Presses the Join that shows this key; the browser counts it as the person's own press. */
function joinNext(otherwise: () => void): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-join=next]')
  if (link) link.click()
  else otherwise()
}
