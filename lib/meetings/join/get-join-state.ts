import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { refreshOrganizer } from '#lib/meetings/reading/refresh-organizer.ts'
import type { JoinState } from '#lib/meetings/schema.ts'
import { refuseWhenCancelling } from '#lib/record/meetings/being-cancelled.ts'
import { getJoinRules } from '#lib/record/meetings/get-join-rules.ts'
import { getMeetingRow } from '#lib/record/meetings/get-meeting-row.ts'
import { joinFacts } from '#lib/record/meetings/join-facts.ts'
import { getSurroundings, gotoIdOf, type ListedRow, subjectOf } from '#lib/record/meetings/listed-rows.ts'
import { joinUrlOf } from './join-url.ts'

/** What a waiting page asks every few seconds: asking triggers a check with GoTo. @throws AppError `not_found`;
 * `conflict` while it is being cancelled */
export async function getJoinState(actor: Actor, id: string): Promise<JoinState> {
  const row = await getMeetingRow(actor, id)
  authorize(actor, 'meeting.read', subjectOf(row))
  refuseWhenCancelling(row.meeting.cancelsAt !== null)
  const before = await readState(row)
  if (before.state !== 'waiting') return before
  await refreshOrganizer(row.meeting.organizerId)
  return readState(row)
}

async function readState(row: ListedRow): Promise<JoinState> {
  const at = now()
  const facts = joinFacts(row, await getSurroundings([row], at), await getJoinRules(), at)
  const organizer = await db().organizer.findUniqueOrThrow({
    where: { id: row.meeting.organizerId },
    select: { listedAt: true },
  })
  return {
    state: facts.state,
    stateSince: facts.stateSince?.toISOString() ?? null,
    joinUrl: joinUrlOf(String(gotoIdOf(row) ?? ''), row.meeting.joinUrl),
    asOf: organizer.listedAt?.toISOString() ?? null,
  }
}
