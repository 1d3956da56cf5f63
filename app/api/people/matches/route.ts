import { limitRequests } from '#lib/http/limit-requests.ts'
import { route } from '#lib/http/route.ts'
import { matchPeople } from '#lib/people/match-people.ts'
import { NamesDraft } from '#lib/people/schema.ts'

export const POST = route({
  body: NamesDraft,
  takesTurns: () => true,
  run: ({ actor, body }) => {
    // Each name is a search, which the request itself doesn't count.
    limitRequests(actor, '', { method: 'POST', cost: body.names.length })
    return matchPeople(actor, body)
  },
})
