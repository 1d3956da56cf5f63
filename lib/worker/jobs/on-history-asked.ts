import { readAskedHistory } from '#lib/history/reading/read-asked-history.ts'
import { onEvent } from '../job.ts'

export const onHistoryAsked = onEvent({
  name: 'on-history-asked',
  on: 'history.asked',
  run: (actor, payload) => readAskedHistory(actor, payload),
})
