import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import type { Session } from '#lib/history/schema.ts'
import type { PendingRun } from '#lib/record/meetings/pending-run.ts'
import { type SessionRow, sessionParts } from '#lib/record/sessions/session-rows.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { viewReport } from './view-report.ts'
import type { Sittings } from './view-sittings.ts'

let portal: TestPortal
let olivia: UserActor
let erin: UserActor
let organizer: { id: string; accountKey: string }
let ids: { meetingId: string; occurrenceId: string }

const day = 24 * 60
const gotoMeetingId = 987_654_321n
const ago = (minutes: number) => new Date(portal.sandbox.now().getTime() - minutes * 60_000)

/**
 * Olivia's meeting of yesterday, an hour long and held to the minute: Erin came, Mara was required too, and everything
 * about it has been read.
 */
beforeEach(async () => {
  portal = await testPortal()
  olivia = await portal.connected('olivia@example.com')
  erin = await portal.employee('erin@example.com')
  const mara = await portal.employee('mara@example.com')
  organizer = await db().organizer.findFirstOrThrow({ where: { personId: olivia.personId } })
  const meeting = await db().meeting.create({
    data: {
      accountKey: organizer.accountKey,
      organizerId: organizer.id,
      subject: 'Board meeting',
      kind: 'scheduled',
      gotoMeetingId,
      createdAt: ago(9 * day),
      changedAt: ago(9 * day),
      invited: { create: [erin, mara].map(({ personId }) => ({ personId, required: true })) },
      occurrences: { create: { gotoMeetingId, startsAt: ago(day), endsAt: ago(day - 60), zone: 'Europe/Berlin' } },
    },
    include: { occurrences: true },
  })
  ids = { meetingId: meeting.id, occurrenceId: meeting.occurrences[0]?.id ?? '' }
  await covered({ coveredFrom: ago(9 * day), coveredTo: ago(0) })
})
afterEach(() => portal.close())

async function covered(known: Omit<Prisma.HistoryReadingUncheckedCreateInput, 'organizerId'>): Promise<void> {
  const { id: organizerId } = organizer
  await db().historyReading.upsert({ where: { organizerId }, create: { organizerId, ...known }, update: known })
}

type Came = { name: string; personId?: string }

/** A session of the meeting, by default all of it, and who came. */
async function held(
  part: Partial<Prisma.SessionUncheckedCreateInput> = {},
  came: Came[] = [erinCame()],
): Promise<SessionRow> {
  const startedAt = part.startedAt ?? ago(day)
  const endedAt = part.endedAt ?? ago(day - 60)
  return db().session.create({
    data: {
      accountKey: organizer.accountKey,
      organizerId: organizer.id,
      gotoMeetingId,
      ...ids,
      subject: 'Board meeting',
      kind: 'scheduled',
      startedAt,
      endedAt,
      attendeeCount: came.length,
      readAt: ago(0),
      attendeesReadAt: ago(day - 70),
      ...part,
      attendances: {
        create: came.map(({ name, personId }, nth) => ({
          typedName: name,
          nth,
          joinedAt: startedAt,
          leftAt: endedAt,
          personId: personId ?? null,
        })),
      },
    },
    include: sessionParts,
  })
}

function erinCame(): Came {
  return { name: 'Erin', personId: erin.personId }
}

/** As after whatever happened to their rows since. */
async function reported(sessions: SessionRow[], pending: PendingRun | null = null, nth?: number): Promise<Session> {
  const rows = await db().session.findMany({
    where: { id: { in: sessions.map(({ id }) => id) } },
    include: sessionParts,
    orderBy: { startedAt: 'asc' },
  })
  const sittings = rows as Sittings
  const one = nth === undefined ? undefined : rows[nth]
  return viewReport(olivia, { shown: one ? [one] : sittings, sittings, pending })
}

test('who was not seen is absent once everything is known', async () => {
  const report = await reported([await held()])
  expect(report).toMatchObject({ isCertain: true, missing: [{ state: 'absent' }], identified: 1 })
})

const unreadRow = { because: 'endTime', from: '2026-11-20T00:00:00.000Z', to: '2026-11-24T00:00:00.000Z' }

test.each<[string, () => Promise<SessionRow>]>([
  ['its attendees are not read', () => held({ attendeesReadAt: null }, [])],
  ['a row could not be read', () => held({ unreadRows: 1 })],
  ['GoTo counts one more than it names', () => held({ attendeeCount: 2 })],
  ['GoTo counts one more than it names, and repeats a row', () => held({ attendeeCount: 2 }, [erinCame(), erinCame()])],
  ['somebody is not identified', () => held({}, [{ name: 'Erin', personId: erin.personId }, { name: 'X' }])],
  ['a co-organizer held it too', () => heldByAnother().then(() => held())],
  [
    'the past is not known to when it may last have begun',
    () => covered({ coveredTo: ago(day - 60 - 90) }).then(() => held()),
  ],
  [
    'the past is not known from when it may first have begun',
    () => covered({ coveredFrom: ago(day + 29) }).then(() => held()),
  ],
  [
    'nothing of the past was ever read',
    () =>
      db()
        .historyReading.deleteMany()
        .then(() => held()),
  ],
  [
    'a row of this meeting made no sense',
    () => covered({ unread: [{ ...unreadRow, id: String(gotoMeetingId) }] }).then(() => held()),
  ],
  ['a row made no sense down to its ID', () => covered({ unread: [{ ...unreadRow, id: null }] }).then(() => held())],
  ['it is not due to end yet, and nobody has looked for six minutes', () => stillDue(6)],
])('nobody is absent while %s', async (_, make) => {
  const { isCertain, missing } = await reported([await make()])
  expect(isCertain).toBe(false)
  expect(missing.filter(({ state }) => state !== 'unknown')).toEqual([])
})

