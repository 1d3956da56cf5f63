import { AppError, toAppError } from '#lib/errors.ts'
import type { LongRows, Rows, SetAside } from '#lib/goto/contract/rows.ts'
import { listPeriod } from '#lib/goto/list-period.ts'
import type { FoundRow } from '#lib/record/sessions/apply-history.ts'
import { type FoundSession, sameRunMs } from '#lib/record/sessions/reconcile-sessions.ts'
import { foundRows, foundSessions, type GotoAttendee } from './past-rows.ts'
import type { Stretch } from './reading-plan.ts'
import type { WayToRead } from './ways-to-read.ts'

/** An organizer's sessions that began in a period (goto-api.md 5.6, 6). @throws AppError of the client */
export async function fetchSessions(
  { right, goto }: WayToRead,
  organizerKey: string,
  stretch: Stretch,
): Promise<Rows<FoundSession>> {
  const query = rangeOf(stretch)
  const list =
    right === 'own'
      ? await listPeriod(goto, 'listHistoricalMeetings', { query })
      : await listPeriod(goto, 'listHistoricalMeetingsByOrganizer', { path: { organizerKey }, query })
  return foundSessions(list, organizerKey)
}

/**
 * Who came: with an administrator's permission for everything that began in a period at once, else per meeting ID, for
 * which GoTo returns every session there ever was (goto-api.md 5.7). The rows may give another start than the history,
 * so the period is widened by as much. @throws AppError of the client
 */
export async function fetchAttendees(
  { right, goto }: WayToRead,
  organizerKey: string,
  { stretch, meetingIds }: { stretch: Stretch; meetingIds: readonly string[] },
): Promise<Rows<FoundRow>> {
  const wide = {
    from: new Date(stretch.from.getTime() - sameRunMs),
    to: new Date(stretch.to.getTime() + sameRunMs),
  }
  if (right === 'administrator') {
    const query = rangeOf(wide)
    const list = await listPeriod(goto, 'listAttendeesByOrganizer', { path: { organizerKey }, query })
    return foundRows(list, organizerKey)
  }
  const rows: GotoAttendee[] = []
  const setAside: SetAside[] = []
  const [from, to] = [wide.from.toISOString(), wide.to.toISOString()]
  const keep = { isWanted: (beganAt: string) => beganAt >= from && beganAt <= to }
  for (const meetingId of meetingIds) {
    const list = await goto.call('listAttendees', { path: { meetingId }, keep }).catch(noneIfAbsent)
    rows.push(...list.rows)
    // The call names the meeting, whatever its rows say.
    setAside.push(...list.setAside.map(({ because }) => ({ id: meetingId, because })))
    if (list.cut) setAside.push({ id: meetingId, because: 'too many rows' })
  }
  // Of a meeting's own rows none is another's, whatever organizer it names.
  return foundRows({ rows, setAside }, null)
}

/** GoTo says 404 where nobody attended, and for a deleted meeting (goto-api.md 5.7). */
function noneIfAbsent(thrown: unknown): LongRows<never> {
  const error = toAppError(thrown)
  if (error instanceof AppError && error.code === 'not_found') return { rows: [], setAside: [], cut: null }
  throw error
}

/** Whole seconds, like GoTo's own times: a range must not start after the second something happened in. */
function rangeOf({ from, to }: Stretch): { startDate: string; endDate: string } {
  return { startDate: wholeSecond(from.getTime()), endDate: wholeSecond(to.getTime() + 999) }
}

function wholeSecond(ms: number): string {
  return `${new Date(Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19)}Z`
}
