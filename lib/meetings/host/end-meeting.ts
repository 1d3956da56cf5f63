import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { inTransaction } from '#lib/db/client.ts'
import { AppError } from '#lib/errors.ts'
import type { HostAnswer } from '#lib/meetings/schema.ts'
import { sentences } from '#lib/meetings/sentences.ts'
import { getJoinRules } from '#lib/record/meetings/get-join-rules.ts'
import { getMeetingRow } from '#lib/record/meetings/get-meeting-row.ts'
import { joinFacts } from '#lib/record/meetings/join-facts.ts'
import { getSurroundings, gotoIdOf, type ListedRow, publicId } from '#lib/record/meetings/listed-rows.ts'
import { markEnding } from '#lib/record/meetings/mark-ending.ts'
import { authorizeHost, fetchHostUrl } from './host-url.ts'

/**
 * GoTo has no call to end a meeting (goto-api.md 9.4): the host's own session does. Returns where that is, and marks
 * the meeting as ending until GoTo says it has ended. @throws AppError `conflict` when it is not running
 */
export async function endMeeting(actor: Actor, id: string): Promise<HostAnswer> {
  const row = await getMeetingRow(actor, id)
  const host = authorizeHost(actor, row)
  if (!(await isLive(row))) throw notRunning()
  const hostUrl = await fetchHostUrl(host, row)
  await inTransaction(async (tx) => {
    if (!(await markEnding(tx, row.meeting.accountKey, gotoIdOf(row) ?? 0n))) throw notRunning()
    await recordAudit(host, 'meeting.end-pressed', { subject: { kind: 'meeting', id: publicId(row) } }, tx)
  })
  return { hostUrl }
}

async function isLive(row: ListedRow): Promise<boolean> {
  const at = now()
  const { state } = joinFacts(row, await getSurroundings([row], at), await getJoinRules(), at)
  return state === 'live' || state === 'ending'
}

function notRunning(): AppError {
  return new AppError('conflict', sentences.nothingToEnd)
}
