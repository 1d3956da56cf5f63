import { db } from '#lib/db/client.ts'
import { type SessionRow, sessionParts } from '#lib/record/sessions/session-rows.ts'
import type { Sittings } from './view-sittings.ts'

/** All sittings of this session's planned meeting, first one first; of an unplanned one, only itself. */
export async function listSittings(row: SessionRow): Promise<Sittings> {
  const { organizerId, occurrenceId } = row
  if (occurrenceId === null) return [row]
  const [first = row, ...others] = await db().session.findMany({
    where: { organizerId, occurrenceId },
    include: sessionParts,
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
  })
  return [first, ...others]
}
