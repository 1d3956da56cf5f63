import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import type { MeetingReport } from '#lib/history/schema.ts'
import type { ListedRow } from '#lib/record/meetings/listed-rows.ts'
import { meetingParts } from '#lib/record/meetings/listed-rows.ts'
import type { PendingRun } from '#lib/record/meetings/pending-run.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { viewNothing } from './view-nothing.ts'

let portal: TestPortal
let olivia: UserActor
let organizerId: string

const gotoMeetingId = 987_654_321n
const ago = (minutes: number) => new Date(portal.sandbox.now().getTime() - minutes * 60_000)

beforeEach(async () => {
  portal = await testPortal()
  olivia = await portal.connected('olivia@example.com')
  organizerId = (await db().organizer.findFirstOrThrow({ where: { personId: olivia.personId } })).id
})
afterEach(() => portal.close())

async function covered(fromAgo: number, toAgo: number, unread: Prisma.InputJsonValue = []): Promise<void> {
  const known = { coveredFrom: ago(fromAgo), coveredTo: ago(toAgo), unread }
  await db().historyReading.upsert({ where: { organizerId }, create: { organizerId, ...known }, update: known })
}

/** Olivia's meeting without a session: an hour that ended so many minutes ago, Mara required; null: a room. */
async function nothingOf(endedAgo: number | null, pending: PendingRun | null = null): Promise<MeetingReport> {
  const { accountKey } = await db().organizer.findUniqueOrThrow({ where: { id: organizerId } })
  const mara = await portal.employee('mara@example.com')
  const { occurrences, ...meeting } = await db().meeting.create({
    data: {
      accountKey,
      organizerId,
      subject: 'Board meeting',
      kind: endedAgo === null ? 'room' : 'scheduled',
      gotoMeetingId,
      createdAt: ago(1_000),
      changedAt: ago(1_000),
      invited: { create: { personId: mara.personId, required: true } },
      ...(endedAgo === null
        ? {}
        : {
            occurrences: {
              create: { gotoMeetingId, startsAt: ago(endedAgo + 60), endsAt: ago(endedAgo), zone: 'Europe/Berlin' },
            },
          }),
    },
    include: { ...meetingParts, occurrences: true },
  })
  const row: ListedRow = { meeting, planned: occurrences[0] ?? null }
  return viewNothing(olivia, row, pending)
}

const unknown = { people: null, required: null, hasAttendees: false, isCertain: false, missing: [{ state: 'unknown' }] }
const nobody = { people: 0, hasAttendees: true, isCertain: true, missing: [{ state: 'absent' }] }
const noneOfOne = { invited: 1, present: 0, unknown: 0 }

test('nobody came once the past is known to when it may last have begun, and not a minute before', async () => {
  await covered(1_000, 380)
  expect(await nothingOf(500)).toMatchObject({
    ...nobody,
    required: noneOfOne,
    unreadBecause: null,
    asOf: ago(380).toISOString(),
  })
})

test.each<[string, number, number, number]>([
  ['known to a minute before it may last have begun', 500, 1_000, 381],
  ['not known from when it may first have begun', 500, 589, 0],
  ['known from its end only', 500, 500, 0],
])('with a past %s it is open whether somebody came', async (_, endedAgo, fromAgo, toAgo) => {
  await covered(fromAgo, toAgo)
  expect(await nothingOf(endedAgo)).toMatchObject({ ...unknown, unreadBecause: 'preparing', asOf: null })
})

test('before its planned end it is not over, at its end it is', async () => {
  await covered(1_000, 0)
  expect(await nothingOf(-1)).toMatchObject({ ...unknown, unreadBecause: 'not-over' })
  await db().occurrence.deleteMany({ where: { gotoMeetingId } })
  await db().invited.deleteMany({ where: { meeting: { gotoMeetingId } } })
  await db().meeting.deleteMany({ where: { gotoMeetingId } })
  expect(await nothingOf(0)).toMatchObject({ ...unknown, unreadBecause: 'preparing' })
})

test.each<PendingRun>(['not-over', 'preparing'])('a run that is %s says so, whatever is known', async (pending) => {
  await covered(1_000, 0)
  expect(await nothingOf(500, pending)).toMatchObject({ ...unknown, unreadBecause: pending, pending })
})

test('a row that made no sense may be its session, unless it is of another meeting or time', async () => {
  // It may have begun late: after its planned end, too.
  const row = { because: 'endTime', from: ago(450).toISOString(), to: ago(400).toISOString() }
  await covered(1_000, 0, [
    { ...row, id: '111222333' },
    { ...row, id: null, to: ago(591).toISOString(), from: ago(700).toISOString() },
    { ...row, id: null, from: ago(379).toISOString(), to: ago(0).toISOString() },
  ])
  expect(await nothingOf(500)).toMatchObject({ ...nobody, unreadBecause: null })
  await covered(1_000, 0, [{ ...row, id: null }])
  const listed = await db().meeting.findFirstOrThrow({
    where: { gotoMeetingId },
    include: { ...meetingParts, occurrences: true },
  })
  const report = await viewNothing(olivia, { meeting: listed, planned: listed.occurrences[0] ?? null }, null)
  expect(report).toMatchObject({ ...unknown, unreadBecause: 'unreadable' })
})

test('a room may have been held as long ago as GoTo remembers, before anybody here knew it', async () => {
  await covered(1_000, 0)
  expect(await nothingOf(null)).toMatchObject({ ...unknown, unreadBecause: expect.any(String), plannedStartsAt: null })
})

test('a room of which nothing is known, with its organizer’s whole past, was held by nobody', async () => {
  await covered(366 * 24 * 60, 0)
  expect(await nothingOf(null)).toMatchObject({ ...nobody, unreadBecause: null, plannedStartsAt: null })
})

test('why nobody can say who came is that of the organizer', async () => {
  await covered(1, 0)
  await db().organizer.update({ where: { id: organizerId }, data: { goneAt: ago(5) } })
  expect(await nothingOf(500)).toMatchObject({ ...unknown, unreadBecause: 'organizer-gone' })
})
