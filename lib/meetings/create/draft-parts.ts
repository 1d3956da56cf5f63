import type { PersonActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { invalid } from '#lib/db/list-filter.ts'
import { env } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import type { MeetingChange, MeetingDraft } from '#lib/meetings/schema.ts'
import { sentences } from '#lib/meetings/sentences.ts'
import type { Room } from '#lib/record/meetings/hold-room.ts'
import type { InvitedGroupColumns } from '#lib/record/meetings/typed-meeting.ts'
import { pinnedAccount } from '#lib/settings/pinned-account.ts'
import type { PlannedTimes } from './plan-times.ts'

export type OwnOrganizer = { id: string; accountKey: string; organizerKey: string; personId: string; zone: string }
/** With a room, `coorganizerKeys` are the room's. */
export type DraftParts = { room: Room | null; coorganizerKeys: string[] }
/** A change and what it results in. */
export type Change = { change: MeetingChange; times: PlannedTimes; parts: DraftParts; groups: InvitedGroupColumns[] }

/** The organizer this person is in the company's GoTo account. @throws AppError `forbidden` */
export async function getOwnOrganizer(actor: PersonActor): Promise<OwnOrganizer> {
  const accountKey = (await pinnedAccount()) ?? ''
  const organizer = await db().organizer.findFirst({
    where: { id: { in: actor.organizerIds }, accountKey, goneAt: null },
    orderBy: { id: 'asc' },
    include: { person: { select: { zone: true } } },
  })
  if (!organizer) throw new AppError('forbidden', sentences.notAnOrganizer)
  const { id, organizerKey, personId, person } = organizer
  return { id, accountKey, organizerKey: String(organizerKey), personId, zone: person.zone ?? env().timeZone }
}

/** The parts of a draft that are other rows. @throws AppError `invalid` naming the field */
export async function readDraftParts(
  organizer: OwnOrganizer,
  draft: Pick<MeetingDraft, 'roomId' | 'coorganizers' | 'passwordRequired'>,
): Promise<DraftParts> {
  const coorganizerKeys = await readCoorganizers(organizer, draft.coorganizers)
  if (draft.roomId === null) return { room: null, coorganizerKeys }
  const room = await getRoom(organizer, draft.roomId)
  refuseOtherThanRoom(room, draft.passwordRequired, coorganizerKeys)
  const { id, gotoMeetingId } = room
  return { room: { id, gotoMeetingId }, coorganizerKeys: room.coorganizerKeys.map(String) }
}

type RoomRow = Room & { passwordRequired: boolean; coorganizerKeys: bigint[] }

async function getRoom(organizer: OwnOrganizer, id: string): Promise<RoomRow> {
  const room = await db().meeting.findFirst({
    where: { id, kind: 'room', organizerId: organizer.id, goneAt: null, cancelsAt: null },
    select: { id: true, gotoMeetingId: true, passwordRequired: true, coorganizerKeys: true },
  })
  if (room?.gotoMeetingId) return { ...room, gotoMeetingId: room.gotoMeetingId }
  throw invalid('roomId', sentences.roomIsGone)
}

/** GoTo knows only the room: a password or co-organizers of the meeting's own would have no effect. */
function refuseOtherThanRoom(room: RoomRow, passwordRequired: boolean, coorganizerKeys: string[]): void {
  if (passwordRequired && !room.passwordRequired) throw invalid('passwordRequired', sentences.roomHasNoPassword)
  const ofRoom = new Set(room.coorganizerKeys.map(String))
  if (coorganizerKeys.some((key) => !ofRoom.has(key))) throw invalid('coorganizers', sentences.notRoomsCoorganizer)
}

async function readCoorganizers(organizer: OwnOrganizer, ids: string[]): Promise<string[]> {
  const wanted = [...new Set(ids)].filter((id) => id !== organizer.id)
  if (wanted.length === 0) return []
  const found = await db().organizer.findMany({
    where: { id: { in: wanted }, accountKey: organizer.accountKey, goneAt: null },
    select: { organizerKey: true },
  })
  if (found.length === wanted.length) return found.map(({ organizerKey }) => String(organizerKey)).sort()
  throw invalid('coorganizers', sentences.organizerLeft)
}
