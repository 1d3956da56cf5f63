/** The pages of Admin in the order of its navigation, with the ability each needs. */
export const adminPages = [
  { href: '/admin', name: 'Company', ability: 'settings.read' },
  { href: '/admin/reading', name: 'Reading', ability: 'sync.read' },
  { href: '/admin/groups', name: 'Groups', ability: 'managers.edit' },
  { href: '/admin/people', name: 'People', ability: 'people.manage' },
  { href: '/admin/tokens', name: 'API tokens', ability: 'token.manage' },
] as const

/** What the palette finds by name: each page, and each part of one. */
export const adminPlaces = [
  ['/admin#message', 'Company message', 'announcement.edit'],
  ['/admin#visibility', 'Visibility', 'settings.edit'],
  ['/admin/reading#lending', 'Lent connections', 'connection.lend'],
  ['/admin/reading#reading', 'Reading from GoTo', 'sync.read'],
  ['/admin/groups', 'Group managers', 'managers.edit'],
  ['/admin/people', 'People', 'people.manage'],
  ['/admin/tokens', 'Everybody’s API tokens', 'token.manage'],
] as const
