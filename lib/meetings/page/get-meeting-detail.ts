import type { Actor } from '#lib/auth/actor.ts'
import { authorize, can } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { joinUrlOf } from '#lib/meetings/join/join-url.ts'
import { refreshOrganizer } from '#lib/meetings/reading/refresh-organizer.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { getJoinRules } from '#lib/record/meetings/get-join-rules.ts'
import { getMeetingRow } from '#lib/record/meetings/get-meeting-row.ts'
import { joinFacts } from '#lib/record/meetings/join-facts.ts'
import { getSurroundings, gotoIdOf, type ListedRow, subjectOf } from '#lib/record/meetings/listed-rows.ts'
import { meetingState, type RoomFacts } from '#lib/record/meetings/meeting-state.ts'
import { viewMeeting } from '#lib/record/meetings/view-meeting.ts'
import { isUsuallyOnTime } from '#lib/record/sessions/usually-on-time.ts'
import { findNotMine } from './find-not-mine.ts'
import { findPresses } from './find-presses.ts'
import { findRelated } from './find-related.ts'
import { readMeetingDetails } from './read-meeting-details.ts'

/**
 * One meeting for its page and its form. Viewing one whose state may be changing triggers a check with GoTo.
 * @throws AppError `not_found`
 */
export async function getMeetingDetail(actor: Actor, id: string): Promise<MeetingDetail> {
  const row = await getMeetingRow(actor, id)
  authorize(actor, 'meeting.read', subjectOf(row))
  return readDetail(actor, id, row)
}

/** The same for whoever has just changed it, who may not be allowed to read meetings otherwise: an API token. */
export async function getChangedMeeting(actor: Actor, id: string): Promise<MeetingDetail> {
  return readDetail(actor, id, await getMeetingRow(actor, id))
}

async function readDetail(actor: Actor, id: string, before: ListedRow): Promise<MeetingDetail> {
  const isWatched = can(actor, 'meeting.attendees', subjectOf(before)) && (await mayMove(before))
  if (isWatched) await refreshOrganizer(before.meeting.organizerId)
  const hasRead = await readMeetingDetails(actor, before)
  const row = isWatched || hasRead ? await getMeetingRow(actor, id) : before
  return view(actor, row)
}

async function view(actor: Actor, row: ListedRow): Promise<MeetingDetail> {
  const at = now()
  const { meeting } = row
  const surroundings = await getSurroundings([row], at)
  const meetingOfList = viewMeeting(row, surroundings, { actor, rules: await getJoinRules(), now: at })
  const withSessions = can(actor, 'meeting.attendees', subjectOf(row))
  const [{ room, place, coorganizers, groupPeople, sessions }, startsOnTime, company, notMine] = await Promise.all([
    findRelated(actor, row, withSessions),
    isToCome(row, at) && isUsuallyOnTime(meeting.organizerId, at),
    findCompany(actor, row, meetingOfList.state),
    findNotMine(actor, row),
  ])
  return {
    ...meetingOfList,
    version: meeting.version,
    origin: meeting.origin === 'foyer' ? 'foyer' : 'goto',
    joinUrl: joinUrlOf(String(gotoIdOf(row) ?? ''), place.joinUrl),
    audio: place.audio,
    audioOption: meeting.audioOption,
    passwordRequired: place.passwordRequired,
    coorganizers,
    groupPeople,
    notMine,
    room: room && { ...room, isLive: runsNow(surroundings.rooms.get(gotoIdOf(row) ?? 0n) ?? null, at) },
    cancelFailure: meeting.cancelFailure,
    mayBeDeleted: meeting.cancelMayHaveArrived,
    stateAsOf: meeting.organizer.listedAt?.toISOString() ?? null,
    startsOnTime,
    company,
    sessions,
  }
}

function isToCome({ planned }: ListedRow, at: Date): boolean {
  return planned !== null && planned.startsAt > at
}

async function findCompany(
  actor: Actor,
  row: ListedRow,
  state: MeetingDetail['state'],
): Promise<MeetingDetail['company']> {
  if (!['waiting', 'live', 'ending'].includes(state) || !can(actor, 'meeting.company', subjectOf(row))) return null
  return (await findPresses(row)).map(({ personId, name }) => ({ personId, name }))
}

/** Whether anything is running in a room, whichever of its meetings it is. */
function runsNow(room: RoomFacts | null, at: Date): boolean {
  return ['live', 'ending'].includes(meetingState(room, null, at).state)
}

/** Whether its state can change any moment: somebody is there or waiting, or it is time. */
async function mayMove(row: ListedRow): Promise<boolean> {
  const at = now()
  const { state, window, refusal } = joinFacts(row, await getSurroundings([row], at), await getJoinRules(), at)
  if (state === 'waiting' || state === 'live' || state === 'ending') return true
  return window !== null && refusal === null
}
