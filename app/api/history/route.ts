import { listHistory } from '#lib/history/list/list-history.ts'
import { HistoryFilter } from '#lib/history/schema.ts'
import { route } from '#lib/http/route.ts'
import { turnOf } from '#lib/http/turns.ts'

export const GET = route({
  query: HistoryFilter,
  run: ({ actor, query }) => listHistory(actor, query, turnOf(actor)),
})
