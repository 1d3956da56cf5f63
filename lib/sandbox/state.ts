import { openJournal } from './journal.ts'
import type { Attendance } from './seed/attendance.ts'
import { createCalendar, type MeetingType } from './seed/calendar.ts'
import { type CompanySize, companyOf } from './seed/company.ts'

export type Shape = 'specified' | 'observed' | 'mixed'
export type RefreshMode = 'kept' | 'renewed' | 'single-use'

export type Settings = {
  shape: Shape
  refresh: RefreshMode
  historyDelaySeconds: number
  ratePerSecond: number
  tokenDelaySeconds: number
  /** The answer for an empty period: both are documented (goto-api.md 17.15). */
  emptyHistory: 404 | 200
  /** Which times a room has: not documented (goto-api.md 14.5). */
  roomTimes: 'creation' | 'empty'
}

/** A meeting that somebody created or changed; simulated ones need no record until then. */
export type MeetingRecord = {
  id: string
  organizerKey: string
  subject: string
  startsAt: number
  endsAt: number
  type: MeetingType
  passwordRequired: boolean
  audio: string
  coorganizerKeys: string[]
  createdAt: number
  deletedAt: number | null
  /** When simulated people run it after a move; `null` while they keep to their own plan, or nobody runs it. */
  runs: { from: number; until: number } | null
}

/** A session that a person started by hand. */
export type ActedSession = {
  id: string
  meetingId: string
  organizerKey: string
  subject: string
  type: MeetingType
  audio: string
  startedAt: number
  endedAt: number | null
  attendances: Attendance[]
}

/** What people did to a simulated session. */
export type Touch = {
  endedAt: number | null
  attendances: Attendance[]
  isDeleted: boolean
  isAttendeesDeleted: boolean
  isRecordingsDeleted?: boolean
}

export type OrganizerRecord = {
  key: string
  accountKey: string
  email: string
  firstName: string
  lastName: string
  groupKey: string | null
  maxParticipants: number
  adminRoles: string[]
  locale: string
  isNamed: boolean
  products: string[]
  suspendedAt: number | null
  deletedAt: number | null
}

export type Client = {
  id: string
  secret: string
  scopes: string[]
  redirects: string[]
  isLimited: boolean
  isScript: boolean
}
export type Grant = { id: string; clientId: string; organizerKey: string; scopes: string[]; accessToken: string | null }
export type AccessToken = { grantId: string; expiresAt: number }
export type RefreshToken = { grantId: string; expiresAt: number }
export type Code = {
  grant: Omit<Grant, 'accessToken'>
  redirectUri: string | null
  challenge: string | null
  expiresAt: number
  /** The grant it was exchanged for; using the code again ends that. */
  usedFor?: string
}

export type DataSize = 'S' | 'M' | 'L'
/**
 * How the simulated past was made: from when on the named people wait for somebody to act, and how far back it goes.
 */
type Seed = { company: CompanySize; size: DataSize | null; zone: string; bornAt: number; epochAt: number }

export type State = ReturnType<typeof openState>
export type StateOptions = {
  dataDir: string | null
  company: CompanySize
  zone: string
  baseNow: () => number
  /** What the company's clock shows at its first start; `null`: the same as `baseNow`. */
  startsAt: number | null
}

export const defaultSettings: Settings = {
  shape: 'specified',
  refresh: 'kept',
  historyDelaySeconds: 10,
  ratePerSecond: 10,
  tokenDelaySeconds: 0,
  emptyHistory: 200,
  roomTimes: 'creation',
}

const day = 86_400_000

