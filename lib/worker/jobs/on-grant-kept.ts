import { readMeetings } from '#lib/meetings/reading/read-meetings.ts'
import { readOrganizers } from '#lib/organizers/read-organizers.ts'
import { onEvent } from '../job.ts'

export const onGrantKept = onEvent({
  name: 'on-grant-kept',
  on: 'grant.kept',
  async run(actor, { isLent }) {
    const { added } = await readOrganizers(actor)
    if (added > 0 || isLent) await readMeetings(actor)
  },
})
