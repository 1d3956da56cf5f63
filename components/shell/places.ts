export type Place = {
  href: string
  name: string
  keys: string
  /** Offered only to those who may: one of `Me.abilities`. */
  ability?: string
  /** In the bar on top; the others are in the account's menu. */
  isOnTop: boolean
}

/** The pages one can go to, and the keys that go there. Only what exists: an entry that leads nowhere is a defect. */
export const allPlaces: readonly Place[] = [
  { href: '/', name: 'Home', keys: 'g h', isOnTop: true },
  { href: '/meetings', name: 'Meetings', keys: 'g m', isOnTop: true },
  { href: '/history', name: 'History', keys: 'g y', ability: 'history.list', isOnTop: true },
  { href: '/settings', name: 'Settings', keys: 'g s', isOnTop: false },
]

/** Those that somebody with these abilities can go to. */
export function placesFor(abilities: readonly string[] = []): Place[] {
  return allPlaces.filter(({ ability }) => ability === undefined || abilities.includes(ability))
}

/** Whether a page belongs to a place: the place itself, or one below it. */
export function isWithin(path: string, { href }: Place): boolean {
  return path === href || (href !== '/' && path.startsWith(`${href}/`))
}
