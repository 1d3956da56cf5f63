import type { UserActor } from '#lib/auth/actor.ts'
import { visibleMeetings } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { db, pool } from '#lib/db/client.ts'
import { findAttendance } from '#lib/history/list/find-attendance.ts'
import { findSessions } from '#lib/history/list/find-sessions.ts'
import { historyQuery } from '#lib/history/list/history-query.ts'
import { findListed } from '#lib/meetings/list/find-listed.ts'
import { listQuery } from '#lib/meetings/list/list-query.ts'

export type Search = { what: string; barMs: number; ms: number; controlMs: number }

const barMs = 20
const rounds = 15

/** Twelve words that each find a fifth of all or more, and together nothing. */
const common = 'planning round organizer example com 1 2 3 4 5 6 7'
const inReadings = 'plänning röund örganizer exämple cöm 1ö 2ö 3ö'

/**
 * How long a page of the worst searches takes to be read from the database, with what it takes to ask: medians, each
 * beside a `SELECT 1` asked in turn with it.
 */
export async function measureSearches(): Promise<Search[]> {
  const person = await db().person.findFirstOrThrow({ where: { email: 'bench@example.com' } })
  const erin = seenBy(person.id, false)
  const ada = seenBy(person.id, true)
  const list = (filter: object) =>
    findListed(
      listQuery({ from: `${now().getUTCFullYear() - 2}-01-01`, ...filter }, erin),
      visibleMeetings(erin),
      now(),
    )
  const past = (q: string) => historyQuery(ada, { all: '1', q }, now())
  const searches: [string, () => Promise<unknown>][] = [
    ['Meetings, twelve common words', () => list({ q: common })],
    ['Meetings, words in all readings', () => list({ q: inReadings })],
    ['Meetings, one letter', () => list({ q: 'p' })],
    ['Meetings, a rare word', () => list({ q: 'planning 4711' })],
    ['My meetings', () => list({ mine: '1' })],
    ['History, twelve common words', async () => findSessions(await past(common))],
    ['Attendance, twelve common words', async () => findAttendance({ ...(await past(common)), limit: 50 })],
    ['Attendance, somebody’s name', async () => findAttendance({ ...(await past('guest 4711')), limit: 50 })],
  ]
  const measured: Search[] = []
  for (const [what, run] of searches) measured.push({ what, barMs, ...(await measureBeside(run)) })
  return measured
}

function seenBy(personId: string, isAdministrator: boolean): UserActor {
  const nothing = { organizerIds: [], organizerKeys: [], groupIds: [], managedGroupIds: [] }
  return {
    kind: 'user',
    personId,
    sessionId: '',
    name: 'Bench',
    email: null,
    via: 'company',
    isAdministrator,
    ...nothing,
  }
}

async function measureBeside(run: () => Promise<unknown>): Promise<{ ms: number; controlMs: number }> {
  const [all, controls]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    all.push(await timed(run))
    controls.push(await timed(() => pool().query('SELECT 1')))
  }
  return { ms: median(all), controlMs: median(controls) }
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await run()
  return performance.now() - startedAt
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
