import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { inTransaction } from '#lib/db/client.ts'
import { emit } from '#lib/events/emit.ts'
import type { HostAnswer } from '#lib/meetings/schema.ts'
import { getMeetingRow } from '#lib/record/meetings/get-meeting-row.ts'
import { publicId } from '#lib/record/meetings/listed-rows.ts'
import { authorizeHost, fetchHostUrl } from './host-url.ts'

/**
 * Where the organizer starts this meeting: opening the address starts it (goto-api.md 5.4), so Foyer checks with GoTo
 * shortly after. @throws AppError `not_found`, `forbidden`, `not_connected`; `conflict` when it is or was cancelled
 */
export async function startMeeting(actor: Actor, id: string): Promise<HostAnswer> {
  const row = await getMeetingRow(actor, id)
  const host = authorizeHost(actor, row)
  const hostUrl = await fetchHostUrl(host, row)
  await inTransaction(async (tx) => {
    const { organizerId } = row.meeting
    await recordAudit(host, 'meeting.started', { subject: { kind: 'meeting', id: publicId(row) } }, tx)
    await emit(tx, { kind: 'meeting.start-pressed', key: row.meeting.id, payload: { organizerId } })
  })
  return { hostUrl }
}
