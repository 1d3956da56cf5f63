/** For the entries under a combobox. The highlighted one stands out in forced colours, too. */
export const listStyle = 'max-h-[min(20rem,var(--available-height))] overflow-y-auto p-1.5 outline-none empty:hidden'
export const entryStyle =
  'flex cursor-pointer rounded-lg px-2.5 text-14 text-soft outline-none data-highlighted:bg-hover data-highlighted:text-ink forced-colors:data-highlighted:outline-2 forced-colors:data-highlighted:outline-solid forced-colors:data-highlighted:-outline-offset-2'
/** Shown when there are none, or not yet. */
export const listNoteStyle = 'px-4 py-3 text-14 text-faint empty:hidden'
