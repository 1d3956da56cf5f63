import { loadedOnce } from '#components/ui/loaded-once.ts'

export type Reading = typeof import('#lib/time/typed-text.ts')

/** What reads a typed time or day. Most times are chosen and not typed. */
export const reading = loadedOnce<Reading>(() => import('#lib/time/typed-text.ts'))
