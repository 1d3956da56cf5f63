import { exportHistory } from '#lib/history/files/export-list.ts'
import { CsvForm, HistoryFilter } from '#lib/history/schema.ts'
import { downloadResponse } from '#lib/http/download.ts'
import { costly } from '#lib/http/limit-requests.ts'
import { route } from '#lib/http/route.ts'
import { turnOf } from '#lib/http/turns.ts'

export const GET = route({
  cost: costly,
  query: HistoryFilter.extend(CsvForm.shape),
  run: async ({ actor, query: { separator, decimal, ...filter } }) =>
    downloadResponse(
      await exportHistory(actor, filter, { format: 'csv', form: { separator, decimal } }, turnOf(actor)),
    ),
})
