import type { Plan } from './plan.ts'
import { type Attendance, simulateAttendance } from './seed/attendance.ts'
import type { Planned } from './seed/calendar.ts'
import { namedEmails } from './seed/company.ts'
import { actedSessionId, instanceKeyOf, placeOfSession, slotSessionId } from './seed/ids.ts'
import { wholeSecond } from './seed/whole-second.ts'
import type { ActedSession, MeetingRecord, State } from './state.ts'

/** One run of a meeting. `endedAt` is `null` while it runs. */
export type Session = Omit<ActedSession, 'attendances'> & { instanceKey: string; simulated: Planned | null }

const day = 86_400_000
const named: ReadonlySet<string> = new Set(namedEmails)
const nobody: ReadonlySet<string> = new Set()

/** What took place or is running: the simulated runs, unless somebody interfered, and those that people started. */
export function createSessions(state: State, plan: Plan) {
  const simulatedRows = new Map<string, Attendance[]>()

  /** All runs of a meeting so far, in order, including the current one. */
  function sessionsOf(meetingId: string, since = state.seed.epochAt): Session[] {
    const acted = [...state.sessions.values()].filter((session) => session.meetingId === meetingId).map(fromActed)
    const simulated = plan.ofMeeting(meetingId, since).flatMap((planned) => runOf(planned, acted) ?? [])
    return [...simulated, ...acted].sort((a, b) => a.startedAt - b.startedAt)
  }

  function activeSession(meetingId: string): Session | null {
    // No simulated run lasts longer than a day.
    return sessionsOf(meetingId, state.now() - 2 * day).find(({ endedAt }) => endedAt === null) ?? null
  }

  function findSession(sessionId: string): Session | null {
    const acted = state.sessions.get(sessionId)
    const place = placeOfSession(sessionId)
    const meetingId = acted?.meetingId ?? (place && plan.at(place)?.meetingId)
    return meetingId ? (sessionsOf(meetingId).find(({ id }) => id === sessionId) ?? null) : null
  }

  /** An organizer's history: sessions that began in the period, are over and have been reported. */
  function history(organizerKey: string, from: number, to: number): Session[] {
    const lane = state.calendar.laneOf.get(organizerKey)
    const isTheirs = (thing: { organizerKey: string }) => thing.organizerKey === organizerKey
    const acted = [...state.sessions.values()].filter(isTheirs).map(fromActed)
    const inTime = lane === undefined ? [] : plan.inLane(lane, from, to).filter(isTheirs)
    // A moved meeting may have run on another day than its lane says.
    const changed = [...state.meetings.values()].filter(isTheirs)
    const moved = changed.flatMap(({ id }) => plan.ofMeeting(id, state.seed.epochAt))
    const places = new Map([...inTime, ...moved].map((planned) => [slotSessionId(planned.place), planned]))
    const byMeeting = Map.groupBy(acted, ({ meetingId }) => meetingId)
    const simulated = [...places.values()].flatMap(
      (planned) => runOf(planned, byMeeting.get(planned.meetingId) ?? []) ?? [],
    )
    return [...simulated, ...acted]
      .filter((session) => session.startedAt >= from && session.startedAt <= to && isReported(session))
      .sort((a, b) => a.startedAt - b.startedAt)
  }

  /** Reports come late: a session is in the history some time after its end. */
  function isReported({ id, endedAt }: Session): boolean {
    if (state.touches.get(id)?.isDeleted) return false
    return endedAt !== null && endedAt + state.settings.historyDelaySeconds * 1_000 <= state.now()
  }

  /**
   * The run of a simulated meeting, if there is one: the organizer must exist, nobody may have deleted the meeting or
   * held it by hand before, and the four named people do nothing on their own once the sandbox has first started.
   */
  function runOf(planned: Planned, acted: Session[]): Session | null {
    const record = state.meetings.get(planned.meetingId)
    const runs = record?.runs ?? { from: planned.runsFrom, until: planned.runsUntil }
    const startedAt = wholeSecond(runs.from)
    const id = slotSessionId(planned.place)
    const touch = state.touches.get(id)
    const until = touch?.endedAt ?? Math.max(startedAt + 60_000, wholeSecond(runs.until))
    if (touch?.isDeleted || !isHeld(planned, record, startedAt, until)) return null
    if (acted.some((session) => isInstead(session, planned, startedAt))) return null
    return {
      id,
      instanceKey: instanceKeyOf(id),
      meetingId: planned.meetingId,
      organizerKey: planned.organizerKey,
      subject: record?.subject ?? planned.subject,
      type: record?.type ?? planned.type,
      audio: record?.audio ?? planned.audio,
      startedAt,
      endedAt: until <= state.now() ? until : null,
      simulated: { ...planned, runsFrom: startedAt, runsUntil: until },
    }
  }

  function isHeld(planned: Planned, record: MeetingRecord | undefined, startedAt: number, until: number): boolean {
    const { bornAt, epochAt } = state.seed
    if (startedAt < epochAt || startedAt > state.now()) return false
    if (planned.isNamed && until > bornAt) return false
    if (record?.deletedAt && record.deletedAt <= startedAt) return false
    const organizer = state.organizers.get(planned.organizerKey)
    const gone = organizer?.deletedAt ?? organizer?.suspendedAt ?? null
    return gone === null || gone > startedAt
  }

  /** Rows as of the end, or as of now: open ones end with the session. */
  function attendancesOf(session: Session): Attendance[] {
    const { id, endedAt } = session
    const touch = state.touches.get(id)
    if (touch?.isAttendeesDeleted) return []
    const rows = [...(state.sessions.get(id)?.attendances ?? simulatedOf(session)), ...(touch?.attendances ?? [])]
    const last = endedAt ?? state.now()
    return rows
      .filter(({ joinedAt }) => joinedAt <= last)
      .map((row) => ({ ...row, leftAt: row.leftAt === null || row.leftAt > last ? endedAt : row.leftAt }))
  }

  function simulatedOf({ id, simulated, endedAt }: Session): Attendance[] {
    if (!simulated) return []
    const key = `${id}|${simulated.runsFrom}|${simulated.runsUntil}`
    const known = simulatedRows.get(key)
    if (known) return known
    // From the first start on, the named people act for themselves: their doubles must not be there already.
    const absent = endedAt !== null && endedAt <= state.seed.bornAt ? nobody : named
    const rows = simulateAttendance(simulated, state.calendar.company, absent)
    if (simulatedRows.size > 5_000) simulatedRows.clear()
    simulatedRows.set(key, rows)
    return rows
  }

  function beginSession(meeting: MeetingRecord, waiting: { name: string; email: string }[]): void {
    const { id: meetingId, organizerKey, subject, type, audio } = meeting
    const id = actedSessionId(state.next('session'))
    const startedAt = wholeSecond(state.now())
    const attendances = waiting.map((person) => ({ ...person, joinedAt: startedAt, leftAt: null }))
    state.sessions.set(id, { id, meetingId, organizerKey, subject, type, audio, startedAt, endedAt: null, attendances })
  }

  return { sessionsOf, activeSession, findSession, history, isReported, attendancesOf, beginSession }
}

/** Whether somebody held the meeting by hand, so that the simulated people find it over or running. */
function isInstead(acted: Session, planned: Planned, startedAt: number): boolean {
  if (acted.startedAt > startedAt) return false
  return planned.type !== 'recurring' || acted.endedAt === null || acted.endedAt > startedAt
}

function fromActed({ attendances: _, ...session }: ActedSession): Session {
  return { ...session, instanceKey: instanceKeyOf(session.id), simulated: null }
}
