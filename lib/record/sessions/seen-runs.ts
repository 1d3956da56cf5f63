import { z } from 'zod'
import { minutesBefore, noticedMinutes } from '#lib/record/limits.ts'
import { dayMs } from '#lib/time/day.ts'

/** A run Foyer saw live, from when it was first seen until its end was noticed. */
export type SeenRun = { since: Date; endedAt: Date }

/** What GoTo hasn't reported about a run by then, it never will. */
export const awaitedMs = 31 * dayMs
/** Looking from the oldest finds the later ones too. */
const mostKept = 100

const EarlierRuns = z.array(z.object({ since: z.coerce.date(), endedAt: z.coerce.date() }))

/**
 * A room's runs `(since, ended_at)` in SQL, for `room_status r`: the present or last one, and the earlier ones that
 * weren't stored when it was in use again.
 */
export const runsOfRoom = `LATERAL (
  SELECT r.active_since AS since, r.ended_at
  UNION ALL SELECT e.since, e."endedAt" FROM jsonb_to_recordset(r.earlier_runs) AS e (since timestamptz, "endedAt" timestamptz)) run`

/** In SQL: whether `session s`, of the room of `run`, is the one that ended then. A later one began after that. */
export const isSessionOfRun = `s.started_at <= run.ended_at AND coalesce(s.ended_at, s.started_at) >=
  greatest(CASE WHEN run.since < run.ended_at THEN run.since END, run.ended_at - interval '${noticedMinutes} minutes')`

/** The same for what is in memory. */
function isSessionOf({ startedAt, endedAt }: { startedAt: Date; endedAt: Date | null }, run: SeenRun): boolean {
  const noticed = minutesBefore(run.endedAt, noticedMinutes)
  return startedAt <= run.endedAt && (endedAt ?? startedAt) >= (run.since > noticed ? run.since : noticed)
}

/** What is remembered of a room's earlier runs when it is in use again. `sessions`: those stored with their attendees. */
export function earlierRuns(
  room: { activeSince: Date | null; endedAt: Date | null; earlierRuns: unknown },
  sessions: readonly { startedAt: Date; endedAt: Date | null }[],
  at: Date,
): SeenRun[] {
  const { activeSince, endedAt } = room
  const last = activeSince && endedAt && activeSince < endedAt ? [{ since: activeSince, endedAt }] : []
  return [...EarlierRuns.catch([]).parse(room.earlierRuns), ...last]
    .filter((run) => run.endedAt.getTime() >= at.getTime() - awaitedMs)
    .filter((run) => !sessions.some((session) => isSessionOf(session, run)))
    .slice(0, mostKept)
}
