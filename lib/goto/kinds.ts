import type { z } from 'zod'
import type { meetingType } from './contract/wire.ts'

type GotoType = z.infer<typeof meetingType>

/** What Foyer calls GoTo's meeting types. A recurring one has no date of its own (goto-api.md 5.2): it is a room. */
export const kinds = {
  scheduled: 'scheduled',
  immediate: 'instant',
  recurring: 'room',
} as const satisfies Record<GotoType, string>

/** The reverse. */
export const gotoTypes = {
  scheduled: 'scheduled',
  instant: 'immediate',
  room: 'recurring',
} as const satisfies { [kind in (typeof kinds)[GotoType]]: GotoType }
