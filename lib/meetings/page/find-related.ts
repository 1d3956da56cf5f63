import type { Actor } from '#lib/auth/actor.ts'
import { visibleMeetings } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { compareInvited } from '#lib/record/meetings/compare-invited.ts'
import { gotoIdOf, type ListedRow } from '#lib/record/meetings/listed-rows.ts'

export type RelatedRows = Pick<MeetingDetail, 'coorganizers' | 'groupPeople' | 'sessions'> & {
  /** The room it takes place in, if it has no GoTo id of its own and this actor may know the room. */
  room: { id: string; subject: string } | null
  place: Place
}

/** How people get in and hear each other: for a meeting in a room, the room's, even for people who can't see the room. */
type Place = { joinUrl: string | null; audio: string; passwordRequired: boolean }

const mostSessions = 50

/** The parts of a meeting in other rows: its room, its co-organizers, the people of its groups, and its sessions for those who may know them. */
export async function findRelated(actor: Actor, row: ListedRow, withSessions: boolean): Promise<RelatedRows> {
  const [found, coorganizers, groupPeople, sessions] = await Promise.all([
    findPlace(actor, row),
    findCoorganizers(row),
    findGroupPeople(row),
    withSessions ? findSessions(row) : [],
  ])
  return { ...found, coorganizers, groupPeople, sessions }
}

async function findPlace(actor: Actor, { meeting, planned }: ListedRow): Promise<Pick<RelatedRows, 'room' | 'place'>> {
  if (meeting.gotoMeetingId !== null || planned === null) return { room: null, place: meeting }
  const { accountKey } = meeting
  const where = { accountKey, gotoMeetingId: planned.gotoMeetingId }
  const [found, visible] = await Promise.all([
    db().meeting.findFirst({
      where,
      select: { joinUrl: true, audio: true, passwordRequired: true },
    }),
    db().meeting.findFirst({ where: { AND: [visibleMeetings(actor), where] }, select: { id: true, subject: true } }),
  ])
  return { room: visible, place: found ?? meeting }
}

async function findCoorganizers({ meeting }: ListedRow): Promise<RelatedRows['coorganizers']> {
  if (meeting.coorganizerKeys.length === 0) return []
  const found = await db().organizer.findMany({
    where: { accountKey: meeting.accountKey, organizerKey: { in: meeting.coorganizerKeys } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
  return found.map(({ id, name }) => ({ organizerId: id, name }))
}

/** By name, as every list of the invited has them. */
async function findGroupPeople({ meeting }: ListedRow): Promise<RelatedRows['groupPeople']> {
  if (meeting.invitedGroups.length === 0) return []
  const ids = meeting.invitedGroups.flatMap(({ personIds }) => personIds)
  const found = await db().person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const people = found
    .map(({ id, name }) => ({ personId: id, name, required: false }))
    .sort(compareInvited)
    .map(({ personId, name }) => ({ personId, name }))
  return meeting.invitedGroups.map(({ groupId, personIds }) => {
    return { groupId, people: people.filter(({ personId }) => personIds.includes(personId)) }
  })
}

/** In a shared room, only its own; with its own GoTo id, every run belongs to this meeting. */
async function findSessions(row: ListedRow): Promise<RelatedRows['sessions']> {
  const { meeting, planned } = row
  const isShared = planned !== null && meeting.gotoMeetingId === null
  const where: Prisma.SessionWhereInput = isShared
    ? { occurrenceId: planned.id }
    : { accountKey: meeting.accountKey, gotoMeetingId: gotoIdOf(row) ?? 0n }
  const found = await db().session.findMany({ where, orderBy: { startedAt: 'desc' }, take: mostSessions })
  return found.map(({ id, startedAt, endedAt, attendeesReadAt }) => ({
    id,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    hasAttendees: attendeesReadAt !== null,
  }))
}
