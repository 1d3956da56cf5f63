import { placesFor } from '#components/shell/places.ts'
import { shortcuts } from '#components/shell/shortcuts.ts'

/** Keys as the help shows them: one key, or two in a row. */
type KeyHelp = { keys: string; does: string }

type Name = keyof typeof shortcuts

const does: Record<Name, string> = {
  palette: 'Search, join by ID, schedule, go anywhere (Mac: ⌘ K)',
  close: 'Close',
  save: 'Schedule or save the meeting in the form (Mac: ⌘ Enter)',
  join: 'Join the next open meeting',
  create: 'New meeting',
  edit: 'Edit the focused meeting',
  duplicate: 'Duplicate the focused meeting',
  copyLink: 'Copy the focused meeting’s link',
  cancel: 'Cancel the focused meeting',
  report: 'Open the focused meeting’s report',
  search: 'Search the list',
  help: 'Show keyboard shortcuts',
}

const beforePlaces = ['palette', 'close', 'save', 'join', 'create', 'search'] as const
const afterPlaces = ['help', 'edit', 'duplicate', 'copyLink', 'cancel', 'report'] as const
const ofOrganizers: ReadonlySet<Name> = new Set(['save', 'create', 'edit', 'duplicate', 'cancel', 'report'])

/** Every key these abilities can use: those heard wherever they are typed, those of pages, and those of a row. */
export function keyHelpFor(abilities: readonly string[] = []): KeyHelp[] {
  const isOrganizer = abilities.includes('meeting.create')
  const told = (names: readonly Name[]): KeyHelp[] =>
    names
      .filter((name) => isOrganizer || !ofOrganizers.has(name))
      .map((name) => ({ keys: shortcuts[name], does: does[name] }))
  const places = placesFor(abilities).map(({ keys, name }) => ({ keys, does: `Go to ${name}` }))
  return [...told(beforePlaces), ...places, ...told(afterPlaces)]
}
