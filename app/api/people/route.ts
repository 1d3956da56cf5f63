import { route } from '#lib/http/route.ts'
import { listAccounts } from '#lib/people/list-accounts.ts'
import { listPeople } from '#lib/people/list-people.ts'
import { PeopleQuery } from '#lib/people/schema.ts'

export const GET = route({
  query: PeopleQuery,
  takesTurns: () => true,
  run: ({ actor, query }) => (query.all ? listAccounts(actor, query) : listPeople(actor, query)),
})
