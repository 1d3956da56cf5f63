import { now } from '#lib/clock.ts'
import { db, inTransaction } from '#lib/db/client.ts'
import { type AppError, errorTable, toAppError } from '#lib/errors.ts'
import { log } from '#lib/log.ts'
import { applyHistory, type PastOrganizer } from '#lib/record/sessions/apply-history.ts'
import { fetchSessions } from './fetch-past.ts'
import { liveSince } from './live-since.ts'
import { readAttendees, unreadStretches } from './read-attendees.ts'
import { planReading, type Stretch, withPiece } from './reading-plan.ts'
import { planAgain, readUnread, stillUnread, triedAgain, withUnread } from './unread-past.ts'
import { type Reader, readBy } from './ways-to-read.ts'

export type HistoryWish = Stretch & { withAttendees: boolean }
export type HistoryOutcome = 'done' | 'unfinished' | 'failed'
type ReadOrganizer = PastOrganizer & { organizerKey: bigint; personId: string }

/**
 * Reads what isn't known yet of one organizer's past, piece by piece, each stored with its progress. A failure is
 * recorded with the organizer and loses nothing: what is known stays, with its age. `mayGoOn` is checked between
 * pieces.
 */
export async function readHistory(
  organizerId: string,
  wish: HistoryWish,
  reader: Reader,
  mayGoOn: () => boolean = () => true,
): Promise<HistoryOutcome> {
  const organizer = await db().organizer.findUniqueOrThrow({ where: { id: organizerId } })
  try {
    const covered = await db().historyReading.findUnique({ where: { organizerId } })
    const at = now()
    const known = { coveredFrom: null, coveredTo: null, ...covered }
    const plan = planReading(known, wish, at, await liveSince(organizerId, at))
    for (const stretch of plan) {
      if (!mayGoOn()) return 'unfinished'
      await readStretch(organizer, stretch, reader)
    }
    if (wish.withAttendees) {
      for (const stretch of await unreadStretches(organizerId, wish)) {
        if (!mayGoOn()) return 'unfinished'
        await readAttendees(organizer, stretch, reader)
      }
    }
    const again = planAgain(readUnread(covered?.unread), wish, plan, at)
    if ((await readAgain(organizer, again, reader, mayGoOn)) === 'unfinished') return 'unfinished'
    await settle(organizerId, null)
    return 'done'
  } catch (thrown) {
    const error = toAppError(thrown)
    logFailure(organizerId, error, 'history of an organizer not read')
    await settle(organizerId, error.code)
    return 'failed'
  }
}

/**
 * Tries the unreadable rows again, which fails nothing else: of a stretch with only such rows GoTo's whole answer is
 * refused. After any other failure the rest would fail alike, so all of them wait until they are due again.
 */
async function readAgain(
  organizer: ReadOrganizer,
  stretches: readonly Stretch[],
  reader: Reader,
  mayGoOn: () => boolean,
): Promise<HistoryOutcome> {
  for (const [nth, stretch] of stretches.entries()) {
    if (!mayGoOn()) return 'unfinished'
    try {
      await readStretch(organizer, stretch, reader, stillUnread)
    } catch (thrown) {
      const error = toAppError(thrown)
      const isAlone = error.code === 'upstream_rejected'
      if (!isAlone) logFailure(organizer.id, error, 'unreadable rows of an organizer not tried again')
      await noteTried(organizer.id, isAlone ? [stretch] : stretches.slice(nth))
      if (!isAlone) break
    }
  }
  return 'done'
}

/** Reads one stretch and stores it with the progress. */
async function readStretch(
  organizer: ReadOrganizer,
  stretch: Stretch,
  reader: Reader,
  unreadAfter: typeof withUnread = withUnread,
): Promise<void> {
  const { id: organizerId, organizerKey } = organizer
  const readAt = now()
  const found = await readBy(organizer, reader, (way) => fetchSessions(way, String(organizerKey), stretch))
  await inTransaction(async (tx) => {
    await applyHistory(tx, organizer, { sessions: found.rows, rows: null, readAt })
    const before = await tx.historyReading.findUnique({ where: { organizerId } })
    const { from, to } = withPiece({ coveredFrom: null, coveredTo: null, ...before }, stretch)
    const unread = unreadAfter(readUnread(before?.unread), stretch, found.setAside, readAt)
    const progress = { coveredFrom: from, coveredTo: to, triedAt: now(), unread }
    await tx.historyReading.upsert({
      where: { organizerId },
      create: { organizerId, ...progress },
      update: progress,
      select: { organizerId: true },
    })
  })
}

async function noteTried(organizerId: string, stretches: readonly Stretch[]): Promise<void> {
  const at = now()
  await inTransaction(async (tx) => {
    const { unread: before } = await tx.historyReading.findUniqueOrThrow({ where: { organizerId } })
    const unread = stretches.reduce((rows, stretch) => triedAgain(rows, stretch, at), readUnread(before))
    await tx.historyReading.update({ where: { organizerId }, data: { unread }, select: { organizerId: true } })
  })
}

function logFailure(organizerId: string, error: AppError, message: string): void {
  log[errorTable[error.code].level]({ organizerId, code: error.code, err: error.cause ?? error }, message)
}

/** Releases the claim after a success; a failure keeps it for a while, so that GoTo isn't hammered. */
async function settle(organizerId: string, failure: string | null): Promise<void> {
  const facts = { failure, triedAt: failure === null ? null : now() }
  await db().historyReading.upsert({
    where: { organizerId },
    create: { organizerId, ...facts },
    update: facts,
    select: { organizerId: true },
  })
}
