import { endAllSessions } from '#lib/auth/end-session.ts'
import { listSessions } from '#lib/auth/list-sessions.ts'
import { loggedOff } from '#lib/auth/logged-off.ts'
import { route } from '#lib/http/route.ts'

export const GET = route({ run: ({ actor }) => listSessions(actor) })
export const DELETE = route({ run: async ({ actor }) => loggedOff(await endAllSessions(actor)) })
