import type { PersonActor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { gotoAs } from '#lib/connections/goto-as.ts'
import { db, inTransaction } from '#lib/db/client.ts'
import { bumpListVersion } from '#lib/db/list-version.ts'
import { AppError, toAppError } from '#lib/errors.ts'
import type { GotoClient } from '#lib/goto/client.ts'
import { kinds } from '#lib/goto/kinds.ts'
import { log } from '#lib/log.ts'
import type { Change } from './draft-parts.ts'
import { type Details, detailColumns, type GotoMeeting, hasDetails, knownDetails } from './goto-details.ts'
import { gotoRequest } from './goto-request.ts'
import { forgetListHead } from './list-head.ts'
import { markGone } from './mark-gone.ts'
import type { ListedRow } from './meeting-rows.ts'
import { audioOptions } from './schema.ts'
import { spreadCoorganizers } from './spread-coorganizers.ts'

/** What GoTo has now of what a form may not have known. */
export type Kept = Details & {
  /** The text for people; null: it did not change. */
  audio: string | null
  /** Whether all of it is known: when the numbers could not be read, the next look asks again. */
  isRead: boolean
}

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
  const kept = await keep(there, row, { change, times, parts })
  if (isOther(there, row) && !isRequested(there, row, { change, times, kept })) {
    await learn(row, there)
    throw new AppError(
      'conflict',
      'This meeting was changed at GoTo meanwhile. What you typed is kept: look at both, then save again.',
    )
  }
  const { subject, kind, audio } = change
  const planned = kind === 'room' ? keptTimes(there, times.goto) : times.goto
  const body = gotoRequest({ subject, kind, audio, ...kept, ...planned })
  await unlessDeleted(row, () => goto.call('updateMeeting', { path, body }))
  return { ...kept, ...(await newAudio(goto, row, audio)) }
}

/** A form that could not show what was set at GoTo does not take it away. */
async function keep(there: GotoMeeting, { meeting }: ListedRow, { change, parts }: Change): Promise<Details> {
  const { passwordRequired } = change
  const { coorganizerKeys } = parts
  if (meeting.detailsReadAt !== null)
    return { passwordRequired, coorganizerKeys: [...coorganizerKeys, ...(await strangers(there, meeting.accountKey))] }
  return {
    passwordRequired: passwordRequired || there.passwordRequired === true,
    coorganizerKeys: [...new Set([...(there.coorganizerKeys ?? []), ...coorganizerKeys])],
  }
}

/** Co-organizers that Foyer has not heard of yet: no form can show them, so none takes them away. */
async function strangers({ coorganizerKeys }: GotoMeeting, accountKey: string): Promise<string[]> {
  if (!coorganizerKeys?.length) return []
  const known = await db().organizer.findMany({
    where: { accountKey, organizerKey: { in: coorganizerKeys.map(BigInt) } },
    select: { organizerKey: true },
  })
  return coorganizerKeys.filter((key) => known.every(({ organizerKey }) => String(organizerKey) !== key))
}

/**
 * The numbers follow from the option, and only GoTo knows how. It has the change already: when it does not answer this,
 * nothing is shown rather than what may be wrong, until the next listing.
 */
async function newAudio(
  goto: GotoClient,
  { meeting }: ListedRow,
  audio: string,
): Promise<Pick<Kept, 'audio' | 'isRead'>> {
  if (audio === meeting.audioOption && meeting.detailsReadAt !== null) return { audio: null, isRead: true }
  try {
    const path = { meetingId: String(meeting.gotoMeetingId) }
    return { audio: (await goto.call('getMeeting', { path })).conferenceCallInfo, isRead: true }
  } catch (thrown) {
    log.info({ meetingId: meeting.id, code: toAppError(thrown).code }, 'audio of a changed meeting not read')
    return { audio: '', isRead: false }
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
function isOther(there: GotoMeeting, row: ListedRow): boolean {
  const { meeting, planned } = row
  const details = knownDetails(row)
  if (details && !hasDetails(there, details)) return true
  if (hasOtherAudio(there, row)) return true
  if (there.subject !== meeting.subject || kinds[there.meetingType] !== meeting.kind) return true
  if (planned === null || meeting.kind !== 'scheduled') return false
  return there.startTime !== planned.startsAt.toISOString() || there.endTime !== planned.endsAt.toISOString()
}

/** GoTo's list says less than its meetings do: only what was read of one can be compared with it. */
function hasOtherAudio(there: GotoMeeting, { meeting }: ListedRow): boolean {
  const { audio, listedAudio, detailsReadAt } = meeting
  if (detailsReadAt === null || audio === '' || audio === listedAudio) return false
  return there.conferenceCallInfo !== audio
}

/** What was asked for before without an answer may have arrived: then it is no edit of somebody else. */
function isRequested(
  there: GotoMeeting,
  row: ListedRow,
  { change, times, kept }: Pick<Change, 'change' | 'times'> & { kept: Details },
): boolean {
  if (knownDetails(row) && !hasDetails(there, kept)) return false
  if (hasOtherAudio(there, row) && !mayFollow(there.conferenceCallInfo, row.meeting.audioOption, change.audio))
    return false
  if (there.subject !== change.subject || kinds[there.meetingType] !== change.kind) return false
  if (change.kind !== 'scheduled') return true
  const { startsAt, endsAt } = times.goto
  return there.startTime === startsAt.toISOString() && there.endTime === endsAt.toISOString()
}

/** Whether GoTo may make this text of the chosen audio: of an option it makes its own numbers, of a text that text. */
function mayFollow(text: string, before: string | null, chosen: string): boolean {
  if (chosen === before) return false
  return audioOptions.some((option) => option === chosen) || text === chosen
}

/** What GoTo has now stands in every list, and in the form that shows both. */
async function learn({ meeting, planned }: ListedRow, there: GotoMeeting): Promise<void> {
  await inTransaction(async (tx) => {
    const { subject, startTime, endTime, conferenceCallInfo: audio } = there
    // Whoever changed it there chose the audio too, and GoTo does not reveal what.
    const option = audio === meeting.audio ? {} : { audioOption: null }
    const at = now()
    // The lists that are under way are older, and the next one has nothing to compare with.
    const details = { ...detailColumns(there), detailsReadAt: at, listedAudio: null, writtenAt: at }
    await tx.meeting.update({
      where: { id: meeting.id },
      data: { subject, audio, ...option, ...details, changedAt: at, version: { increment: 1 } },
      select: { id: true },
    })
    if (planned && kinds[there.meetingType] === 'scheduled') {
      const moved = { startsAt: new Date(startTime), endsAt: new Date(endTime) }
      await tx.occurrence.update({ where: { id: planned.id }, data: moved, select: { id: true } })
    }
    await spreadCoorganizers(tx, meeting.id)
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
