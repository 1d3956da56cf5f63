import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { inTransaction } from '#lib/db/client.ts'
import { AppError } from '#lib/errors.ts'
import type { JoinAnswer } from '#lib/meetings/schema.ts'
import { sentences } from '#lib/meetings/sentences.ts'
import { refuseWhenCancelling } from '#lib/record/meetings/being-cancelled.ts'
import { getJoinRules } from '#lib/record/meetings/get-join-rules.ts'
import { getMeetingRow } from '#lib/record/meetings/get-meeting-row.ts'
import { type JoinFacts, joinFacts } from '#lib/record/meetings/join-facts.ts'
import type { JoinRules } from '#lib/record/meetings/join-window.ts'
import { getSurroundings, gotoIdOf, subjectOf } from '#lib/record/meetings/listed-rows.ts'
import { pressJoin } from '#lib/record/meetings/press-join.ts'
import { joinUrlOf } from './join-url.ts'

/**
 * A click on Join: recorded, and answered with where the meeting is and whether the host is there.
 * @throws AppError `not_found`; `conflict` outside the join window and while it is being cancelled
 */
export async function joinMeeting(actor: Actor, id: string): Promise<JoinAnswer> {
  const row = await getMeetingRow(actor, id)
  const person = authorize(actor, 'meeting.join', subjectOf(row))
  const gotoMeetingId = gotoIdOf(row)
  if (gotoMeetingId === null) throw new AppError('conflict', sentences.notAtGotoYet)
  const at = now()
  const rules = await getJoinRules()
  refuse(joinFacts(row, await getSurroundings([row], at), rules, at).refusal, rules)
  const state = await inTransaction(async (tx) => {
    const { accountKey, id: meetingId } = row.meeting
    await pressJoin(tx, person, { accountKey, gotoMeetingId, meetingId, occurrenceId: row.planned?.id ?? null, at })
    const { state: pressed } = joinFacts(row, await getSurroundings([row], at, tx), rules, at)
    return pressed
  })
  return { joinUrl: joinUrlOf(String(gotoMeetingId), row.meeting.joinUrl), state, joinedAt: at.toISOString() }
}

function refuse(refusal: JoinFacts['refusal'], rules: JoinRules): void {
  refuseWhenCancelling(refusal === 'cancelling')
  if (refusal === 'too_early') throw new AppError('conflict', sentences.tooEarly(rules.opensMinutesBefore))
  if (refusal === 'over') throw new AppError('conflict', sentences.alreadyOver)
}
