import type { PersonActor } from '#lib/auth/actor.ts'
import { db, type Tx } from '#lib/db/client.ts'
import { invalid } from '#lib/db/list-filter.ts'
import { env } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { pinnedAccount } from '#lib/settings/pinned-account.ts'
import type { PlannedTimes } from './plan-times.ts'
import type { MeetingChange, MeetingDraft } from './schema.ts'

export type OwnOrganizer = { id: string; accountKey: string; organizerKey: string; personId: string; zone: string }
export type Room = { id: string; gotoMeetingId: bigint }
export type DraftParts = { room: Room | null; coorganizerKeys: string[] }
/** A change with what it leads to. */
export type Change = { change: MeetingChange; times: PlannedTimes; parts: DraftParts }

/** Whom this person organizes as, in the company's GoTo account. @throws AppError `forbidden` */
export async function getOwnOrganizer(actor: PersonActor): Promise<OwnOrganizer> {
  const accountKey = (await pinnedAccount()) ?? ''
  const organizer = await db().organizer.findFirst({
    where: { id: { in: actor.organizerIds }, accountKey, goneAt: null },
    orderBy: { id: 'asc' },
    include: { person: { select: { zone: true } } },
  })
  if (!organizer) throw new AppError('forbidden', 'You are not an organizer in the company’s GoTo account.')
  const { id, organizerKey, personId, person } = organizer
  return { id, accountKey, organizerKey: String(organizerKey), personId, zone: person.zone ?? env().timeZone }
}

/** What of a draft stands in other rows. @throws AppError `invalid` naming the field */
export async function readDraftParts(
  organizer: OwnOrganizer,
  draft: Pick<MeetingDraft, 'roomId' | 'coorganizers'>,
): Promise<DraftParts> {
  const [room, coorganizerKeys] = await Promise.all([
    draft.roomId === null ? null : getRoom(organizer, draft.roomId),
    readCoorganizers(organizer, draft.coorganizers),
  ])
  return { room, coorganizerKeys }
}

async function getRoom(organizer: OwnOrganizer, id: string): Promise<Room> {
  const room = await db().meeting.findFirst({
    where: { id, kind: 'room', organizerId: organizer.id, goneAt: null, cancelsAt: null },
    select: { id: true, gotoMeetingId: true },
  })
  if (room?.gotoMeetingId) return { id: room.id, gotoMeetingId: room.gotoMeetingId }
  throw invalid('roomId', 'This room does not exist any more, or it is not yours. Choose another, or none.')
}

/**
 * Holds a room while something is planned in it: whoever cancels it waits, and then sees what is planned.
 * @throws AppError `conflict` when it is being cancelled, or gone
 */
export async function holdRoom(tx: Tx, room: Room): Promise<void> {
  const held = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM meeting WHERE id = ${room.id}::uuid AND gone_at IS NULL AND cancels_at IS NULL FOR UPDATE`
  if (held.length === 0)
    throw new AppError('conflict', 'This room was cancelled meanwhile. Choose another, or none, and save again.')
}

async function readCoorganizers(organizer: OwnOrganizer, ids: string[]): Promise<string[]> {
  const wanted = [...new Set(ids)].filter((id) => id !== organizer.id)
  if (wanted.length === 0) return []
  const found = await db().organizer.findMany({
    where: { id: { in: wanted }, accountKey: organizer.accountKey, goneAt: null },
    select: { organizerKey: true },
  })
  if (found.length === wanted.length) return found.map(({ organizerKey }) => String(organizerKey)).sort()
  throw invalid('coorganizers', 'One of these is no organizer any more. Take them out and try again.')
}