test.each<[string, () => Promise<SessionRow>]>([
  ['a row of another meeting', () => covered({ unread: [{ ...unreadRow, id: '111222333' }] }).then(() => held())],
  [
    'a row of earlier days',
    () => covered({ unread: [{ ...unreadRow, id: null, to: '2026-11-22T00:00:00.000Z' }] }).then(() => held()),
  ],
  [
    'a row of later days',
    () =>
      covered({
        unread: [{ ...unreadRow, id: null, from: '2026-11-24T08:00:00.000Z', to: '2026-11-25T00:00:00.000Z' }],
      }).then(() => held()),
  ],
  ['a planned end in half an hour, if somebody has just looked', () => stillDue(4)],
  ['a meeting that is over, whenever somebody last looked', () => heard(day).then(() => held())],
  ['a past that nobody can read: the organizer is gone', () => unreadable({ goneAt: ago(9) })],
])('%s leaves it certain who is absent', async (_, make) => {
  expect(await reported([await make()])).toMatchObject({ isCertain: true, missing: [{ state: 'absent' }] })
})

test('what is older than GoTo keeps will never be known better', async () => {
  await covered({ coveredFrom: ago(10), coveredTo: ago(0) })
  const planned = { startsAt: ago(400 * day), endsAt: ago(400 * day - 60) }
  await db().occurrence.update({ where: { id: ids.occurrenceId }, data: planned })
  const row = await held({ startedAt: planned.startsAt, endedAt: planned.endsAt })
  expect(await reported([row])).toMatchObject({ isCertain: true, missing: [{ state: 'absent' }] })
})

test('a further sitting makes it uncertain who is absent, and leaves a single sitting complete', async () => {
  const rows = [await held({ endedAt: ago(day - 20) }), await held({ startedAt: ago(day - 30) })]
  expect(await reported(rows, 'not-over')).toMatchObject({ isCertain: false, unreadBecause: 'not-over' })
  expect(await reported(rows, 'not-over', 0)).toMatchObject({ isCertain: false, unreadBecause: null })
})

test('of several sittings GoTo only counts, as many came as to the fullest; one it doesn’t count leaves that open', async () => {
  const first = await held({ endedAt: ago(day - 20), attendeeCount: 3 }, [])
  const second = await held({ startedAt: ago(day - 30), attendeeCount: 5 }, [])
  const whole = { id: second.id, sitting: null, people: 5, hasAttendees: true, minutes: 50, unnamed: 8 }
  expect(await reported([first, second])).toMatchObject(whole)
  await db().session.update({ where: { id: first.id }, data: { attendeeCount: null } })
  expect(await reported([first, second])).toMatchObject({ people: null })
})

test('a row that could not be read is not a person without a row too', async () => {
  expect(await reported([await held({ attendeeCount: 2, unreadRows: 1 })])).toMatchObject({ unreadRows: 1, unnamed: 0 })
})

test('the report of several sittings is as new as the last of them, and unread while one is', async () => {
  const first = await held({ endedAt: ago(day - 20), attendeesReadAt: ago(50) })
  const second = await held({ startedAt: ago(day - 30), attendeesReadAt: ago(40) })
  expect((await reported([first, second])).asOf).toBe(ago(40).toISOString())
  await db().session.update({ where: { id: second.id }, data: { attendeesReadAt: null } })
  const report = await reported([first, second])
  expect(report).toMatchObject({ asOf: null, required: null, people: null, hasAttendees: false })
  expect(report.unreadBecause).not.toBeNull()
})

test('the share of the identified counts people, not notetakers', async () => {
  const came = [{ name: 'Erin', personId: erin.personId }, { name: 'Xaver' }, { name: 'Otter.ai' }]
  expect(await reported([await held({}, came)])).toMatchObject({ people: 2, unidentified: 1, identified: 0.5 })
  const robot = await held({ gotoMeetingId: 1n, occurrenceId: null, meetingId: null }, [{ name: 'Otter.ai' }])
  expect(await reported([robot])).toMatchObject({ people: 0, unidentified: 0, identified: null })
})

async function heldByAnother(): Promise<void> {
  const other = await db().organizer.findFirstOrThrow({ where: { email: 'mara@example.com' } })
  await held({ organizerId: other.id }, [])
}

/** Half an hour of its planned time is left; GoTo was last heard so many minutes ago. */
async function stillDue(heardMinutes: number): Promise<SessionRow> {
  await db().occurrence.update({ where: { id: ids.occurrenceId }, data: { startsAt: ago(30), endsAt: ago(-30) } })
  await heard(heardMinutes)
  return held({ startedAt: ago(30), endedAt: ago(15) })
}

async function heard(minutes: number): Promise<void> {
  await db().organizer.update({ where: { id: organizer.id }, data: { listedAt: ago(minutes) } })
}

async function unreadable(data: Prisma.OrganizerUpdateInput): Promise<SessionRow> {
  await db().organizer.update({ where: { id: organizer.id }, data })
  await covered({ coveredTo: ago(9 * day) })
  return held()
}
