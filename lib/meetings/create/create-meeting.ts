import type { Actor, PersonActor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { gotoAs } from '#lib/connections/goto-as.ts'
import { db, inTransaction } from '#lib/db/client.ts'
import { AppError, toAppError } from '#lib/errors.ts'
import { log } from '#lib/log.ts'
import { getMeeting } from '#lib/meetings/page/get-meeting.ts'
import type { Meeting, MeetingDraft } from '#lib/meetings/schema.ts'
import { sentences } from '#lib/meetings/sentences.ts'
import { type CreatedMeeting, madeAtGoto, rememberCreated } from '#lib/record/meetings/remember-created.ts'
import { beginCreation, type Creation, findBegun, settleCreation } from './creations.ts'
import { type DraftParts, getOwnOrganizer, type OwnOrganizer, readDraftParts } from './draft-parts.ts'
import { gotoRequest } from './goto-request.ts'
import { checkInvited, ensureInvited } from './invite.ts'
import { limitSaving } from './limit-saving.ts'
import { lookForCreation } from './look-for-creation.ts'
import { planInRoom } from './plan-in-room.ts'
import { type PlannedTimes, planTimes } from './plan-times.ts'

/**
 * Creates a meeting at GoTo with the organizer's own grant and stores it. The same `requestId` again is the same
 * request: it returns the meeting created, or checks whether there is one, and never creates a second one.
 * @throws AppError `invalid` with fields; `conflict` while it is being created, when checking found nothing, or when
 * the request was made with different content; `rate_limited` while two others are being saved; `isUncertain` when
 * nobody knows yet whether GoTo created it
 */
export async function createMeeting(given: Actor, draft: MeetingDraft): Promise<Meeting> {
  const actor = authorize(given, 'meeting.create')
  return limitSaving(actor, () => create(actor, draft))
}

async function create(actor: PersonActor, draft: MeetingDraft): Promise<Meeting> {
  const organizer = await getOwnOrganizer(actor)
  // Repeating a request returns its outcome, even if its time has since passed.
  const known = await findBegun(actor, draft)
  const plan = known ? null : await planCreation(organizer, draft)
  const begun = known ?? (await beginCreation(actor, organizer, draft))
  if (begun.kind === 'done') return viewOf(actor, begun.meetingId)
  const meetingId =
    begun.kind === 'ask' && plan
      ? await ask(actor, organizer, begun.creation, plan)
      : await lookForCreation(actor, organizer, begun.creation)
  return viewOf(actor, meetingId)
}

type Plan = DraftParts & { draft: MeetingDraft; times: PlannedTimes }

/** Refuses all that can be refused before anything is noted or sent to GoTo. @throws AppError `invalid` with fields */
async function planCreation(organizer: OwnOrganizer, draft: MeetingDraft): Promise<Plan> {
  const times = planTimes(draft, now())
  const parts = await readDraftParts(organizer, draft)
  await checkInvited(draft.invited)
  return { draft, times, ...parts }
}

async function ask(actor: PersonActor, organizer: OwnOrganizer, creation: Creation, plan: Plan): Promise<string> {
  let isAtGoto = false
  try {
    const made = await make(actor, organizer, plan)
    isAtGoto = made.gotoMeetingId !== null
    return await inTransaction(async (tx) => {
      const meetingId = await rememberCreated(tx, organizer, made)
      await settleCreation(tx, creation.id, 'created', meetingId)
      return meetingId
    })
  } catch (thrown) {
    const error = isAtGoto ? notWrittenDown(thrown) : toAppError(thrown)
    await settleCreation(db(), creation.id, error.isUncertain ? 'unknown' : 'refused').catch((err: unknown) => {
      // It stays marked as in progress, and is looked for all the same.
      log.warn({ err, creationId: creation.id }, 'the outcome of a creation could not be noted')
    })
    throw error
  }
}

function notWrittenDown(cause: unknown): AppError {
  return new AppError('upstream_unavailable', sentences.notStoredYet, {
    isUncertain: true,
    retryAfterSeconds: 5,
    cause,
  })
}

async function make(actor: PersonActor, organizer: OwnOrganizer, plan: Plan): Promise<CreatedMeeting> {
  const { draft, times, room, coorganizerKeys } = plan
  const invited = await ensureInvited(organizer.personId, draft.invited)
  if (room) return planInRoom({ draft, invited, times, room, coorganizerKeys })
  const { subject, kind, audio, passwordRequired } = draft
  const body = gotoRequest({ subject, kind, audio, passwordRequired, coorganizerKeys, ...times.goto })
  const created = await gotoAs(actor, { lane: 'interactive' }).call('createMeeting', { body })
  return madeAtGoto({
    draft,
    invited,
    times: times.listed,
    coorganizerKeys,
    gotoMeetingId: BigInt(created.meetingId),
    joinUrl: created.joinUrl,
    audio: created.conferenceCallInfo,
    isFromList: false,
  })
}

async function viewOf(actor: PersonActor, meetingId: string): Promise<Meeting> {
  const planned = await db().occurrence.findFirst({ where: { meetingId, goneAt: null }, select: { id: true } })
  return getMeeting(actor, planned?.id ?? meetingId)
}
