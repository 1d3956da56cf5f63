import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { dayKey, timeKey, weekdayName } from '#lib/time/format.ts'
import { instantsOf } from '#lib/time/local.ts'

/** When the journeys' world starts: the instant, and the setting that starts there again. */
export type JourneyTime = { at: Date; testAt: string }

/** Where the journeys' company and browsers are. */
const zone = 'Europe/Berlin'

/** Used where there is no commit to derive a time from: a Tuesday morning. */
const withoutCommit = '2026-11-24T09:58'

/**
 * The time `FOYER_TEST_AT` chooses, as clocks in Berlin show it: `2026-10-25T00:20`, or `12:10` today. Without it
 * the time follows from the commit, so that failures repeat and the next commit is tried at another hour.
 * @throws Error with a sentence when there is no such time.
 */
export function journeyTime(given: string | undefined, today: Date, commit = readCommit()): JourneyTime {
  const testAt = given || (commit ? timeOfCommit(commit) : withoutCommit)
  const [, day = dayKey(today, zone), time = ''] = /^(?:(\d{4}-\d{2}-\d{2})T)?(\d{2}:\d{2})$/.exec(testAt) ?? []
  // Of an hour that occurs twice, the first.
  const [at] = instantsOf(day, time, zone)
  if (!at) throw new Error(`FOYER_TEST_AT must be a time in Berlin like 2026-10-25T00:20 or 12:10, not ${testAt}.`)
  return { at: new Date(at), testAt: `${day}T${time}` }
}

/** The first line of the journeys. */
export function journeyLine({ at, testAt }: JourneyTime): string {
  return `Journeys at ${weekdayName(at, zone)} ${testAt.replace('T', ' ')} ${zone} (FOYER_TEST_AT=${testAt})`
}

type Commit = { id: string; at: Date }

/** Any minute of the year before the commit and the year after it: all weekdays, and now and then a clock change. */
export function timeOfCommit({ id, at }: Commit): string {
  const minutes = createHash('sha256').update(id).digest().readUInt32BE() % (2 * 365 * 24 * 60)
  const instant = new Date(at.getTime() + (minutes - 365 * 24 * 60) * 60_000)
  return `${dayKey(instant, zone)}T${timeKey(instant, zone)}`
}

function readCommit(): Commit | null {
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%H %ct'], { encoding: 'utf8' })
  const [id = '', seconds = ''] = status === 0 ? stdout.trim().split(' ') : []
  return id && seconds ? { id, at: new Date(Number(seconds) * 1000) } : null
}
