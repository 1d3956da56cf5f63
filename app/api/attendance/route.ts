import { listAttendance } from '#lib/history/list/list-attendance.ts'
import { HistoryFilter } from '#lib/history/schema.ts'
import { route } from '#lib/http/route.ts'
import { turnOf } from '#lib/http/turns.ts'

export const GET = route({
  query: HistoryFilter,
  run: ({ actor, query }) => listAttendance(actor, query, turnOf(actor)),
})
