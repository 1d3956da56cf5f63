import { route } from '#lib/http/route.ts'
import { joinById } from '#lib/meetings/join/join-by-id.ts'
import { JoinById } from '#lib/meetings/schema.ts'

export const POST = route({ body: JoinById, run: ({ actor, body }) => joinById(actor, body) })
