import { refreshOrganizer } from '#lib/meetings/reading/refresh-organizer.ts'
import { onEvent } from '../job.ts'

/** How soon the host's client is up varies: people waiting for "live" see it within seconds. */
export const onStartPressed = [3, 8, 20, 60, 180].map((delaySeconds) =>
  onEvent({
    name: `on-start-pressed-${delaySeconds}`,
    on: 'meeting.start-pressed',
    delaySeconds,
    run: (_actor, { organizerId }) => refreshOrganizer(organizerId),
  }),
)
