import { readMeetings } from '#lib/meetings/reading/read-meetings.ts'
import { readOrganizers } from '#lib/organizers/read-organizers.ts'
import type { ClockJob } from '../job.ts'

export const readOrganizersJob: ClockJob = {
  name: 'read-organizers',
  everySeconds: 900,
  async run(actor) {
    const { added } = await readOrganizers(actor)
    if (added > 0) await readMeetings(actor)
  },
}
