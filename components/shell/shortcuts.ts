export type Shortcut = { keys: string; does: string }

/** Every key beside those of places: one, or one held with Ctrl (on a Mac with ⌘). What listens and what tells read it. */
export const shortcuts = {
  palette: { keys: 'Ctrl K', does: 'Search, join by ID, schedule, go anywhere (Mac: ⌘ K)' },
  close: { keys: 'Esc', does: 'Close' },
  save: { keys: 'Ctrl Enter', does: 'Schedule or save the meeting in the form (Mac: ⌘ Enter)' },
  join: { keys: 'J', does: 'Join the next open meeting' },
  create: { keys: 'C', does: 'New meeting' },
  edit: { keys: 'E', does: 'Edit the focused meeting' },
  duplicate: { keys: 'D', does: 'Duplicate the focused meeting' },
  copyLink: { keys: 'L', does: 'Copy the focused meeting’s link' },
  cancel: { keys: 'X', does: 'Cancel the focused meeting' },
  report: { keys: 'R', does: 'Open the focused meeting’s report' },
  search: { keys: '/', does: 'Search the list' },
  help: { keys: '?', does: 'Show keyboard shortcuts' },
} as const satisfies Record<string, Shortcut>

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Whether these are the keys of a shortcut that is held with Ctrl or ⌘. */
export function isHeld({ keys }: Shortcut, { key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): boolean {
  return (ctrlKey || metaKey) && !altKey && !shiftKey && keys.toLowerCase() === `ctrl ${key.toLowerCase()}`
}

/** `⌘ K` */
export function onMac({ keys }: Shortcut): string {
  return keys.replace('Ctrl', '⌘')
}
