import { z } from 'zod'
import { exportHistory } from '#lib/history/files/export-list.ts'
import { HistoryFilter } from '#lib/history/schema.ts'
import { downloadResponse } from '#lib/http/download.ts'
import { costly } from '#lib/http/limit-requests.ts'
import { route } from '#lib/http/route.ts'
import { turnOf } from '#lib/http/turns.ts'

export const GET = route({
  cost: costly,
  query: HistoryFilter.extend({ clock: z.literal('12').optional() }),
  run: async ({ actor, query: { clock, ...filter } }) =>
    downloadResponse(await exportHistory(actor, filter, { format: 'xlsx', clock }, turnOf(actor))),
})
