import { z } from 'zod'
import { exportHistory } from '#lib/history/files/export-list.ts'
import { HistoryFilter } from '#lib/history/schema.ts'
import { downloadResponse } from '#lib/http/download.ts'
import { costly } from '#lib/http/limit-requests.ts'
import { route } from '#lib/http/route.ts'

export const GET = route({
  cost: costly,
  query: HistoryFilter.extend({ clock: z.literal('12').optional() }),
  takesTurns: () => true,
  run: async ({ actor, query: { clock, ...filter } }) =>
    downloadResponse(await exportHistory(actor, filter, { format: 'xlsx', clock })),
})
