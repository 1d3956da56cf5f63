import type { PersonActor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { gotoAs } from '#lib/connections/goto-as.ts'
import { inTransaction } from '#lib/db/client.ts'
import { bumpListVersion } from '#lib/db/list-version.ts'
import { AppError, toAppError } from '#lib/errors.ts'
import type { GotoClient } from '#lib/goto/client.ts'
import type { AnswerOf } from '#lib/goto/contract/calls.ts'
import { kinds } from '#lib/goto/kinds.ts'
import type { Change } from './draft-parts.ts'
import { gotoRequest } from './goto-request.ts'
import { forgetListHead } from './list-head.ts'
import { markGone } from './mark-gone.ts'
import type { ListedRow } from './meeting-rows.ts'

type GotoMeeting = AnswerOf<'getMeeting'>

/** What GoTo has now of what a form may not have known. */
export type Kept = { passwordRequired: boolean; coorganizerKeys: string[] }

/**
 * Tells GoTo what a meeting is now, all of it: an update is a full replacement (goto-api.md 5.2). What is there is read
 * first, so that nothing which was set elsewhere is lost unseen; what of it was kept is answered. @throws AppError `conflict` when somebody changed or
 * deleted it there
 */
export async function replaceAtGoto(
  actor: PersonActor,
  row: ListedRow,
  { change, times, parts }: Change,
): Promise<Kept> {
  const path = { meetingId: String(row.meeting.gotoMeetingId) }
  const goto = gotoAs(actor, { lane: 'interactive' })
  const there = await readThere(goto, row)
  if (isOther(there, row) && !isRequested(there, { change, times })) {
    await learn(row, there)
    throw new AppError(
      'conflict',
      'This meeting was changed at GoTo meanwhile. What you typed is kept: look at both, then save again.',
    )
  }
  const { subject, kind, audio } = change
  const kept = keep(there, row, { change, times, parts })
  const planned = kind === 'room' ? keptTimes(there, times.goto) : times.goto
  const body = gotoRequest({ subject, kind, audio, ...kept, ...planned })
  await unlessDeleted(row, () => goto.call('updateMeeting', { path, body }))
  return kept
}

/** A form that could not show what was set at GoTo does not take it away. */
function keep(there: GotoMeeting, { meeting }: ListedRow, { change, parts }: Change): Kept {
  const { passwordRequired } = change
  const { coorganizerKeys } = parts
  if (meeting.origin === 'foyer' || meeting.detailsReadAt !== null) return { passwordRequired, coorganizerKeys }
  return {
    passwordRequired: passwordRequired || there.passwordRequired === true,
    coorganizerKeys: [...new Set([...there.coorganizerKeys, ...coorganizerKeys])],
  }
}

function readThere(goto: GotoClient, row: ListedRow): Promise<GotoMeeting> {
  return unlessDeleted(row, () => goto.call('getMeeting', { path: { meetingId: String(row.meeting.gotoMeetingId) } }))
}

/** A room's times mean nothing, but were set there. */
function keptTimes({ startTime, endTime }: GotoMeeting, planned: { startsAt: Date; endsAt: Date }) {
  const [startsAt, endsAt] = [new Date(startTime), new Date(endTime)]
  return endsAt > startsAt ? { startsAt, endsAt } : planned
}

/** Whether GoTo has something that we have not read yet. Times count only where a meeting has a date. */
function isOther(there: GotoMeeting, { meeting, planned }: ListedRow): boolean {
  if (there.subject !== meeting.subject || kinds[there.meetingType] !== meeting.kind) return true
  if (planned === null || meeting.kind !== 'scheduled') return false
  return there.startTime !== planned.startsAt.toISOString() || there.endTime !== planned.endsAt.toISOString()
}

/** What was asked for before without an answer may have arrived: then it is no edit of somebody else. */
function isRequested(there: GotoMeeting, { change, times }: Pick<Change, 'change' | 'times'>): boolean {
  if (there.subject !== change.subject || kinds[there.meetingType] !== change.kind) return false
  if (change.kind !== 'scheduled') return true
  const { startsAt, endsAt } = times.goto
  return there.startTime === startsAt.toISOString() && there.endTime === endsAt.toISOString()
}

/** What GoTo has now stands in every list, and in the form that shows both. */
async function learn({ meeting, planned }: ListedRow, there: GotoMeeting): Promise<void> {
  await inTransaction(async (tx) => {
    const { subject, startTime, endTime, conferenceCallInfo: audio } = there
    await tx.meeting.update({
      where: { id: meeting.id },
      data: { subject, audio, changedAt: now(), version: { increment: 1 } },
      select: { id: true },
    })
    if (planned && kinds[there.meetingType] === 'scheduled') {
      const moved = { startsAt: new Date(startTime), endsAt: new Date(endTime) }
      await tx.occurrence.update({ where: { id: planned.id }, data: moved, select: { id: true } })
    }
    await bumpListVersion(tx, 'meetings')
  })
  forgetListHead()
}

async function unlessDeleted<T>({ meeting }: ListedRow, call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (thrown) {
    if (toAppError(thrown).code !== 'not_found') throw thrown
    await inTransaction((tx) => markGone(tx, meeting.id, 'GoTo does not have it any more.'))
    forgetListHead()
    throw new AppError(
      'conflict',
      'This meeting was deleted at GoTo meanwhile. What you typed is kept: create it anew from here.',
    )
  }
}
