import { hostToken } from '../host-token.ts'
import { refuse } from '../refusals.ts'
import { simulatedAudio } from '../seed/audio.ts'
import { createdMeetingId } from '../seed/ids.ts'
import type { Meeting } from '../world.ts'
import { readMeetingBody } from './meeting-body.ts'
import { maxParticipants, toHistorical, toHistory, toMeetingById, toScheduled, toUpcoming } from './rows.ts'
import { readRange } from './times.ts'
import { toAttendees } from './to-attendees.ts'
import type { CallContext, HandlersOf } from './types.ts'

/** goto-api.md 5. */
export const meetingHandlers: HandlersOf<
  | 'createMeeting'
  | 'getMeeting'
  | 'updateMeeting'
  | 'deleteMeeting'
  | 'startMeeting'
  | 'listAttendees'
  | 'listUpcomingMeetings'
  | 'listHistoricalMeetings'
  | 'listMeetings'
> = {
  createMeeting(context) {
    const { world, caller, origin } = context
    const draft = readMeetingBody(context, null)
    const { state } = world
    const id = createdMeetingId(state.next('meeting'))
    const meeting = { ...draft, id, organizerKey: caller.key, createdAt: state.now(), deletedAt: null, runs: null }
    state.meetings.set(id, meeting)
    return [
      {
        joinURL: `${origin}/join/${id}`,
        meetingid: Number(id),
        maxParticipants: maxParticipants(world, caller.key),
        uniqueMeetingId: Number(id),
        conferenceCallInfo: simulatedAudio(meeting),
      },
    ]
  },

  getMeeting: (context) => [toMeetingById(context.world, readable(context))],

  /** A full replacement (goto-api.md 5.2). */
  updateMeeting(context) {
    const meeting = own(context)
    context.world.changeMeeting(meeting, readMeetingBody(context, meeting))
    return undefined
  },

  /**
   * A running meeting can be deleted; its session continues until somebody ends it (our assumption, goto-api.md 14.5).
   */
  deleteMeeting(context) {
    const meeting = own(context)
    context.world.changeMeeting(meeting, { deletedAt: context.world.state.now() })
    return undefined
  },

  /** Does not start anything: opening the address does (goto-api.md 5.4). */
  startMeeting(context) {
    const meeting = readable(context)
    const token = hostToken(context.world.state, { meetingId: meeting.id, organizerKey: context.caller.key })
    const query = new URLSearchParams({
      startMode: 'Join',
      meetingId: meeting.id,
      authenticationToken: token,
      productName: 'g2m',
    })
    return { hostURL: `${context.origin}/host/${meeting.id}?${query}` }
  },

  /** All sessions of this ID, mixed (goto-api.md 5.7). */
  listAttendees(context) {
    const { world, caller, isAdmin } = context
    const meeting = world.findMeetingEver(context.path.meetingId ?? '')
    const sessions = meeting ? world.sessionsOf(meeting.id).filter(world.isReported) : []
    if (!meeting || (meeting.deletedAt !== null && sessions.length === 0)) throw noMeeting()
    const owner = world.organizers.find(meeting.organizerKey)
    const isMine = meeting.organizerKey === caller.key || meeting.coorganizerKeys.includes(caller.key)
    if (!isMine && !(isAdmin && owner?.accountKey === caller.accountKey)) throw noMeeting()
    return sessions.flatMap((session) => toAttendees(world, session))
  },

  listUpcomingMeetings: ({ world, caller }) => world.upcoming(caller.key).map((meeting) => toUpcoming(world, meeting)),

  listHistoricalMeetings(context) {
    const { from, to } = readRange(context)
    const { world, caller } = context
    return world.history(caller.key, from, to).map((session) => toHistorical(world, session))
  },

  /** Deprecated. Without any query it lists what is planned, as captured in 2015 (goto-api.md 5.8). */
  listMeetings(context) {
    const { world, caller } = context
    return listed(context, {
      isOpen: true,
      history: (from, to) => world.history(caller.key, from, to).map((session) => toHistory(world, session)),
      scheduled: () => world.upcoming(caller.key).map((meeting) => toScheduled(world, meeting)),
    })
  },
}

/** `history=true` with both dates, or `scheduled=true`, never both (goto-api.md 5.8, 6, 7). */
export function listed<R>(
  context: CallContext,
  lists: { isOpen: boolean; history: (from: number, to: number) => R; scheduled: () => R },
): R {
  const history = context.query.get('history')?.toLowerCase() === 'true'
  const scheduled = context.query.get('scheduled')?.toLowerCase() === 'true'
  if (history && scheduled) throw refuse(400, 'invalid', 'history and scheduled exclude each other')
  if (history) {
    const { from, to } = readRange(context)
    return lists.history(from, to)
  }
  if (!scheduled && !lists.isOpen) throw refuse(400, 'invalid', 'history=true or scheduled=true is required')
  return lists.scheduled()
}

/** Only one's own, even for administrators; nothing more is documented (goto-api.md 8). */
function own({ world, caller, path }: CallContext): Meeting {
  const meeting = world.findMeeting(path.meetingId ?? '')
  if (!meeting || meeting.organizerKey !== caller.key) throw noMeeting()
  return meeting
}

/** One's own, or one that names the caller as a co-organizer, who may start it (goto-api.md 5.2). */
function readable({ world, caller, path }: CallContext): Meeting {
  const meeting = world.findMeeting(path.meetingId ?? '')
  if (!meeting || !(meeting.organizerKey === caller.key || meeting.coorganizerKeys.includes(caller.key)))
    throw noMeeting()
  return meeting
}

function noMeeting() {
  return refuse(404, 'noMeeting', 'The meeting does not exist')
}
