import { refuse } from '../refusals.ts'
import type { OrganizerRecord, Touch } from '../state.ts'
import type { Session } from '../world.ts'
import { listed } from './meetings.ts'
import { addOrganizer, readStatusChange } from './organizer-body.ts'
import { toHistorical, toOrganizer, toScheduled, toUpcoming } from './rows.ts'
import { readRange } from './times.ts'
import { toAttendeesByOrganizer } from './to-attendees.ts'
import type { CallContext, HandlersOf } from './types.ts'

/** goto-api.md 6. Who may call is checked beforehand, from the contract's table. */
export const organizerHandlers: HandlersOf<
  | 'listOrganizers'
  | 'createOrganizer'
  | 'deleteOrganizerByEmail'
  | 'getOrganizer'
  | 'updateOrganizer'
  | 'deleteOrganizer'
  | 'listUpcomingMeetingsByOrganizer'
  | 'listHistoricalMeetingsByOrganizer'
  | 'listAttendeesByOrganizer'
  | 'listMeetingsByOrganizer'
  | 'deleteSession'
  | 'deleteSessionAttendees'
  | 'deleteSessionRecordings'
> = {
  listOrganizers({ world, caller, query }) {
    const email = query.get('email')
    if (!email) return world.organizers.inAccount(caller.accountKey).map((organizer) => toOrganizer(world, organizer))
    const found = world.organizers.findByEmail(email)
    if (found?.accountKey !== caller.accountKey) throw noOrganizer()
    return [toOrganizer(world, found)]
  },

  createOrganizer(context) {
    const { key, email } = addOrganizer(context, null)
    return [{ key: BigInt(key), email }]
  },

  /** 404 is not among its documented answers: an unknown address is a bad request. */
  deleteOrganizerByEmail({ world, caller, query }) {
    const found = world.organizers.findByEmail(query.get('email') ?? '')
    if (found?.accountKey !== caller.accountKey)
      throw refuse(400, 'noOrganizer', 'There is no organizer with this e-mail')
    world.organizers.change(found, { deletedAt: world.state.now() })
    return undefined
  },

  getOrganizer: (context) => [toOrganizer(context.world, named(context))],

  updateOrganizer(context) {
    const organizer = named(context)
    context.world.organizers.change(organizer, readStatusChange(context, organizer))
    return undefined
  },

  deleteOrganizer(context) {
    context.world.organizers.change(named(context), { deletedAt: context.world.state.now() })
    return undefined
  },

  listUpcomingMeetingsByOrganizer(context) {
    const { world } = context
    return world.upcoming(named(context).key).map((meeting) => toUpcoming(world, meeting))
  },

  listHistoricalMeetingsByOrganizer(context) {
    return reported(context).map((session) => toHistorical(context.world, session))
  },

  listAttendeesByOrganizer(context) {
    return reported(context).flatMap((session) => toAttendeesByOrganizer(context.world, session))
  },

  /** S1 has one row type for both lists (goto-api.md 6); past rows carry the session's times. */
  listMeetingsByOrganizer(context) {
    const { world } = context
    const { key } = named(context)
    return listed(context, {
      isOpen: false,
      scheduled: () => world.upcoming(key).map((meeting) => toScheduled(world, meeting)),
      history: (from, to) =>
        world.history(key, from, to).flatMap((session) => {
          const meeting = world.findMeetingEver(session.meetingId)
          if (!meeting) return []
          const held = { ...meeting, subject: session.subject, startsAt: session.startedAt }
          return [toScheduled(world, { ...held, endsAt: session.endedAt ?? session.startedAt })]
        }),
    })
  },

  /** S2: the attendee list and all recordings go with it. */
  deleteSession: (context) => erase(context, { isDeleted: true }),
  deleteSessionAttendees: (context) => erase(context, { isAttendeesDeleted: true }),
  deleteSessionRecordings: (context) => erase(context, { isRecordingsDeleted: true }),
}

function reported(context: CallContext): Session[] {
  const { key } = named(context)
  const { from, to } = readRange(context)
  return context.world.history(key, from, to)
}

function erase(context: CallContext, change: Partial<Touch>): undefined {
  const { world, path } = context
  const session = world.findSession(path.sessionId ?? '')
  if (!session || session.organizerKey !== named(context).key || !world.isReported(session)) {
    throw refuse(404, 'noSession', 'The session does not exist')
  }
  const none = { endedAt: null, attendances: [], isDeleted: false, isAttendeesDeleted: false }
  world.state.touches.set(session.id, { ...none, ...world.state.touches.get(session.id), ...change })
  return undefined
}

function named({ world, caller, path }: CallContext): OrganizerRecord {
  const organizer = world.organizers.find(path.organizerKey ?? '')
  if (!organizer || organizer.deletedAt !== null || organizer.accountKey !== caller.accountKey) throw noOrganizer()
  return organizer
}

function noOrganizer() {
  return refuse(404, 'noOrganizer', 'The organizer does not exist')
}
