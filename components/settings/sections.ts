/** The sections of Settings, by address. */
export const ownSections = [
  ['goto', 'GoTo connection'],
  ['sessions', 'Sessions'],
  ['appearance', 'Appearance'],
  ['zone', 'Time zone and clock'],
  ['keyboard', 'Keyboard'],
] as const

/** The company's sections, with the ability each needs. */
export const companySections = [
  ['message', 'Company message', 'announcement.edit'],
  ['lending', 'Lent connections', 'connection.lend'],
  ['managers', 'Group managers', 'managers.edit'],
  ['people', 'People', 'people.manage'],
  ['visibility', 'Visibility', 'settings.edit'],
  ['reading', 'Reading from GoTo', 'sync.read'],
] as const
