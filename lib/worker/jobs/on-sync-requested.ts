import { readMeetings } from '#lib/meetings/reading/read-meetings.ts'
import { readOrganizers } from '#lib/organizers/read-organizers.ts'
import { onEvent } from '../job.ts'

export const onSyncRequested = onEvent({
  name: 'on-sync-requested',
  on: 'sync.requested',
  async run(actor, { allowRemovals }) {
    await readOrganizers(actor, { allowRemovals })
    await readMeetings(actor, { allowRemovals })
  },
})
