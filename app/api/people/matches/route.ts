import { route } from '#lib/http/route.ts'
import { matchPeople } from '#lib/people/match-people.ts'
import { NamesDraft } from '#lib/people/schema.ts'

export const POST = route({ body: NamesDraft, run: ({ actor, body }) => matchPeople(actor, body) })
