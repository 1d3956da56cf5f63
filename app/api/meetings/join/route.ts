import { route } from '#lib/http/route.ts'
import { findById } from '#lib/meetings/join/find-by-id.ts'
import { joinById } from '#lib/meetings/join/join-by-id.ts'
import { JoinById } from '#lib/meetings/schema.ts'

export const GET = route({ query: JoinById, run: ({ actor, query }) => findById(actor, query) })

export const POST = route({ body: JoinById, run: ({ actor, body }) => joinById(actor, body) })
