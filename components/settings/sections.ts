/** The sections of Settings, by address. */
export const ownSections = [
  ['goto', 'GoTo connection'],
  ['sessions', 'Sessions'],
  ['appearance', 'Appearance'],
  ['zone', 'Time zone and clock'],
  ['keyboard', 'Keyboard'],
  ['tokens', 'API tokens'],
] as const

/** Where the company's sections are now: addresses in mails, bookmarks and chats still lead to them. */
export const movedSections: Record<string, string> = {
  message: '/admin#message',
  visibility: '/admin#visibility',
  lending: '/admin/reading#lending',
  reading: '/admin/reading#reading',
  managers: '/admin/groups',
  people: '/admin/people',
}
