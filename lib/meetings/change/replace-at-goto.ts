import type { PersonActor } from '#lib/auth/actor.ts'
import { gotoAs } from '#lib/connections/goto-as.ts'
import { db, inTransaction } from '#lib/db/client.ts'
import { AppError, toAppError } from '#lib/errors.ts'
import type { GotoClient } from '#lib/goto/client.ts'
import { log } from '#lib/log.ts'
import type { Change } from '#lib/meetings/create/draft-parts.ts'
import { gotoRequest } from '#lib/meetings/create/goto-request.ts'
import { sentences } from '#lib/meetings/sentences.ts'
import type { Details, GotoMeeting } from '#lib/record/meetings/goto-details.ts'
import { learnFromGoto } from '#lib/record/meetings/learn-from-goto.ts'
import type { ListedRow } from '#lib/record/meetings/listed-rows.ts'
import { markGone } from '#lib/record/meetings/mark-gone.ts'
import type { KeptAtGoto } from '#lib/record/meetings/write-change.ts'
import { isOther, isRequested } from './compare-at-goto.ts'

/** GoTo knows nothing of who is invited. */
type Replacement = Omit<Change, 'groups'>

/**
 * Sends GoTo the whole meeting: an update is a full replacement (goto-api.md 5.2). GoTo's version is read first, so
 * that nothing set elsewhere is lost unseen. Returns what was kept of it.
 * @throws AppError `conflict` when somebody has changed or deleted it there
 */
export async function replaceAtGoto(
  actor: PersonActor,
  row: ListedRow,
  { change, times, parts }: Replacement,
): Promise<KeptAtGoto> {
  const path = { meetingId: String(row.meeting.gotoMeetingId) }
  const goto = gotoAs(actor, { lane: 'interactive' })
  const there = await readThere(goto, row)
  if (!there.isTypeKnown) throw unknownType()
  const kept = await keep(there, row, { change, times, parts })
  if (isOther(there, row) && !isRequested(there, row, { change, times, kept })) {
    await learnFromGoto(row, there)
    throw new AppError('conflict', sentences.changedAtGoto)
  }
  const { subject, kind, audio } = change
  const planned = kind === 'room' ? keptTimes(there, times.goto) : times.goto
  const body = gotoRequest({ subject, kind, audio, ...kept, ...planned })
  await unlessDeleted(row, () => goto.call('updateMeeting', { path, body }))
  return { ...kept, ...(await newAudio(goto, row, audio)) }
}

/** An update includes the type (goto-api.md 5.2): an undescribed one would be replaced by another. */
function unknownType(): AppError {
  return new AppError('conflict', sentences.unknownType)
}

/** A form that could not show a setting from GoTo does not remove it. */
async function keep(there: GotoMeeting, { meeting }: ListedRow, { change, parts }: Replacement): Promise<Details> {
  const { passwordRequired } = change
  const { coorganizerKeys } = parts
  if (meeting.detailsReadAt !== null)
    return { passwordRequired, coorganizerKeys: [...coorganizerKeys, ...(await strangers(there, meeting.accountKey))] }
  return {
    passwordRequired: passwordRequired || there.passwordRequired === true,
    coorganizerKeys: [...new Set([...(there.coorganizerKeys ?? []), ...coorganizerKeys])],
  }
}

/** Co-organizers Foyer does not know yet: no form can show them, so none removes them. */
async function strangers({ coorganizerKeys }: GotoMeeting, accountKey: string): Promise<string[]> {
  if (!coorganizerKeys?.length) return []
  const known = await db().organizer.findMany({
    where: { accountKey, organizerKey: { in: coorganizerKeys.map(BigInt) } },
    select: { organizerKey: true },
  })
  return coorganizerKeys.filter((key) => known.every(({ organizerKey }) => String(organizerKey) !== key))
}

/**
 * The numbers follow from the option, and only GoTo knows how. GoTo has the change already: if it does not answer here,
 * nothing is shown until the next listing rather than something that may be wrong.
 */
async function newAudio(
  goto: GotoClient,
  { meeting }: ListedRow,
  audio: string,
): Promise<Pick<KeptAtGoto, 'audio' | 'isRead'>> {
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

/** A room's times mean nothing, but they were set at GoTo. */
function keptTimes({ startTime, endTime }: GotoMeeting, planned: { startsAt: Date; endsAt: Date }) {
  if (startTime === null || endTime === null) return planned
  const [startsAt, endsAt] = [new Date(startTime), new Date(endTime)]
  return endsAt > startsAt ? { startsAt, endsAt } : planned
}

async function unlessDeleted<T>({ meeting }: ListedRow, call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (thrown) {
    if (toAppError(thrown).code !== 'not_found') throw thrown
    await inTransaction((tx) => markGone(tx, [meeting.id], { because: 'GoTo no longer has it.', isDeleted: true }))
    throw new AppError('conflict', sentences.deletedAtGoto)
  }
}
