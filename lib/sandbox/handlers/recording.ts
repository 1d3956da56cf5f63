import type { GotoWire } from '#lib/goto/contract/calls.ts'
import { randomFor } from '../seed/random.ts'
import type { Session, World } from '../world.ts'
import type { Row } from './row-parts.ts'

type Recording = NonNullable<Row<GotoWire<'listHistoricalMeetings'>>['recording']>

/** Like the vendor's own host, but nobody's: links clicked in the demo must not end up there. */
const host = 'https://transcripts.gotomeeting.example'

/**
 * The recording of a simulated session, if any (goto-api.md 5.6, 17.4): most with a share link, some with just its host
 * (17.5), some without one.
 */
export function recordingOf(world: World, { id, subject, simulated }: Session): { recording?: Recording } {
  const random = randomFor('recording', id)
  if (!simulated || !random.chance(0.2) || world.state.touches.get(id)?.isRecordingsDeleted) return {}
  const digits = (count: number) => Array.from({ length: count }, () => random.int(0, 15).toString(16)).join('')
  const recordingId = [8, 4, 4, 4, 12].map(digits).join('-')
  const share = random.pick(['token', 'token', 'token', 'bare', 'none'] as const)
  return {
    recording: {
      recordingName: subject,
      recordingId,
      downloadUrl: `${host}/download/${recordingId}`,
      fileSize: random.int(5, 900) * 1024 * 1024,
      ...(share === 'none' ? {} : { shareUrl: share === 'bare' ? host : `${host}/#/s/${digits(64)}` }),
    },
  }
}
