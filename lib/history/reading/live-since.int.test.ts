import { afterEach, beforeEach, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { liveSince } from './live-since.ts'

let portal: TestPortal
let room: { accountKey: string; organizerId: string; gotoMeetingId: bigint }

beforeEach(async () => {
  portal = await testPortal()
  const organizer = await db().organizer.findFirstOrThrow({ where: { email: 'olivia@example.com' } })
  const found = await db().meeting.findFirstOrThrow({ where: { kind: 'room', organizerId: organizer.id } })
  room = { accountKey: organizer.accountKey, organizerId: organizer.id, gotoMeetingId: found.gotoMeetingId ?? 0n }
  await db().roomStatus.deleteMany()
  await db().session.deleteMany({ where: { gotoMeetingId: room.gotoMeetingId } })
})
afterEach(() => portal.close())

const ago = (hours: number) => new Date(portal.sandbox.now().getTime() - hours * 3_600_000)

async function seenLive(hours: number, gotoMeetingId = room.gotoMeetingId): Promise<void> {
  const { accountKey } = room
  await db().roomStatus.create({ data: { accountKey, gotoMeetingId, activeSince: ago(hours), isActive: true } })
}

async function stored(fromHours: number, toHours: number | null): Promise<void> {
  const endedAt = toHours === null ? null : ago(toHours)
  await db().session.create({
    data: { ...room, subject: 'Room', kind: 'room', startedAt: ago(fromHours), endedAt, readAt: ago(0) },
  })
}

async function hoursBack(): Promise<number | null> {
  const since = await liveSince(room.organizerId, ago(0))
  return since && (ago(0).getTime() - since.getTime()) / 3_600_000
}

test('a run that was seen live is looked for from twelve hours before, since it may have been noticed late', async () => {
  await seenLive(30)
  expect(await hoursBack()).toBe(42)
})

test('the oldest of several runs counts, and only the organizer’s own', async () => {
  expect(await hoursBack()).toBeNull()
  const meetings = await db().meeting.findMany({ where: { gotoMeetingId: { not: null } } })
  const other = meetings.find(({ organizerId }) => organizerId !== room.organizerId)
  const own = meetings.find((one) => one.organizerId === room.organizerId && one.gotoMeetingId !== room.gotoMeetingId)
  await seenLive(90, other?.gotoMeetingId ?? 0n)
  expect(await hoursBack()).toBeNull()
  await seenLive(30)
  await seenLive(40, own?.gotoMeetingId ?? 0n)
  expect(await hoursBack()).toBe(52)
})

test.each<[string, number, number, number | null, number | null]>([
  ['is stored once its session ends after it was seen', 30, 31, 29, null],
  ['is not stored while only an earlier session is', 30, 40, 31, 42],
  ['is stored by a session whose end GoTo doesn’t give, if that began later', 30, 29, null, null],
  ['is not stored by one that began before', 30, 31, null, 42],
])('a run %s', async (_, live, from, to, back) => {
  await seenLive(live)
  await stored(from, to)
  expect(await hoursBack()).toBe(back)
})

test.each([
  [31 * 24 - 1, 31 * 24 + 11],
  [31 * 24 + 1, null],
])('of a run seen live %i hours ago GoTo is asked back to %s', async (live, back) => {
  await seenLive(live)
  expect(await hoursBack()).toBe(back)
})
