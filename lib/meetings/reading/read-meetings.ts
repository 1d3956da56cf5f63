import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { inTurn } from '#lib/in-turn.ts'
import { removeMissed } from '#lib/record/listing/remove-missed.ts'
import { type OrganizerReading, readOrganizerMeetings } from './read-organizer-meetings.ts'

export type ReadRound = {
  read: number
  failed: number
  unreachable: number
  /** GoTo's rows that could not be true and were set aside. */
  rejected: number
  added: number
  changed: number
  removed: number
  /** Not removed because there were suspiciously many: an administrator must allow it. */
  held: number
}

/**
 * A full round over every active organizer. GoTo's group calls give no status and refuse groups above 50, so each
 * organizer takes a call: 60 of them are 60 of the 1,200 calls that two minutes allow.
 */
export async function readMeetings(actor: Actor, { allowRemovals = false } = {}): Promise<ReadRound> {
  authorize(actor, 'sync.run')
  const startedAt = now()
  const organizers = await db().organizer.findMany({
    where: { goneAt: null, status: 'active' },
    orderBy: [{ readAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    select: { id: true },
  })
  const readings = await readEach(organizers.map(({ id }) => id))
  const { removed, held } = await removeMissed({ allowRemovals })
  const round: ReadRound = { ...sum(readings), removed, held }
  await db().readRun.create({
    data: {
      kind: 'upcoming',
      startedAt,
      finishedAt: now(),
      outcome: outcomeOf(round, organizers.length),
      counts: round,
      source: readings.find((reading) => reading.source)?.source ?? 'none',
    },
    select: { id: true },
  })
  return round
}

/** Reads these organizers, a few at once. */
export async function readEach(organizerIds: readonly string[]): Promise<OrganizerReading[]> {
  return inTurn(organizerIds, (id) => readOrganizerMeetings(id, 'background'))
}

function sum(readings: readonly OrganizerReading[]): Omit<ReadRound, 'removed' | 'held'> {
  const count = (outcome: OrganizerReading['outcome']) => readings.filter((r) => r.outcome === outcome).length
  return {
    read: count('changed') + count('unchanged') + count('superseded'),
    failed: count('failed'),
    unreachable: count('unreachable'),
    rejected: readings.reduce((total, reading) => total + reading.rejected, 0),
    added: readings.reduce((total, reading) => total + reading.added, 0),
    changed: readings.reduce((total, reading) => total + reading.changed, 0),
  }
}

function outcomeOf(round: ReadRound, organizers: number): string {
  if (round.held > 0) return 'held'
  if (round.failed + round.rejected > 0) return round.read > 0 ? 'partial' : 'failed'
  return round.read === 0 && organizers > 0 ? 'not_connected' : 'done'
}
