import { listHistory } from '#lib/history/list/list-history.ts'
import { HistoryFilter } from '#lib/history/schema.ts'
import { route } from '#lib/http/route.ts'

export const GET = route({
  query: HistoryFilter,
  takesTurns: () => true,
  run: ({ actor, query }) => listHistory(actor, query),
})
