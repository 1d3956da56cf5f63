import { Refusal } from './refusals.ts'
import type { Attendance } from './seed/attendance.ts'
import { wholeSecond } from './seed/whole-second.ts'
import type { Touch } from './state.ts'
import type { Meeting, Session, World } from './world.ts'

export type Visitor = { name: string; email: string }
export type Act = { meetingId: string; do: 'start' | 'end' | 'join' | 'leave'; name?: string; email?: string }
export type ActResult = { meetingId: string; status: 'ACTIVE' | 'INACTIVE'; waiting: number; present: number }

/** What people do on screen: the only way a meeting moves (goto-api.md 9.4: no call ends one). */
export function act(world: World, { meetingId, do: what, name = '', email = '' }: Act): ActResult {
  const meeting = world.findMeeting(meetingId)
  if (!meeting) throw new Refusal(404, 'There is no meeting with this ID.')
  const visitor = { name: name.trim(), email: email.trim() }
  if (what === 'join' && visitor.name === '') throw new Refusal(400, 'Joining needs a name.')
  if (what === 'leave' && visitor.name === '' && visitor.email === '') {
    throw new Refusal(400, 'Leaving needs a name or an e-mail.')
  }
  switch (what) {
    case 'start':
      start(world, meeting)
      break
    case 'end':
      end(world, meeting)
      break
    case 'join':
      join(world, meeting, visitor)
      break
    case 'leave':
      leave(world, meeting, visitor)
      break
  }
  return statusOf(world, meeting.id)
}

export function statusOf(world: World, meetingId: string): ActResult {
  const session = world.activeSession(meetingId)
  const present = session ? world.attendancesOf(session).filter(({ leftAt }) => leftAt === null).length : 0
  const waiting = world.state.waiting.get(meetingId)?.length ?? 0
  return { meetingId, status: session ? 'ACTIVE' : 'INACTIVE', waiting, present }
}

/** Whether this visitor is inside now, waiting, or neither. */
export function placeOfVisitor(world: World, meetingId: string, visitor: Visitor): 'in' | 'waiting' | 'outside' {
  const session = world.activeSession(meetingId)
  if (session && pressed(world, session).some((row) => row.leftAt === null && isSame(row, visitor))) return 'in'
  return world.state.waiting.get(meetingId)?.some((row) => isSame(row, visitor)) ? 'waiting' : 'outside'
}

/** Starting a running meeting changes nothing: a second click on a slow page is not a second session. */
function start(world: World, meeting: Meeting): void {
  if (world.activeSession(meeting.id)) return
  const waiting = world.state.waiting.get(meeting.id) ?? []
  world.beginSession(meeting, waiting)
  world.state.waiting.delete(meeting.id)
}

function end(world: World, meeting: Meeting): void {
  const session = world.activeSession(meeting.id)
  if (!session) throw new Refusal(409, 'This meeting is not running.')
  const endedAt = Math.max(session.startedAt, wholeSecond(world.state.now()))
  const acted = world.state.sessions.get(session.id)
  if (acted) {
    world.state.sessions.set(session.id, {
      ...acted,
      endedAt,
      attendances: acted.attendances.map((row) => closed(row, endedAt)),
    })
  } else {
    const touch = touchOf(world, session)
    world.state.touches.set(session.id, {
      ...touch,
      endedAt,
      attendances: touch.attendances.map((row) => closed(row, endedAt)),
    })
  }
}

function join(world: World, meeting: Meeting, visitor: Visitor): void {
  if (placeOfVisitor(world, meeting.id, visitor) !== 'outside') return
  const session = world.activeSession(meeting.id)
  if (!session) {
    const waiting = world.state.waiting.get(meeting.id) ?? []
    world.state.waiting.set(meeting.id, [...waiting, visitor])
    return
  }
  const joinedAt = Math.max(session.startedAt, wholeSecond(world.state.now()))
  change(world, session, (rows) => [...rows, { ...visitor, joinedAt, leftAt: null }])
}

function leave(world: World, meeting: Meeting, visitor: Visitor): void {
  const waiting = world.state.waiting.get(meeting.id) ?? []
  if (waiting.some((row) => isSame(row, visitor))) {
    world.state.waiting.set(
      meeting.id,
      waiting.filter((row) => !isSame(row, visitor)),
    )
    return
  }
  const session = world.activeSession(meeting.id)
  const leftAt = wholeSecond(world.state.now())
  const isHere = session && placeOfVisitor(world, meeting.id, visitor) === 'in'
  if (!isHere) throw new Refusal(404, 'Nobody with this name is in the meeting.')
  change(world, session, (rows) => rows.map((row) => (isSame(row, visitor) ? closed(row, leftAt) : row)))
}

/** Rows of a hand-made session, or those that people added to a simulated one. */
function change(world: World, session: Session, edit: (rows: Attendance[]) => Attendance[]): void {
  const acted = world.state.sessions.get(session.id)
  if (acted) world.state.sessions.set(session.id, { ...acted, attendances: edit(acted.attendances) })
  else {
    const touch = touchOf(world, session)
    world.state.touches.set(session.id, { ...touch, attendances: edit(touch.attendances) })
  }
}

/** People who came by pressing Join: a simulated colleague of the same name is somebody else. */
function pressed({ state }: World, { id }: Session): Attendance[] {
  return state.sessions.get(id)?.attendances ?? state.touches.get(id)?.attendances ?? []
}

function touchOf(world: World, session: Session): Touch {
  return (
    world.state.touches.get(session.id) ?? {
      endedAt: null,
      attendances: [],
      isDeleted: false,
      isAttendeesDeleted: false,
    }
  )
}

/** Same name, and the same e-mail if one was given. */
function isSame(row: Visitor, visitor: Visitor): boolean {
  if (visitor.name === '') return row.email.toLowerCase() === visitor.email.toLowerCase()
  return row.name === visitor.name && (visitor.email === '' || row.email.toLowerCase() === visitor.email.toLowerCase())
}

function closed(row: Attendance, leftAt: number): Attendance {
  return row.leftAt === null ? { ...row, leftAt: Math.max(row.joinedAt, leftAt) } : row
}
