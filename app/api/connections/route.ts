import { disconnect } from '#lib/connections/disconnect.ts'
import { getConnection } from '#lib/connections/get-connection.ts'
import { lendConnection } from '#lib/connections/lend-connection.ts'
import { intendLink } from '#lib/connections/link-intent.ts'
import { ConnectionDraft } from '#lib/connections/schema.ts'
import { route } from '#lib/http/route.ts'

export const GET = route({ run: ({ actor }) => getConnection(actor) })
export const POST = route({ run: ({ actor }) => intendLink(actor) })
export const PUT = route({ body: ConnectionDraft, run: ({ actor, body }) => lendConnection(actor, body) })
export const DELETE = route({ run: ({ actor }) => disconnect(actor) })
