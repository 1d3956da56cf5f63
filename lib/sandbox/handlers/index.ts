import { groupHandlers } from './groups.ts'
import { meetingHandlers } from './meetings.ts'
import { organizerHandlers } from './organizers.ts'
import { personHandlers } from './people.ts'
import type { Handlers } from './types.ts'

/** Every contract call that the API hosts answer. */
export const handlers: Handlers = { ...meetingHandlers, ...organizerHandlers, ...groupHandlers, ...personHandlers }
