import { afterEach, beforeEach, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { countComing } from './count-coming.ts'

let portal: TestPortal
let organizer: { id: string; accountKey: string }
let gotoMeetingId: bigint

beforeEach(async () => {
  portal = await testPortal()
  organizer = await db().organizer.findFirstOrThrow({ where: { email: 'olivia@example.com' } })
  const room = await db().meeting.findFirstOrThrow({ where: { kind: 'room', organizerId: organizer.id } })
  gotoMeetingId = room.gotoMeetingId ?? 0n
  await db().roomStatus.deleteMany()
  await db().organizer.updateMany({ data: { listedAt: null } })
})
afterEach(() => portal.close())

const ago = (hours: number) => new Date(portal.sandbox.now().getTime() - hours * 3_600_000)

async function room(state: Partial<Prisma.RoomStatusUncheckedCreateInput>): Promise<void> {
  await db().roomStatus.create({ data: { accountKey: organizer.accountKey, gotoMeetingId, ...state } })
}

/** `[running, unreported]` in a period that ends so many hours ago. */
async function coming(endedHoursAgo = 0, ids = [organizer.id]): Promise<[number, number]> {
  const { running, unreported } = await countComing(ids, { to: ago(endedHoursAgo) }, ago(0))
  return [running, unreported]
}

test('a running meeting belongs to a period up to now, of its organizer', async () => {
  await room({ isActive: true, activeSince: ago(1), readAt: ago(0) })
  expect(await coming()).toEqual([1, 0])
  expect(await coming(-1)).toEqual([1, 0])
  expect(await coming(0.1)).toEqual([0, 0])
  expect(await coming(0, [])).toEqual([0, 0])
  const { id } = await db().organizer.findFirstOrThrow({ where: { id: { not: organizer.id } } })
  expect(await coming(0, [id])).toEqual([0, 0])
  expect(await coming(0, [id, organizer.id])).toEqual([1, 0])
})

test('a meeting that nobody has heard of for half a day is not called running', async () => {
  await room({ isActive: true, activeSince: ago(20), readAt: ago(11.9) })
  expect(await coming()).toEqual([1, 0])
  await db().roomStatus.updateMany({ data: { readAt: ago(12.1) } })
  expect(await coming()).toEqual([0, 0])
  // A listing that finds no change has looked at it all the same.
  await db().organizer.update({ where: { id: organizer.id }, data: { listedAt: ago(1) } })
  expect(await coming()).toEqual([1, 0])
})

test('a meeting that ended within a day is awaited, also in a period that ended since, and only its organizer’s', async () => {
  await room({ isActive: false, activeSince: ago(24.5), endedAt: ago(23.9), readAt: ago(1) })
  expect(await coming()).toEqual([0, 1])
  expect(await coming(23)).toEqual([0, 1])
  expect(await coming(24.1)).toEqual([0, 0])
  const { id } = await db().organizer.findFirstOrThrow({ where: { id: { not: organizer.id } } })
  expect(await coming(0, [id])).toEqual([0, 0])
  await db().roomStatus.updateMany({ data: { endedAt: ago(24.1) } })
  expect(await coming()).toEqual([0, 0])
})

test('a session that is listed is not awaited, even without its attendees', async () => {
  await room({ isActive: false, activeSince: ago(2), endedAt: ago(1) })
  expect(await coming()).toEqual([0, 1])
  const { id: organizerId, accountKey } = organizer
  const held = { subject: 'Room', kind: 'room', startedAt: ago(2), endedAt: ago(1), readAt: ago(0) }
  await db().session.create({ data: { organizerId, accountKey, gotoMeetingId, ...held } })
  expect(await coming()).toEqual([0, 0])
})
