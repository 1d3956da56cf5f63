import { readMeetings } from '#lib/meetings/reading/read-meetings.ts'
import { readOrganizers } from '#lib/organizers/read-organizers.ts'
import { onEvent } from '../job.ts'

export const onGrantLent = onEvent({
  name: 'on-grant-lent',
  on: 'grant.lent',
  async run(actor) {
    await readOrganizers(actor)
    await readMeetings(actor)
  },
})
