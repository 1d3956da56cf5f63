export type Place = {
  href: string
  name: string
  keys: string
  /** Only offered with this ability: one of `Me.abilities`. */
  ability?: string
  /** In the top bar; the others are in the account menu. */
  isOnTop: boolean
}

/** The pages to go to, and the keys that lead there. Only what exists: an entry that leads nowhere is a defect. */
export const allPlaces: readonly Place[] = [
  { href: '/', name: 'Home', keys: 'G H', isOnTop: true },
  { href: '/meetings', name: 'Meetings', keys: 'G M', isOnTop: true },
  { href: '/history', name: 'History', keys: 'G Y', ability: 'history.list', isOnTop: true },
  { href: '/admin', name: 'Admin', keys: 'G A', ability: 'settings.read', isOnTop: true },
  { href: '/settings', name: 'Settings', keys: 'G S', isOnTop: false },
]

/** The places for somebody with these abilities. */
export function placesFor(abilities: readonly string[] = []): Place[] {
  return allPlaces.filter(({ ability }) => ability === undefined || abilities.includes(ability))
}

/** Whether a page belongs to a place: the place itself, or one below it. */
export function isWithin(path: string, { href }: Place): boolean {
  return path === href || (href !== '/' && path.startsWith(`${href}/`))
}
