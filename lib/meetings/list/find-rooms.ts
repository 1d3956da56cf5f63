import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { mostLookedAt } from '#lib/db/rarest.ts'
import { type ListedRow, meetingParts } from '#lib/record/meetings/listed-rows.ts'
import { found } from './find-candidates.ts'
import type { Wanted } from './find-planned.ts'
import type { RoomPlace } from './list-place.ts'

/** `next`: the room after which it goes on, although the page may not be full: no more were looked through. */
type RoomPage = { rows: ListedRow[]; next: RoomPlace | null }

const none: RoomPage = { rows: [], next: null }
const bySubject: Prisma.MeetingOrderByWithRelationInput[] = [{ subject: 'asc' }, { id: 'asc' }]

/**
 * A page of rooms by subject: those asked for or, where nothing is, those somebody is in. `visible`: which of them may
 * be seen.
 */
export async function findRooms(wanted: Wanted, visible: Prisma.MeetingWhereInput): Promise<RoomPage> {
  const { place, isSearch, limit } = wanted.query
  const { isFirst, room } = place
  if (!isFirst && room === null) return none
  if (!isSearch) return { rows: await load(wanted, [isBusy(wanted)], limit), next: null }
  const from = room === null ? {} : after(room)
  const piece = wanted.sought && (await pieceOf(visible, from))
  const sought = piece
    ? await found(wanted.sought, (param) => `SELECT unnest(${param(piece.map(({ id }) => id))}::uuid[]) AS id`)
    : {}
  const rows = await load(wanted, [sought, from], limit + 1)
  const shown = rows.slice(0, limit)
  const isCut = piece?.length === mostLookedAt
  const last = rows.length > limit ? shown.at(-1)?.meeting : isCut ? piece.at(-1) : null
  return { rows: shown, next: last ? { subject: last.subject, id: last.id } : null }
}

function isBusy({ busy }: Wanted): Prisma.MeetingWhereInput {
  return { gotoMeetingId: { in: busy.map(({ id }) => id) } }
}

/**
 * Of the rooms that may be seen, as many as may be looked through. Each reason to see one has an index of its own, by
 * which the rooms of others cost nothing.
 */
async function pieceOf(visible: Prisma.MeetingWhereInput, from: Prisma.MeetingWhereInput): Promise<RoomPlace[]> {
  const seen = await Promise.all((visible.OR ?? [visible]).map((way) => placesOf([way, isRoom, from])))
  const all = [...new Map(seen.flat().map((place) => [place.id, place])).values()]
  const whole = seen.find(({ length }) => length === all.length)
  // Only where one list is cut off does the order of all of them matter: which are looked through now.
  return whole ?? (all.length < mostLookedAt ? all : placesOf([{ id: { in: all.map(({ id }) => id) } }]))
}

async function placesOf(where: Prisma.MeetingWhereInput[]): Promise<RoomPlace[]> {
  return db().meeting.findMany({
    where: { AND: where },
    orderBy: bySubject,
    take: mostLookedAt,
    select: { id: true, subject: true },
  })
}

const isRoom = { kind: 'room', goneAt: null } satisfies Prisma.MeetingWhereInput

function after({ subject, id }: RoomPlace): Prisma.MeetingWhereInput {
  return { OR: [{ subject: { gt: subject } }, { subject, id: { gt: id } }] }
}

async function load({ meeting }: Wanted, narrowed: Prisma.MeetingWhereInput[], most: number): Promise<ListedRow[]> {
  const rows = await db().meeting.findMany({
    where: { AND: [meeting, { kind: 'room' }, ...narrowed] },
    orderBy: bySubject,
    take: most,
    include: meetingParts,
  })
  return rows.map((row) => ({ meeting: row, planned: null }))
}
