import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { db, inTransaction, pool } from '#lib/db/client.ts'
import { makeOrganizer } from '#lib/testing/company.ts'
import { freshDatabase, type TestDatabase } from '#lib/testing/database.ts'
import { changeList, unlisted } from './change-list.ts'
import { getListStamp } from './list-stamp.ts'
import { applyListing } from './listing/apply-listing.ts'
import { removeMissed } from './listing/remove-missed.ts'
import { removeOrganizersMeetings } from './listing/remove-organizers-meetings.ts'
import { markGone } from './meetings/mark-gone.ts'

let database: TestDatabase
let organizer: Awaited<ReturnType<typeof makeOrganizer>>
const hour = 3_600_000

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await pool().query('TRUNCATE person, "group", room_status, list_version, setting, outbox_event CASCADE')
  organizer = await makeOrganizer('Olivia')
})

/** Applies what GoTo lists for the organizer, read this many minutes from now. */
function read(ids: string[], minutes = 0): Promise<unknown> {
  const at = Date.now()
  const rows = ids.map((gotoMeetingId) => ({
    gotoMeetingId,
    subject: 'Budget',
    kind: 'scheduled' as const,
    startsAt: new Date(Math.floor(at / hour) * hour + 24 * hour).toISOString(),
    endsAt: new Date(Math.floor(at / hour) * hour + 25 * hour).toISOString(),
    audio: '',
    isActive: false,
  }))
  return applyListing(organizer, { rows, unread: [], readAt: new Date(at + minutes * 60_000), zone: 'UTC' })
}

async function news(): Promise<string[]> {
  return (await db().outboxEvent.findMany({ orderBy: { id: 'asc' } })).map(({ kind }) => kind)
}

async function version(): Promise<bigint> {
  return (await db().listVersion.findUnique({ where: { name: 'meetings' } }))?.version ?? 0n
}

async function onlyMeeting() {
  return db().meeting.findFirstOrThrow({ include: { occurrences: true } })
}

test.each([
  ['GoTo stops listing it', missedTwice],
  [
    'its organizer leaves the account',
    () => inTransaction((tx) => removeOrganizersMeetings(tx, [organizer.id], new Date())),
  ],
  [
    'GoTo says that it is deleted',
    () => inTransaction(async (tx) => markGone(tx, [(await onlyMeeting()).id], { because: 'Gone.', isDeleted: true })),
  ],
])('a meeting goes with its times and is announced once, when %s', async (_, go) => {
  await read(['123456789'])
  await go()
  await go()
  const { goneAt, occurrences } = await onlyMeeting()
  expect(goneAt).not.toBeNull()
  expect(occurrences.map((occurrence) => occurrence.goneAt)).toEqual([goneAt])
  expect(await news()).toEqual(['meeting.created', 'meeting.cancelled'])
})

/** As often as it takes, plus once more. */
async function missedTwice(): Promise<void> {
  for (const minutes of [2, 4, 6]) await read([], minutes)
  await removeMissed({ allowRemovals: true })
}

test('a meeting GoTo lists again comes back with its times', async () => {
  await read(['123456789'])
  const before = await onlyMeeting()
  await missedTwice()
  await read(['123456789'], 8)
  const after = await onlyMeeting()
  expect(after).toMatchObject({ id: before.id, goneAt: null, goneBecause: null })
  expect(after.occurrences).toMatchObject([{ id: before.occurrences[0]?.id, goneAt: null, goneBecause: null }])
})

test('one transaction raises the version once and announces each meeting once, as it is by then', async () => {
  await read(['123456789', '123456780'])
  const [one, other] = (await db().meeting.findMany({ orderBy: { gotoMeetingId: 'desc' } })).map(({ id }) => id)
  const [before, announced] = [await version(), (await news()).length]
  await inTransaction(async (tx) => {
    await changeList(tx, { id: one ?? '', is: 'created' }).meeting.update({
      where: { id: one ?? '' },
      data: { agenda: 'a' },
    })
    await changeList(tx, { id: one ?? '', is: 'changed' }).meeting.update({
      where: { id: one ?? '' },
      data: { agenda: 'b' },
    })
    changeList(tx, { id: other ?? '', is: 'changed' })
    await markGone(tx, [other ?? ''], { because: 'Gone.', isDeleted: true })
  })
  expect(await version()).toBe(before + 1n)
  expect((await news()).slice(announced)).toEqual(['meeting.created', 'meeting.cancelled'])
})

test('this process asks for the version again after a change, not before', async () => {
  const { stamp } = await getListStamp()
  await inTransaction(async (tx) => void unlisted(tx))
  expect((await getListStamp()).stamp).toBe(stamp)
  await inTransaction(async (tx) => void changeList(tx))
  expect((await getListStamp()).stamp).not.toBe(stamp)
})

test('a failed change leaves no version and announces nothing', async () => {
  await read(['123456789'])
  const [before, announced] = [await version(), await news()]
  const { id } = await onlyMeeting()
  const failing = inTransaction(async (tx) => {
    await markGone(tx, [id], { because: 'Gone.', isDeleted: true })
    throw new Error('stopped')
  })
  await expect(failing).rejects.toThrow('stopped')
  expect([await version(), await news()]).toEqual([before, announced])
})

test('outside a transaction no list is changed', () => {
  expect(() => changeList(db())).toThrow('inTransaction')
})
