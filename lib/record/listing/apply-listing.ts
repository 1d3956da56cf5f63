import { v7 as uuid } from 'uuid'
import { inTransaction, type Tx } from '#lib/db/client.ts'
import { changeList, unlisted } from '#lib/record/change-list.ts'
import { giveTime, loseTimes } from '#lib/record/meetings/write-time.ts'
import { holdDefaultVisibility } from '#lib/settings/default-visibility.ts'
import { Visibility } from '#lib/settings/schema.ts'
import { applyRoomPlan, listKnownRooms } from './apply-rooms.ts'
import { listKnownMeetings, type ReadOrganizer } from './list-known-meetings.ts'
import { missedReadsUntilGone } from './plan-removals.ts'
import { planRooms } from './plan-rooms.ts'
import {
  type FoundMeeting,
  type MeetingChangePlan,
  type MeetingFacts,
  type MeetingPlan,
  reconcileMeetings,
} from './reconcile-meetings.ts'
import type { Unread } from './unread-rows.ts'

export type Listing = {
  rows: FoundMeeting[]
  unread: Unread
  /** When GoTo was asked. */
  readAt: Date
  /** The organizer's, for new times. */
  zone: string
}
export type ListingOutcome = { outcome: 'changed' | 'unchanged' | 'superseded'; added: number; changed: number }

/**
 * Writes what a listing changes, and nothing else, in one transaction under the organizer's row lock. A listing older
 * than the last one applied is dropped: a process that was paused and resumed cannot overwrite its successor.
 */
export function applyListing(organizer: ReadOrganizer, listing: Listing): Promise<ListingOutcome> {
  return inTransaction(async (tx) => {
    const { rows, unread, readAt } = listing
    if (await isSuperseded(tx, organizer.id, readAt)) return { outcome: 'superseded', added: 0, changed: 0 }
    const listedIds = rows.map((row) => row.gotoMeetingId)
    const visibility = await holdVisibility(tx, organizer.id)
    const known = await listKnownMeetings(tx, organizer, listedIds, readAt)
    const listed = rows.map((row) => ({ ...row, visibility }))
    const plan = reconcileMeetings({ organizerId: organizer.id, known, listed, unread, now: readAt.toISOString() })
    const rooms = planRooms(await listKnownRooms(tx, organizer), rows, unread)

    await addMeetings(tx, organizer, plan.add, listing)
    for (const change of plan.change) await changeMeeting(tx, organizer, change, listing)
    await countMissed(tx, plan.missed)
    await applyRoomPlan(tx, organizer, rooms, readAt)
    await tx.organizer.update({
      where: { id: organizer.id },
      data: { listedAt: readAt, triedAt: readAt, readAt, readFailure: null, unreadRows: unread.length },
      select: { id: true },
    })

    const hasChanged = plan.add.length + plan.change.length + rooms.opened.length + rooms.ended.length > 0
    return { outcome: hasChanged ? 'changed' : 'unchanged', added: plan.add.length, changed: plan.change.length }
  })
}

async function isSuperseded(tx: Tx, organizerId: string, readAt: Date): Promise<boolean> {
  const rows = await tx.$queryRaw<{ listed_at: Date | null }[]>`
    SELECT listed_at FROM organizer WHERE id = ${organizerId}::uuid FOR UPDATE`
  const last = rows[0]?.listed_at ?? null
  return last !== null && last > readAt
}

/** Who sees meetings found at GoTo: as chosen for the organizer's group, else for the company. */
async function holdVisibility(tx: Tx, organizerId: string): Promise<Visibility> {
  const standard = await holdDefaultVisibility(tx)
  const { group } = await tx.organizer.findUniqueOrThrow({
    where: { id: organizerId },
    select: { group: { select: { visibility: true } } },
  })
  return group?.visibility ? Visibility.parse(group.visibility) : standard
}

async function addMeetings(tx: Tx, organizer: ReadOrganizer, add: MeetingFacts[], listing: Listing): Promise<void> {
  if (add.length === 0) return
  const withIds = add.map((facts) => ({ id: uuid(), facts }))
  const list = changeList(tx, ...withIds.map(({ id }) => ({ id, is: 'created' as const })))
  await list.meeting.createMany({
    data: withIds.map(({ id, facts }) => ({
      id,
      accountKey: organizer.accountKey,
      gotoMeetingId: BigInt(facts.gotoMeetingId),
      createdAt: listing.readAt,
      audio: facts.audio ?? '',
      listedAudio: facts.audio,
      ...meetingColumns(organizer, facts, listing),
    })),
  })
  const planned = withIds.flatMap(({ id, facts }) => {
    const times = plannedColumns(facts, listing)
    return times ? [{ meetingId: id, ...times }] : []
  })
  await list.occurrence.createMany({ data: planned })
}

async function changeMeeting(tx: Tx, organizer: ReadOrganizer, change: MeetingChangePlan, listing: Listing) {
  const { id, to, isNews, isRevived, isOurs } = change
  const version = isNews ? { version: { increment: 1 } } : {}
  const list = isNews || isRevived ? changeList(tx, { id, is: isRevived ? 'created' : 'changed' }) : changeList(tx)
  await list.meeting.update({
    where: { id },
    data: {
      ...meetingColumns(organizer, to, listing),
      ...audioColumns(change),
      ...version,
      missedReads: 0,
      goneAt: null,
      goneBecause: null,
    },
    select: { id: true },
  })
  const time = plannedColumns(to, listing)
  if (time) await giveTime(tx, id, time, { keepsZone: isOurs })
  else await loseTimes(tx, id, listing.readAt)
}

function meetingColumns(organizer: ReadOrganizer, facts: MeetingFacts, listing: Listing) {
  const { subject, kind, visibility } = facts
  return { organizerId: organizer.id, subject, kind, visibility, changedAt: listing.readAt }
}

/** After a choice at GoTo the option is no longer known, and the next view asks for the numbers. */
function audioColumns({ audio: news, to: { audio } }: MeetingChangePlan) {
  if (audio === null || news === 'none') return {}
  const shown = news === 'noted' ? {} : { audio }
  return { listedAudio: audio, ...shown, ...(news === 'replaced' ? { audioOption: null, detailsReadAt: null } : {}) }
}

function plannedColumns(facts: MeetingFacts, listing: Listing) {
  if (facts.startsAt === null || facts.endsAt === null) return null
  return {
    gotoMeetingId: BigInt(facts.gotoMeetingId),
    startsAt: new Date(facts.startsAt),
    endsAt: new Date(facts.endsAt),
    zone: listing.zone,
  }
}

/** Counts up to the number that means gone and no further: while the brake holds, reading again writes nothing. */
async function countMissed(tx: Tx, missed: MeetingPlan['missed']): Promise<void> {
  if (missed.length === 0) return
  await unlisted(tx).meeting.updateMany({
    where: { id: { in: missed }, missedReads: { lt: missedReadsUntilGone } },
    data: { missedReads: { increment: 1 } },
  })
}