/** Everything the sandbox remembers, on disk if there is a directory. */
export function openState({ dataDir, company, zone, baseNow, startsAt }: StateOptions) {
  const journal = openJournal(dataDir)
  const meta = journal.table<unknown>('meta')
  const tables = {
    meetings: journal.table<MeetingRecord>('meetings'),
    sessions: journal.table<ActedSession>('sessions'),
    touches: journal.table<Touch>('touches'),
    waiting: journal.table<{ name: string; email: string }[]>('waiting'),
    organizers: journal.table<OrganizerRecord>('organizers'),
  }
  const grants = {
    clients: journal.table<Client>('clients'),
    grants: journal.table<Grant>('grants'),
    accessTokens: journal.table<AccessToken>('access-tokens'),
    refreshTokens: journal.table<RefreshToken>('refresh-tokens'),
    codes: journal.table<Code>('codes'),
  }
  const faults = journal.table<unknown>('faults')

  if (!meta.get('seed')) {
    // Kept as an offset, so that after a restart time goes on instead of starting over.
    if (startsAt !== null) meta.set('firstOffset', startsAt - baseNow())
    seed(null)
  }
  let calendar = makeCalendar()

  function now(): number {
    return unadvanced() + ((meta.get('clockOffset') as number | undefined) ?? 0)
  }

  /** The company's time had nobody advanced it. */
  function unadvanced(): number {
    return baseNow() + ((meta.get('firstOffset') as number | undefined) ?? 0)
  }

  function currentSeed(): Seed {
    return meta.get('seed') as Seed
  }

  function seed(size: DataSize | null): void {
    const bornAt = unadvanced()
    const past = company === 'small' ? 28 * day : 548 * day
    meta.set('seed', { company, size, zone, bornAt, epochAt: bornAt - past } satisfies Seed)
  }

  function makeCalendar() {
    const { size, zone: seededZone, company: seededCompany } = currentSeed()
    const lanes = size === 'L' ? 180 : size === 'M' ? 18 : seededCompany === 'small' ? 1 : 3
    return createCalendar({ company: companyOf(seededCompany, size === 'L' ? 540 : 0), lanes, zone: seededZone })
  }

  /**
   * Back to the initial state; clients, grants and id counters stay. With a size, there are exactly that many past
   * sessions.
   */
  function reset(size: DataSize | null = null): number {
    for (const table of Object.values(tables)) table.clear()
    faults.clear()
    for (const key of ['clockOffset', 'settings']) meta.delete(key)
    seed(size)
    calendar = makeCalendar()
    if (size === null) return 0
    const wanted = { S: 1_000, M: 100_000, L: 1_000_000 }[size]
    meta.set('seed', { ...currentSeed(), epochAt: startOfPast(wanted) })
    return wanted
  }

  /** The start of the nth most recent session that is over. */
  function startOfPast(wanted: number): number {
    const { bornAt } = currentSeed()
    let left = wanted
    for (let date = calendar.dayOf(bornAt) + 1; ; date--) {
      const past = calendar.lanes
        .flatMap((lane) => calendar.onDay(date, lane))
        .filter(({ runsUntil }) => runsUntil <= bornAt)
        .map(({ runsFrom }) => runsFrom)
        .sort((a, b) => b - a)
      const last = past[left - 1]
      if (last !== undefined) return last
      left -= past.length
    }
  }

  /** The next number in a sequence that no restart repeats. */
  function next(counter: 'meeting' | 'session' | 'organizer'): number {
    const counters = (meta.get('counters') ?? {}) as Record<string, number>
    const value = (counters[counter] ?? 0) + 1
    meta.set('counters', { ...counters, [counter]: value })
    return value
  }

  return {
    ...tables,
    ...grants,
    faults,
    meta,
    now,
    reset,
    next,
    close: journal.close,
    get calendar() {
      return calendar
    },
    get seed() {
      return currentSeed()
    },
    get settings(): Settings {
      return { ...defaultSettings, ...(meta.get('settings') as Partial<Settings> | undefined) }
    },
    changeSettings(changes: Partial<Settings>): void {
      meta.set('settings', { ...(meta.get('settings') as Partial<Settings> | undefined), ...changes })
    },
    advance(seconds: number): void {
      meta.set('clockOffset', ((meta.get('clockOffset') as number | undefined) ?? 0) + seconds * 1_000)
    },
  }
}
