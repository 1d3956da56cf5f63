import { listAttendance } from '#lib/history/list/list-attendance.ts'
import { HistoryFilter } from '#lib/history/schema.ts'
import { route } from '#lib/http/route.ts'

export const GET = route({
  query: HistoryFilter,
  takesTurns: () => true,
  run: ({ actor, query }) => listAttendance(actor, query),
})
