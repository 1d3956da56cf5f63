import { v7 as uuid } from 'uuid'
import type { PersonActor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { db, type Tx } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { AppError, nothingHere } from '#lib/errors.ts'
import type { MeetingDraft } from '#lib/meetings/schema.ts'
import { sentences } from '#lib/meetings/sentences.ts'
import { dayMs } from '#lib/time/day.ts'
import { contentHash } from './content-hash.ts'
import type { OwnOrganizer } from './draft-parts.ts'

export type CreationState = 'asking' | 'unknown' | 'created' | 'refused' | 'absent'
export type Creation = { id: string; askedAt: Date; draft: unknown }
export type Begun =
  /** Ask GoTo now. */
  | { kind: 'ask'; creation: Creation }
  /** Its outcome is unknown: look. */
  | { kind: 'look'; creation: Creation }
  | { kind: 'done'; meetingId: string }

/** Longer than any request takes: the process that asked is gone. */
const longestAskingMs = 20_000

/**
 * The outcome of this request, if it was made before and may have led to something.
 * @throws AppError `conflict`, `not_found`
 */
export async function findBegun(actor: PersonActor, draft: MeetingDraft): Promise<Begun | null> {
  if (draft.requestId === undefined) return null
  const known = await db().meetingCreation.findUnique({ where: { id: draft.requestId } })
  return known && begunOf(actor, known, hashOf(draft))
}

/** Begins one creation per `requestId`, however many people click at once. @throws AppError `conflict`, `not_found` */
export async function beginCreation(actor: PersonActor, organizer: OwnOrganizer, draft: MeetingDraft): Promise<Begun> {
  const { requestId: id = uuid(), ...asked } = draft
  const creation: Creation = { id, askedAt: now(), draft: asked }
  const row = {
    personId: actor.personId,
    organizerId: organizer.id,
    state: 'asking',
    askedAt: creation.askedAt,
    draft: asked as Prisma.InputJsonObject,
    draftHash: hashOf(draft),
  }
  const { count } = await db().meetingCreation.createMany({ data: { id, ...row }, skipDuplicates: true })
  if (count === 1) return { kind: 'ask', creation }
  const known = await db().meetingCreation.findUniqueOrThrow({ where: { id } })
  const begun = begunOf(actor, known, row.draftHash)
  if (begun) return begun
  // Certainly nothing was created: the same request may be sent again, by one of those clicking now.
  const { count: isMine } = await db().meetingCreation.updateMany({
    where: { id, state: known.state },
    data: { ...row, settledAt: null },
  })
  if (isMine === 1) return { kind: 'ask', creation }
  throw stillUnderWay()
}

type KnownCreation = Creation & {
  personId: string
  state: string
  meetingId: string | null
  draftHash: string | null
}

/** null: certainly nothing was created. */
function begunOf(actor: PersonActor, known: KnownCreation, draftHash: string): Begun | null {
  if (known.personId !== actor.personId) throw new AppError('not_found', nothingHere)
  const state = known.state as CreationState
  if (state === 'refused' || state === 'absent') return null
  if (known.draftHash !== null && known.draftHash !== draftHash) throw otherContent()
  switch (state) {
    case 'created':
      return { kind: 'done', meetingId: known.meetingId ?? '' }
    case 'unknown':
      return { kind: 'look', creation: known }
    case 'asking':
      if (now().getTime() - known.askedAt.getTime() > longestAskingMs) return { kind: 'look', creation: known }
      throw stillUnderWay()
  }
}

function stillUnderWay(): AppError {
  return new AppError('conflict', sentences.stillBeingCreated, {
    isUncertain: true,
    retryAfterSeconds: 5,
  })
}

/** `fields` names the request: a new id makes it a new one. */
function otherContent(): AppError {
  return new AppError('conflict', sentences.sentBefore, { fields: { requestId: sentences.sentBefore } })
}

function hashOf({ requestId: _, ...asked }: MeetingDraft): string {
  return contentHash(asked)
}

/**
 * What was typed is kept while it may be needed to look for the meeting, and no longer. Created stays created: a
 * commit's answer may be lost.
 */
export async function settleCreation(
  client: Tx,
  id: string,
  state: Exclude<CreationState, 'asking'>,
  meetingId: string | null = null,
): Promise<void> {
  const typed = state === 'unknown' ? {} : { draft: {} }
  await client.meetingCreation.updateMany({
    where: { id, state: { not: 'created' } },
    data: { state, meetingId, settledAt: now(), ...typed },
  })
}

/** Creations nobody follows any longer: the page was closed, or the process that asked is gone. */
export function listUnsettledCreations(): Promise<{ id: string; personId: string }[]> {
  const at = now().getTime()
  return db().meetingCreation.findMany({
    where: {
      state: { in: ['unknown', 'asking'] },
      askedAt: { lt: new Date(at - longestAskingMs), gt: new Date(at - dayMs) },
    },
    select: { id: true, personId: true },
    orderBy: { askedAt: 'asc' },
    take: 20,
  })
}
