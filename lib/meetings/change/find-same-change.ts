import { actorColumns } from '#lib/audit/record-audit.ts'
import type { PersonActor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { contentHash } from '#lib/meetings/create/content-hash.ts'
import type { MeetingChange } from '#lib/meetings/schema.ts'
import { longestRunStart } from '#lib/record/limits.ts'
import type { AppliedChange } from '#lib/record/meetings/write-change.ts'

/** Hash of one change to one meeting, made from one version of it. */
export function changeHash(publicId: string, change: MeetingChange): string {
  return contentHash({ publicId, ...change })
}

/**
 * Repeating a change whose answer was lost succeeds, whatever the change: the answer would have been the same.
 * Returns the meeting's current public id. null: the change was not made, or something has changed since.
 */
export async function findSameChange(
  actor: PersonActor,
  publicId: string,
  change: MeetingChange,
): Promise<string | null> {
  const entry = await db().auditEntry.findFirst({
    where: {
      ...actorColumns(actor),
      // A form left open for longer shows the outcome when it is reopened.
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
