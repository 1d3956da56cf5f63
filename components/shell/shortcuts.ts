/**
 * Every key beside those of places: one, or one held with Ctrl (on a Mac with ⌘). What listens and what tells read it;
 * what each does stands with the help (components/palette/key-help.ts).
 */
export const shortcuts = {
  palette: 'Ctrl K',
  close: 'Esc',
  save: 'Ctrl Enter',
  join: 'J',
  create: 'C',
  edit: 'E',
  duplicate: 'D',
  copyLink: 'L',
  cancel: 'X',
  report: 'R',
  search: '/',
  help: '?',
} as const

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Whether these are the keys of a shortcut that is held with Ctrl or ⌘. */
export function isHeld(keys: string, { key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): boolean {
  return (ctrlKey || metaKey) && !altKey && !shiftKey && keys.toLowerCase() === `ctrl ${key.toLowerCase()}`
}

/** `⌘ K` */
export function onMac(keys: string): string {
  return keys.replace('Ctrl', '⌘')
}
