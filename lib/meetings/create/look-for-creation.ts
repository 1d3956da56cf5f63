import type { PersonActor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { gotoAs } from '#lib/connections/goto-as.ts'
import { db, inTransaction } from '#lib/db/client.ts'
import { AppError } from '#lib/errors.ts'
import type { GotoClient } from '#lib/goto/client.ts'
import { foundMeetings } from '#lib/meetings/reading/upcoming-rows.ts'
import { MeetingDraft } from '#lib/meetings/schema.ts'
import { sentences } from '#lib/meetings/sentences.ts'
import type { FoundMeeting } from '#lib/record/listing/reconcile-meetings.ts'
import { madeAtGoto, rememberCreated } from '#lib/record/meetings/remember-created.ts'
import { type Creation, settleCreation } from './creations.ts'
import type { OwnOrganizer } from './draft-parts.ts'
import { ensureInvited } from './invite.ts'
import { planTimes } from './plan-times.ts'
import { readGroups } from './read-invitations.ts'

/**
 * Checks whether GoTo created a meeting for which no answer came, and adopts it with everything that was typed. Returns
 * its row's id. @throws AppError `conflict` when it is not in a complete listing: then it was not created
 */
export async function lookForCreation(
  actor: PersonActor,
  organizer: OwnOrganizer,
  creation: Creation,
): Promise<string> {
  const meetingId = await findCreated(gotoAs(actor, { lane: 'interactive' }), organizer, creation)
  if (meetingId !== null) return meetingId
  throw new AppError('conflict', sentences.notCreated)
}

/** The same for anybody who may read GoTo for this organizer. null: it was not created, and that is settled. */
export async function findCreated(
  goto: GotoClient,
  organizer: OwnOrganizer,
  creation: Creation,
): Promise<string | null> {
  const draft = MeetingDraft.parse(creation.draft)
  const list = await goto.call('listUpcomingMeetings')
  const { rows, setAside } = foundMeetings(list, organizer.organizerKey)
  const times = planTimes(draft, creation.askedAt)
  // GoTo knows nothing of what takes place in a room.
  const like = draft.roomId === null ? rows.filter((row) => isLike(row, draft, times.listed)) : []
  const found = await firstNew(organizer, creation, like)
  if (found) return adopt(organizer, creation, { draft, times: times.listed, found })
  // An unreadable row may be the one.
  if (setAside.length > 0)
    throw new AppError('upstream_unavailable', sentences.listNotReadable, {
      isUncertain: true,
      retryAfterSeconds: 10,
    })
  if (now().getTime() - creation.askedAt.getTime() < stillUnderWayMs)
    throw new AppError('conflict', sentences.notListedYet, {
      isUncertain: true,
      retryAfterSeconds: 5,
    })
  await settleCreation(db(), creation.id, 'absent')
  return null
}

/**
 * Co-organizers are read from GoTo with the next look: one of those chosen may have left since. So may somebody invited:
 * they are left out.
 */
async function adopt(
  organizer: OwnOrganizer,
  creation: Creation,
  { draft, times, found }: { draft: MeetingDraft; times: ListedTimes; found: FoundMeeting },
): Promise<string> {
  const invited = await ensureInvited(organizer, draft, await readGroups(organizer, draft.invitedGroups))
  const gotoMeetingId = BigInt(found.gotoMeetingId)
  const facts = { coorganizerKeys: [], joinUrl: null, audio: found.audio ?? '', isFromList: true }
  return inTransaction(async (tx) => {
    const ids = invited.people.map(({ personId }) => personId)
    const there = new Set(
      (await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true } })).map(({ id }) => id),
    )
    const people = invited.people.filter(({ personId }) => there.has(personId))
    const made = madeAtGoto({ draft, invited: { ...invited, people }, times, gotoMeetingId, ...facts })
    const meetingId = await rememberCreated(tx, organizer, made)
    await settleCreation(tx, creation.id, 'created', meetingId)
    return meetingId
  })
}

/** GoTo may still be creating what we stopped waiting for: until then nobody should try again. */
const stillUnderWayMs = 15_000

type ListedTimes = { startsAt: Date; endsAt: Date } | null

/** An instant meeting's times are when it was requested, which GoTo may round. */
function isLike(row: FoundMeeting, draft: MeetingDraft, times: ListedTimes): boolean {
  if (row.subject !== draft.subject || row.kind !== draft.kind) return false
  if (draft.kind !== 'scheduled' || times === null) return true
  return row.startsAt === times.startsAt.toISOString() && row.endsAt === times.endsAt.toISOString()
}

/** A reader notes when it asked: it may have asked just before us and been answered just after. */
const overlapMs = 60_000

/**
 * One known before the request, or belonging to another creation, is a different meeting with the same name and time.
 */
async function firstNew(
  { accountKey }: OwnOrganizer,
  { id, askedAt }: Creation,
  like: FoundMeeting[],
): Promise<FoundMeeting | null> {
  const ids = like.map(({ gotoMeetingId }) => BigInt(gotoMeetingId))
  const known = await db().meeting.findMany({
    where: { accountKey, gotoMeetingId: { in: ids } },
    select: { id: true, gotoMeetingId: true, createdAt: true },
  })
  const others = await db().meetingCreation.findMany({
    where: { meetingId: { in: known.map((row) => row.id) }, id: { not: id } },
    select: { meetingId: true },
  })
  const taken = new Set(others.map(({ meetingId }) => meetingId))
  const isNew = (row: FoundMeeting) => {
    const meeting = known.find(({ gotoMeetingId }) => String(gotoMeetingId) === row.gotoMeetingId)
    return !meeting || (meeting.createdAt.getTime() >= askedAt.getTime() - overlapMs && !taken.has(meeting.id))
  }
  return like.find(isNew) ?? null
}
