import { actorColumns } from '#lib/audit/record-audit.ts'
import type { PersonActor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { contentHash } from '#lib/meetings/create/content-hash.ts'
import type { MeetingChange } from '#lib/meetings/schema.ts'
import { longestRunStart } from '#lib/record/limits.ts'
import type { AppliedChange } from '#lib/record/meetings/write-change.ts'

/** Of one change of one meeting, made from one version of it. */
export function changeHash(publicId: string, change: MeetingChange): string {
  return contentHash({ publicId, ...change })
}

/**
 * Whoever repeats a change whose answer was lost is told that it stands, whatever it was: the answer would have been the
 * same. Answers the meeting's public id by now. null: it was not made, or something has changed since.
 */
export async function findSameChange(
  actor: PersonActor,
  publicId: string,
  change: MeetingChange,
): Promise<string | null> {
  const entry = await db().auditEntry.findFirst({
    where: {
      ...actorColumns(actor),
      // A form that was left open for longer shows what became of it when it is opened again.
      at: { gte: longestRunStart(now()) },
      action: 'meeting.changed',
      details: { path: ['hash'], equals: changeHash(publicId, change) },
    },
    orderBy: { at: 'desc' },
    select: { subjectId: true, details: true },
  })
  if (!entry?.subjectId) return null
  const isLast = await db().meeting.count({
    where: { id: entry.subjectId, version: change.version + 1, goneAt: null, cancelsAt: null },
  })
  return isLast === 1 ? (entry.details as AppliedChange).publicId : null
}
