import { v7 as uuid } from 'uuid'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { now } from '#lib/clock.ts'
import type { Tx } from '#lib/db/client.ts'
import { changeList } from '#lib/record/change-list.ts'
import { holdDefaultVisibility } from '#lib/settings/default-visibility.ts'
import { holdRoom, type Room } from './hold-room.ts'
import type { InvitedRows, TypedMeeting } from './typed-meeting.ts'
import { writeInvited } from './write-invited.ts'

export type CreatedMeeting = {
  draft: TypedMeeting
  invited: InvitedRows
  /** null for a room, which has no date. */
  times: { startsAt: Date; endsAt: Date } | null
  coorganizerKeys: string[]
  /** GoTo's id of this meeting; null when it takes place in a room. */
  gotoMeetingId: bigint | null
  /** Where it takes place: its own id, or the room's. */
  placeId: bigint
  room: Room | null
  joinUrl: string | null
  /** As GoTo shows it to people. */
  audio: string
  /** Found in GoTo's list, which says less than the lost answer. */
  isFromList: boolean
}

type Planner = { id: string; accountKey: string; personId: string; zone: string }

/** A meeting with its own meeting ID takes place there. */
export function madeAtGoto(made: Omit<CreatedMeeting, 'placeId' | 'room'> & { gotoMeetingId: bigint }): CreatedMeeting {
  return { ...made, placeId: made.gotoMeetingId, room: null }
}

/**
 * Stores what was created, in the transaction that settles its creation. A reader may have found it at GoTo in the
 * meantime: then that row becomes this one. Returns the meeting's row id.
 */
export async function rememberCreated(tx: Tx, organizer: Planner, made: CreatedMeeting): Promise<string> {
  const { draft, gotoMeetingId } = made
  const at = now()
  // A reader applying a listing of the same organizer holds this row too: neither creates a second row for one meeting.
  await tx.$queryRaw`SELECT 1 FROM organizer WHERE id = ${organizer.id}::uuid FOR UPDATE`
  const coorganizerKeys = made.room ? await holdRoom(tx, made.room) : made.coorganizerKeys
  const found = gotoMeetingId === null ? null : await findByGotoId(tx, organizer.accountKey, gotoMeetingId)
  const columns = {
    ...(await meetingColumns(tx, { ...made, coorganizerKeys })),
    organizerId: organizer.id,
    changedAt: at,
    writtenAt: at,
  }
  const id = found?.id ?? uuid()
  // A reader that found it has announced it as new.
  const list = changeList(tx, { id, is: found ? 'changed' : 'created' })
  const zone = draft.zone ?? organizer.zone
  if (found) {
    await list.meeting.update({ where: { id }, data: { ...columns, version: { increment: 1 } }, select: { id: true } })
    await list.occurrence.updateMany({ where: { meetingId: id, goneAt: null }, data: { zone } })
  } else {
    const { accountKey } = organizer
    await list.meeting.create({
      data: { id, accountKey, gotoMeetingId, createdAt: at, ...columns },
      select: { id: true },
    })
    if (made.times) {
      const planned = { meetingId: id, gotoMeetingId: made.placeId, zone, ...made.times }
      await list.occurrence.create({ data: planned, select: { id: true } })
    }
  }
  await writeInvited(tx, id, made.invited)
  const actor = { kind: 'user', personId: organizer.personId } as const
  await recordAudit(actor, 'meeting.created', { subject: { kind: 'meeting', id } }, tx)
  return id
}

function findByGotoId(tx: Tx, accountKey: string, gotoMeetingId: bigint): Promise<{ id: string } | null> {
  return tx.meeting.findUnique({
    where: { accountKey_gotoMeetingId: { accountKey, gotoMeetingId } },
    select: { id: true },
  })
}

async function meetingColumns(tx: Tx, { draft, coorganizerKeys, joinUrl, audio, isFromList }: CreatedMeeting) {
  return {
    subject: draft.subject,
    kind: draft.kind,
    origin: 'foyer',
    agenda: draft.agenda,
    audio,
    audioOption: draft.audio,
    listedAudio: null,
    detailsReadAt: isFromList ? null : now(),
    passwordRequired: draft.passwordRequired,
    coorganizerKeys: coorganizerKeys.map(BigInt),
    visibility: draft.visibility ?? (await holdDefaultVisibility(tx)),
    isVisibilityChosen: draft.visibility !== undefined,
    joinUrl,
    missedReads: 0,
    goneAt: null,
    goneBecause: null,
  }
}
