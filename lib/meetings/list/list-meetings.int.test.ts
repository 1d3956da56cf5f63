import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { setClock } from '#lib/clock.ts'
import { db, pool } from '#lib/db/client.ts'
import { joinMeeting } from '#lib/meetings/join/join-meeting.ts'
import { getMeeting } from '#lib/meetings/page/get-meeting.ts'
import { MeetingFilter } from '#lib/meetings/schema.ts'
import { forgetListStamp } from '#lib/record/list-stamp.ts'
import { applyListing } from '#lib/record/listing/apply-listing.ts'
import type { FoundMeeting } from '#lib/record/listing/reconcile-meetings.ts'
import { removeMissed } from '#lib/record/listing/remove-missed.ts'
import { saveCompanySettings } from '#lib/settings/save-company-settings.ts'
import { actorOf, inMinutes, makeEmployee, makeOrganizer } from '#lib/testing/company.ts'
import { freshDatabase, type TestDatabase } from '#lib/testing/database.ts'
import { listMeetings, listMeetingsAsText } from './list-meetings.ts'

let database: TestDatabase
let at = Date.parse('2026-11-24T09:00:00Z')

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

beforeEach(() => {
  at = Date.parse('2026-11-24T09:00:00Z')
  setClock(() => new Date(at))
})
afterEach(async () => {
  setClock(null)
  await pool().query('TRUNCATE person, "group", room_status, list_version, setting CASCADE')
  forgetListStamp()
})

function pass(minutes: number): void {
  at += minutes * 60_000
}

let nextId = 100_000_000
function planned(subject: string, from: number, to: number, over: Partial<FoundMeeting> = {}): FoundMeeting {
  nextId += 1
  return {
    gotoMeetingId: String(nextId),
    subject,
    kind: 'scheduled',
    startsAt: inMinutes(from),
    endsAt: inMinutes(to),
    audio: '',
    isActive: false,
    ...over,
  }
}

type Organizer = Awaited<ReturnType<typeof makeOrganizer>>

async function read(organizer: Organizer, rows: FoundMeeting[], unread: (string | null)[] = []) {
  const outcome = await applyListing(organizer, { rows, unread, readAt: new Date(at), zone: 'Europe/Berlin' })
  forgetListStamp()
  return outcome
}

async function subjects(...given: Parameters<typeof listMeetings>): Promise<string[]> {
  return (await listMeetings(...given)).items.map((meeting) => meeting.subject)
}

test('what an organizer planned is in everybody’s list, by start, once', async () => {
  const olivia = await makeOrganizer('Olivia')
  const erin = await makeEmployee('Erin')
  const rows = [planned('Later', 120, 180), planned('Soon', 10, 40), planned('Over', -90, -30)]
  await read(olivia, rows)
  await read(olivia, [...rows, ...rows])
  expect(await subjects(erin, {})).toEqual(['Soon', 'Later'])
  const { items, asOf, coverage } = await listMeetings(erin, {})
  expect(items[0]).toMatchObject({
    state: 'scheduled',
    zone: 'Europe/Berlin',
    organizer: { name: 'Olivia', email: 'olivia@example.com' },
    can: { join: true },
    joinWindow: { opensAt: inMinutes(-5), closesAt: inMinutes(160) },
  })
  expect(items[1]?.can.join).toBe(false)
  expect(asOf).toBe('2026-11-24T09:00:00.000Z')
  expect(coverage).toEqual({ source: 'none', organizers: 1, read: 1, missing: [], partly: [] })
})

test('before the first read the list says nobody has been read, not that there is nothing', async () => {
  await makeOrganizer('Olivia')
  const { items, asOf, coverage } = await listMeetings(await makeEmployee('Erin'), {})
  expect(items).toEqual([])
  expect(asOf).toBeNull()
  expect(coverage).toMatchObject({ organizers: 1, read: 0, missing: ['Olivia'] })
})

test('an organizer who has not been readable for a while is named, and their meetings stay', async () => {
  const [olivia, mara] = [await makeOrganizer('Olivia'), await makeOrganizer('Mara')]
  const erin = await makeEmployee('Erin')
  await read(olivia, [planned('Of Olivia', 60, 90)])
  await read(mara, [planned('Of Mara', 70, 90)])
  pass(15)
  await read(mara, [planned('Of Mara', 55, 75)])
  const { items, asOf, coverage } = await listMeetings(erin, {})
  expect(items.map((meeting) => meeting.subject)).toContain('Of Olivia')
  expect(coverage).toMatchObject({ organizers: 2, read: 1, missing: ['Olivia'] })
  expect(asOf).toBe('2026-11-24T09:15:00.000Z')
})

test('a partly readable listing says so, and an older listing is dropped all the same', async () => {
  const olivia = await makeOrganizer('Olivia')
  const erin = await makeEmployee('Erin')
  const [first, second] = [planned('First', 60, 90), planned('Second', 61, 90)]
  await read(olivia, [first])
  pass(15)
  await read(olivia, [first, second], ['123456789', null])
  const { items, coverage, asOf } = await listMeetings(erin, {})
  expect(items).toHaveLength(2)
  expect(coverage).toMatchObject({ read: 1, missing: [], partly: ['Olivia'] })
  expect(asOf).toBe('2026-11-24T09:15:00.000Z')
  pass(-1)
  expect(await read(olivia, [first])).toMatchObject({ outcome: 'superseded' })
  pass(2)
  await read(olivia, [first, second])
  expect((await listMeetings(erin, {})).coverage).toMatchObject({ read: 1, partly: [] })
})

test('an unreadable row keeps its meeting or, without an id, every meeting of its organizer', async () => {
  const olivia = await makeOrganizer('Olivia')
  const erin = await makeEmployee('Erin')
  const [kept, odd, gone] = [planned('Kept', 60, 90), planned('Odd', 61, 90), planned('Gone', 62, 90)]
  await read(olivia, [kept, odd, gone])
  for (let times = 0; times < 3; times += 1) await read(olivia, [kept], [null])
  await removeMissed({ allowRemovals: true })
  expect(await subjects(erin, {})).toEqual(['Kept', 'Odd', 'Gone'])
  for (let times = 0; times < 3; times += 1) await read(olivia, [kept], [odd.gotoMeetingId])
  await removeMissed({ allowRemovals: true })
  expect(await subjects(erin, {})).toEqual(['Kept', 'Odd'])
})

test('from any mixture of good and odd rows exactly the good ones are stored, and nothing is removed that an odd one may be', async () => {
  const olivia = await makeOrganizer('Olivia')
  const erin = await makeEmployee('Erin')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('good', 'odd', 'absent'), { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      async (fates, hasNameless) => {
        await pool().query('TRUNCATE meeting CASCADE')
        pass(60)
        const rows = fates.map((fate, nth) => ({ fate, row: planned(`${fate} ${nth}`, 60 + nth, 120) }))
        await read(
          olivia,
          rows.map(({ row }) => row),
        )
        const good = rows.flatMap(({ fate, row }) => (fate === 'good' ? row : []))
        const odd = rows.flatMap(({ fate, row }) => (fate === 'odd' ? row.gotoMeetingId : []))
        for (let times = 0; times < 2; times += 1) await read(olivia, good, hasNameless ? [...odd, null] : odd)
        await removeMissed({ allowRemovals: true })
        const stays = rows.filter(({ fate }) => fate !== 'absent' || hasNameless).map(({ row }) => row.subject)
        expect(await subjects(erin, { limit: 200 })).toEqual(stays)
      },
    ),
    { numRuns: 25 },
  )
})

test('a cancelled meeting leaves the list after two complete reads without it', async () => {
  const olivia = await makeOrganizer('Olivia')
  const erin = await makeEmployee('Erin')
  const [kept, cancelled] = [planned('Kept', 60, 90), planned('Cancelled', 60, 90)]
  await read(olivia, [kept, cancelled])
  await read(olivia, [kept], [null])
  await read(olivia, [kept])
  await removeMissed({ allowRemovals: false })
  expect(await subjects(erin, {})).toContain('Cancelled')
  await read(olivia, [kept])
  expect(await removeMissed({ allowRemovals: false })).toEqual({ removed: 1, held: 0 })
  expect(await subjects(erin, {})).toEqual(['Kept'])
  await read(olivia, [kept, cancelled])
  expect(await subjects(erin, {})).toContain('Cancelled')
})

test('suddenly empty answers empty nothing: the brake holds until an administrator releases it', async () => {
  const organizers = [await makeOrganizer('A'), await makeOrganizer('B'), await makeOrganizer('C')]
  const erin = await makeEmployee('Erin')
  for (const organizer of organizers)
    await read(
      organizer,
      Array.from({ length: 5 }, (_, nth) => planned(`M${nth}`, 60 + nth, 90)),
    )
  for (const organizer of [...organizers, ...organizers]) await read(organizer, [])
  expect(await removeMissed({ allowRemovals: false })).toEqual({ removed: 0, held: 15 })
  expect(await subjects(erin, {})).toHaveLength(15)
  expect(await removeMissed({ allowRemovals: true })).toEqual({ removed: 15, held: 0 })
  expect(await subjects(erin, {})).toEqual([])
})

test('an edit at GoTo keeps the meeting’s address here', async () => {
  const olivia = await makeOrganizer('Olivia')
  const erin = await makeEmployee('Erin')
  const before = planned('Budget', 60, 90)
  await read(olivia, [before])
  const [{ id } = { id: '' }] = (await listMeetings(erin, {})).items
  await read(olivia, [{ ...before, subject: 'Budget 2027', startsAt: inMinutes(120), endsAt: inMinutes(150) }])
  expect(await getMeeting(erin, id)).toMatchObject({ subject: 'Budget 2027', startsAt: inMinutes(120) })
})

test('re-reading unchanged data rewrites no meeting, room or version', async () => {
  const olivia = await makeOrganizer('Olivia')
  const rows = [
    planned('A', 60, 90),
    planned('B', -10, 30, { isActive: true }),
    planned('R', 0, 0, { kind: 'room', startsAt: null, endsAt: null }),
  ]
  await read(olivia, rows)
  const before = await rowVersions()
  pass(2)
  expect(await read(olivia, rows)).toMatchObject({ outcome: 'unchanged' })
  expect(await rowVersions()).toEqual(before)
})

/** PostgreSQL's own id of each row version: an UPDATE changes it even when no value differs. */
async function rowVersions(): Promise<unknown[]> {
  const { rows } = await pool().query(
    `SELECT 'm' AS t, id::text, xmin::text FROM meeting UNION ALL SELECT 'o', id::text, xmin::text FROM occurrence
     UNION ALL SELECT 'r', goto_meeting_id::text, xmin::text FROM room_status
     UNION ALL SELECT 'p', id::text, xmin::text FROM person
     UNION ALL SELECT 'v', name, xmin::text FROM list_version ORDER BY 1, 2`,
  )
  return rows
}

test('a listing older than the last one is dropped', async () => {
  const olivia = await makeOrganizer('Olivia')
  const newer = planned('New', 60, 90)
  await read(olivia, [newer])
  pass(-1)
  expect(await read(olivia, [{ ...newer, subject: 'Old' }])).toMatchObject({ outcome: 'superseded' })
})

test('empty rooms are listed when asked for, and among mine only my own', async () => {
  const [olivia, omar] = [await makeOrganizer('Olivia'), await makeOrganizer('Omar')]
  await read(olivia, [planned('Mine', 0, 0, { kind: 'room', startsAt: null, endsAt: null })])
  await read(omar, [planned('His', 0, 0, { kind: 'room', startsAt: null, endsAt: null })])
  const self = actorOf({ personId: olivia.personId, name: 'Olivia', email: null, organizerIds: [olivia.id] })
  expect(await subjects(self, { mine: '1' })).toEqual([])
  expect(await subjects(self, { mine: '1', rooms: '1' })).toEqual(['Mine'])
  expect(await subjects(self, { rooms: '1' })).toEqual(['His', 'Mine'])
})

test('a page of rooms goes on from where it ended, whatever its last room is called by now, or whether it is still there', async () => {
  const [olivia, erin] = [await makeOrganizer('Olivia'), await makeEmployee('Erin')]
  const longest = 'Ж'.repeat(100)
  const names = ['Blue', 'Green', longest, 'Red']
  await read(
    olivia,
    names.map((name) => planned(name, 0, 0, { kind: 'room', startsAt: null, endsAt: null })),
  )
  const all = await subjects(erin, { rooms: '1' })
  const pageAfter = async (cursor: string | null) => {
    const { items, nextCursor } = await listMeetings(erin, MeetingFilter.parse({ rooms: '1', limit: '1', cursor }))
    return { subjects: items.map(({ subject }) => subject), nextCursor }
  }
  const { items, nextCursor } = await listMeetings(erin, { rooms: '1', limit: 2 })
  expect(items.map(({ subject }) => subject)).toEqual(all.slice(0, 2))
  await db().meeting.updateMany({ where: { subject: all[1] ?? '' }, data: { subject: 'Amber' } })
  forgetListStamp()
  const third = await pageAfter(nextCursor)
  expect(third.subjects).toEqual(all.slice(2, 3))
  await db().meeting.updateMany({ where: { subject: all[2] ?? '' }, data: { goneAt: new Date(at) } })
  forgetListStamp()
  expect((await pageAfter(third.nextCursor)).subjects).toEqual(all.slice(3))
})

test('the id of a meeting tells nothing as the place of a page: hidden or absent, the answer is the same', async () => {
  const [olivia, erin] = [await makeOrganizer('Olivia'), await makeEmployee('Erin')]
  await read(olivia, [planned('Secret', 0, 0, { kind: 'room', startsAt: null, endsAt: null }), planned('Plan', 5, 60)])
  await db().meeting.updateMany({ data: { visibility: 'invited' } })
  await read(olivia, [planned('Zebra', 0, 0, { kind: 'room', startsAt: null, endsAt: null })])
  const hidden = await db().meeting.findMany({ where: { subject: { in: ['Secret', 'Plan'] } } })
  expect(hidden).toHaveLength(2)
  const place = (text: string) => `-.${Buffer.from(text).toString('base64url')}`
  const answers = await Promise.all(
    [...hidden.map(({ id }) => id), crypto.randomUUID()].flatMap((id) =>
      [`-.${id}`, place(id), place(`${id} M`)].map((cursor) =>
        listMeetings(erin, { rooms: '1', cursor }).then(
          ({ items }) => items.map(({ subject }) => subject).join(),
          ({ code }) => String(code),
        ),
      ),
    ),
  )
  expect(answers).toEqual([...hidden, null].flatMap(() => ['invalid', 'invalid', 'Zebra']))
  await expect(listMeetings(erin, { rooms: '1', cursor: place(`${crypto.randomUUID()} a\0`) })).rejects.toMatchObject({
    code: 'invalid',
  })
})

test('a room is found by common words, however many that are gone would come before it', async () => {
  const olivia = await makeOrganizer('Olivia')
  await read(olivia, [planned('Room of all', 0, 0, { kind: 'room', startsAt: null, endsAt: null })])
  await pool().query(
    `INSERT INTO meeting (id, account_key, organizer_id, subject, kind, created_at, changed_at, gone_at)
     SELECT gen_random_uuid(), '1', $1, 'All room ' || n, 'room', $2, $2, $2 FROM generate_series(1, 1600) n`,
    [olivia.id, new Date(at)],
  )
  await pool().query('ANALYZE meeting')
  expect(await subjects(await makeEmployee('Erin'), { q: 'room all' })).toEqual(['Room of all'])
})

test('a live meeting is listed past its planned end, and a live room without any date', async () => {
  const olivia = await makeOrganizer('Olivia')
  const erin = await makeEmployee('Erin')
  const overrun = planned('Overrun', -60, -5, { isActive: true })
  const room = planned('Room', 0, 0, { kind: 'room', startsAt: null, endsAt: null })
  await read(olivia, [overrun, room])
  expect(await subjects(erin, {})).toEqual(['Overrun'])
  await read(olivia, [overrun, { ...room, isActive: true }])
  const { items } = await listMeetings(erin, {})
  expect(items.map(({ subject, state, startsAt }) => [subject, state, startsAt])).toEqual([
    ['Room', 'live', null],
    ['Overrun', 'live', overrun.startsAt],
  ])
  await read(olivia, [room])
  expect(await subjects(erin, {})).toEqual([])
  expect(await subjects(erin, { q: 'room' })).toEqual(['Room'])
})

test('nothing stays live just because its organizer can no longer be read', async () => {
  const olivia = await makeOrganizer('Olivia')
  const erin = await makeEmployee('Erin')
  const rows = [
    planned('Overrun', -60, -5, { isActive: true }),
    planned('Room', 0, 0, { kind: 'room', startsAt: null, endsAt: null, isActive: true }),
  ]
  await read(olivia, rows)
  pass(11 * 60)
  await read(olivia, rows)
  pass(11 * 60)
  expect(await subjects(erin, {})).toEqual(['Room', 'Overrun'])
  pass(61)
  expect(await subjects(erin, {})).toEqual([])
})

test('live, then ended before its planned end: it stays listed as ended and can no longer be joined', async () => {
  const olivia = await makeOrganizer('Olivia')
  const erin = await makeEmployee('Erin')
  const meeting = planned('Short', -5, 60, { isActive: true })
  await read(olivia, [meeting])
  pass(5)
  await read(olivia, [])
  await read(olivia, [])
  await removeMissed({ allowRemovals: false })
  const { items } = await listMeetings(erin, {})
  expect(items).toMatchObject([{ state: 'ended', stateFrom: 'goto', can: { join: false } }])
  await expect(joinMeeting(erin, items[0]?.id ?? '')).rejects.toMatchObject({ code: 'conflict' })
})

test('Sunday night and Monday morning fall on their own local days, whatever zone is asked for', async () => {
  const olivia = await makeOrganizer('Olivia')
  const erin = await makeEmployee('Erin')
  const at = (startsAt: string, subject: string) =>
    planned(subject, 0, 0, { startsAt, endsAt: new Date(Date.parse(startsAt) + 1_800_000).toISOString() })
  await read(olivia, [
    at('2026-11-29T22:30:00.000Z', 'Sunday 23:30 in Berlin'),
    at('2026-11-29T23:00:00.000Z', 'Monday 00:00 in Berlin'),
    at('2026-11-30T22:45:00.000Z', 'Monday 23:45 in Berlin'),
    at('2026-11-30T23:00:00.000Z', 'Tuesday 00:00 in Berlin'),
  ])
  const monday = { from: '2026-11-30', to: '2026-11-30' }
  expect(await subjects(erin, { ...monday, zone: 'Europe/Berlin' })).toEqual([
    'Monday 00:00 in Berlin',
    'Monday 23:45 in Berlin',
  ])
  expect(await subjects(erin, { ...monday, zone: 'UTC' })).toEqual([
    'Monday 23:45 in Berlin',
    'Tuesday 00:00 in Berlin',
  ])
  expect(await subjects(erin, { from: '2026-11-29T22:30:00Z', to: '2026-11-29T23:00:00Z' })).toEqual([
    'Sunday 23:30 in Berlin',
  ])
  for (const from of ['tomorrow', '2026-02-30', '2026-13-01', '2026-02-30T09:00:00Z', '2026-11-30T9'])
    await expect(listMeetings(erin, { from }), from).rejects.toMatchObject({
      code: 'invalid',
      fields: { from: expect.any(String) },
    })
})

test('today shows what began yesterday and still runs; yesterday and tomorrow are what began on them', async () => {
  const olivia = await makeOrganizer('Olivia')
  const erin = await makeEmployee('Erin')
  await read(olivia, [
    planned('Through the night', -11 * 60, 60),
    planned('Overrun since yesterday', -11 * 60, -10 * 60, { isActive: true }),
    planned('Over since yesterday', -11 * 60, -10 * 60),
    planned('Later today', 120, 180),
  ])
  const of = (day: string) => subjects(erin, { from: day, to: day, zone: 'Europe/Berlin' })
  expect((await of('2026-11-24')).sort()).toEqual(['Later today', 'Overrun since yesterday', 'Through the night'])
  expect(await of('2026-11-25')).toEqual([])
  expect(await of('2026-11-23')).not.toContain('Later today')
  expect((await subjects(erin, { from: '2026-11-24T08:59:00Z' })).sort()).toEqual(
    await of('2026-11-24').then((all) => all.sort()),
  )
})

test('search finds the beginnings of words of the subject and the organizer, and of the number; punctuation does not count', async () => {
  const [olivia, mara] = [await makeOrganizer('Olivia'), await makeOrganizer('Mara', 'Sales')]
  const erin = await makeEmployee('Erin')
  const budget = planned('Budget 100%', 60, 90)
  await read(olivia, [budget, planned('Retro', 61, 90)])
  await read(mara, [planned('Budget review', 62, 90)])
  expect(await subjects(erin, { q: 'budget' })).toEqual(['Budget 100%', 'Budget review'])
  expect(await subjects(erin, { q: 'MARA budget' })).toEqual(['Budget review'])
  expect(await subjects(erin, { q: '100%' })).toEqual(['Budget 100%'])
  expect(await subjects(erin, { q: '- 10 -' })).toEqual(['Budget 100%'])
  expect(await subjects(erin, { q: 'mara@example.com' })).toEqual(['Budget review'])
  for (const q of ['0%', 'R_tro', 'udget', '%', '_', '???', '\\']) expect(await subjects(erin, { q }), q).toEqual([])
  const digits = budget.gotoMeetingId
  expect(await subjects(erin, { q: `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}` })).toEqual([
    'Budget 100%',
  ])
  expect(await subjects(erin, { q: digits.slice(0, 4) })).toHaveLength(3)
  expect(await subjects(erin, { organizer: mara.personId })).toEqual(['Budget review'])
  expect(await subjects(erin, { group: mara.groupId ?? '' })).toEqual(['Budget review'])
})

test('a subject is found without its letters on the keyboard', async () => {
  const mara = await makeOrganizer('Mara')
  await read(mara, [planned('Budget', 60, 90), planned('Straßenfest für Wójcik', 61, 90)])
  const erin = await makeEmployee('Erin')
  for (const q of ['wojcik', 'STRASSENFEST fur', 'Wo\u0301jcik mara'])
    expect(await subjects(erin, { q }), q).toEqual(['Straßenfest für Wójcik'])
})

test('a page made for a manager or an administrator is not served to an employee, or the other way round', async () => {
  const [mara, olivia] = [await makeOrganizer('Mara', 'Sales'), await makeOrganizer('Olivia')]
  await read(mara, [planned('Of Sales', 60, 90)])
  await read(olivia, [planned('Of nobody', 61, 90)])
  const erin = await makeEmployee('Erin')
  const manager = await makeEmployee('Max', { managedGroupIds: [mara.groupId ?? ''] })
  const administrator = await makeEmployee('Ada', { isAdministrator: true })
  const host = actorOf({ personId: olivia.personId, name: 'Olivia', email: null, organizerIds: [olivia.id] })
  const mayKnow = async (actor: typeof erin) => (await listMeetings(actor, {})).items.map(({ can }) => can.attendees)
  expect(await mayKnow(manager)).toEqual([true, false])
  expect(await mayKnow(erin)).toEqual([false, false])
  expect(await mayKnow(administrator)).toEqual([true, true])
  expect(await mayKnow(host)).toEqual([false, true])
  expect(await mayKnow(manager)).toEqual([true, false])
  expect(await mayKnow(erin)).toEqual([false, false])
})

test('pages follow each other without gaps or repeats, even among equal starts', async () => {
  const olivia = await makeOrganizer('Olivia')
  const erin = await makeEmployee('Erin')
  await read(
    olivia,
    Array.from({ length: 25 }, (_, nth) => planned(`M${nth}`, 60 + Math.floor(nth / 10), 90)),
  )
  const seen: string[] = []
  let cursor: string | null | undefined
  while (cursor !== null) {
    const page = await listMeetings(erin, { limit: 7, ...(cursor ? { cursor } : {}) })
    seen.push(...page.items.map((meeting) => meeting.id))
    cursor = page.nextCursor
  }
  expect(new Set(seen).size).toBe(25)
  expect(seen).toHaveLength(25)
})

test('people who may not see a meeting cannot find it in the list, by its address or by joining', async () => {
  const [olivia, mara] = [await makeOrganizer('Olivia', 'Sales'), await makeOrganizer('Mara')]
  const erin = await makeEmployee('Erin')
  const colleague = await makeEmployee('Colin', { groupIds: [olivia.groupId ?? ''] })
  const self = actorOf({ personId: mara.personId, name: 'Mara', email: null, organizerIds: [mara.id] })
  await read(olivia, [planned('Group only', 5, 60)])
  await read(mara, [planned('Invited only', 6, 60), planned('For all', 7, 60)])
  await db().meeting.updateMany({ where: { subject: 'Group only' }, data: { visibility: 'group' } })
  await db().meeting.updateMany({ where: { subject: 'Invited only' }, data: { visibility: 'invited' } })
  forgetListStamp()
  const admin = await makeEmployee('Adam', { isAdministrator: true })
  const everything = (await listMeetings(admin, {})).items
  expect(everything).toHaveLength(3)
  const expected = new Map([
    [erin, ['For all']],
    [colleague, ['Group only', 'For all']],
    [self, ['Invited only', 'For all']],
  ])
  for (const [actor, visible] of expected) {
    expect(await subjects(actor, {})).toEqual(visible)
    for (const { id, subject } of everything) {
      if (visible.includes(subject)) await expect(getMeeting(actor, id)).resolves.toMatchObject({ subject })
      else {
        const absent = await getMeeting(actor, '01900000-0000-7000-8000-000000000001').catch((error: Error) => error)
        for (const attempt of [getMeeting, joinMeeting])
          await expect(attempt(actor, id)).rejects.toMatchObject({
            code: 'not_found',
            message: (absent as Error).message,
          })
      }
    }
  }
  expect(await subjects(self, { mine: '1' })).toEqual(['Invited only', 'For all'])
})

test('a narrower default applies at once to meetings already found, even of an organizer no longer read', async () => {
  const [olivia, mara] = [await makeOrganizer('Olivia'), await makeOrganizer('Mara', 'Sales')]
  const [erin, adam] = [await makeEmployee('Erin'), await makeEmployee('Adam', { isAdministrator: true })]
  await read(olivia, [planned('Of Olivia', 60, 90)])
  await read(mara, [planned('Of Mara', 61, 90)])
  await db().group.updateMany({ data: { visibility: 'company' } })
  await db().organizer.update({ where: { id: olivia.id }, data: { status: 'suspended' } })
  expect(await subjects(erin, {})).toEqual(['Of Olivia', 'Of Mara'])
  const [before] = await db().listVersion.findMany()
  await saveCompanySettings(adam, { defaultVisibility: 'invited' })
  expect((await db().listVersion.findMany())[0]?.version).toBeGreaterThan(before?.version ?? 0n)
  forgetListStamp()
  expect(await subjects(erin, {})).toEqual(['Of Mara'])
  await read(mara, [])
  await saveCompanySettings(adam, { defaultVisibility: 'company' })
  forgetListStamp()
  expect(await subjects(erin, {})).toEqual(['Of Olivia', 'Of Mara'])
})

test('a click on Join shows at once, even if the other copy of the code in this process took it', async () => {
  const olivia = await makeOrganizer('Olivia')
  const erin = await makeEmployee('Erin')
  await read(olivia, [planned('Budget', 5, 60)])
  const [{ id } = { id: '' }] = (await listMeetings(erin, {})).items
  vi.resetModules()
  const other = await import('#lib/meetings/join/join-meeting.ts')
  expect(other.joinMeeting).not.toBe(joinMeeting)
  await other.joinMeeting(erin, id)
  expect((await listMeetings(erin, {})).items[0]).toMatchObject({ state: 'waiting', joinPresses: 1 })
})

test('only the organizer is offered to start, edit and cancel a meeting and to see who pressed Join', async () => {
  const [olivia, mara] = [await makeOrganizer('Olivia'), await makeOrganizer('Mara')]
  const self = actorOf({ personId: olivia.personId, name: 'Olivia', email: null, organizerIds: [olivia.id] })
  const erin = await makeEmployee('Erin')
  await read(olivia, [planned('Of Olivia', 60, 90)])
  await read(mara, [planned('Of Mara', 61, 90)])
  const may = { join: false, start: true, edit: true, cancel: true, undo: false, attendees: true }
  const mayNot = { join: false, start: false, edit: false, cancel: false, undo: false, attendees: false }
  for (const [actor, own] of [
    [self, may],
    [erin, mayNot],
    [self, may],
  ] as const) {
    const { items } = await listMeetings(actor, {})
    expect(items.map((meeting) => meeting.can)).toEqual([own, mayNot])
    for (const { id, can } of items) expect((await getMeeting(actor, id)).can).toEqual(can)
  }
})

test('an unchanged list keeps its tag; any visible change gives it a new one', async () => {
  const olivia = await makeOrganizer('Olivia')
  const [erin, adam] = [await makeEmployee('Erin'), await makeEmployee('Adam')]
  const meeting = planned('Budget', 5, 60)
  await read(olivia, [meeting])
  const first = await listMeetingsAsText(erin, {})
  await read(olivia, [meeting])
  expect((await listMeetingsAsText(erin, {})).etag).toBe(first.etag)
  expect((await listMeetingsAsText(adam, {})).etag).toBe(first.etag)
  expect((await listMeetingsAsText(erin, { q: 'budget' })).body).toBe(first.body)

  const [{ id } = { id: '' }] = (await listMeetings(erin, {})).items
  await joinMeeting(erin, id)
  const pressed = await listMeetingsAsText(erin, {})
  expect(pressed.etag).not.toBe(first.etag)
  expect(JSON.parse(pressed.body)).toMatchObject({
    items: [{ state: 'waiting', joinPresses: 1 }],
    joined: { [id]: inMinutes(0) },
  })
  const others = await listMeetingsAsText(adam, {})
  expect(others.etag).not.toBe(pressed.etag)
  expect(JSON.parse(others.body)).toMatchObject({ joined: {} })
})

test('a search with too many words, or times no calendar has, is refused with a sentence', async () => {
  const erin = await makeEmployee('Erin')
  const many = Array.from({ length: 40 }, (_, nth) => `w${nth}`).join(' ')
  await expect(listMeetings(erin, { q: many })).rejects.toMatchObject({
    code: 'invalid',
    fields: { q: 'At most 12 words.' },
  })
  await expect(listMeetings(erin, { q: 'same '.repeat(30) })).resolves.toMatchObject({ items: [] })
  const cursor = Buffer.from('-271821-04-20T00:00:00.000Z 01900000-0000-7000-8000-000000000000').toString('base64url')
  for (const filter of [{ from: '0000-01-01' }, { to: '9999-12-31T00:00:00Z' }, { cursor }])
    await expect(listMeetings(erin, filter)).rejects.toMatchObject({ code: 'invalid' })
})

test('of the meetings planned in a live room, the list shows the one whose time it is, not the earlier one', async () => {
  const olivia = await makeOrganizer('Olivia')
  const erin = await makeEmployee('Erin')
  const room = planned('My room', 0, 0, { kind: 'room', startsAt: null, endsAt: null })
  await read(olivia, [room])
  for (const [subject, from, to] of [
    ['Morning', -120, -60],
    ['Now', -10, 50],
    ['Tomorrow', 1_440, 1_500],
  ] as const)
    await db().meeting.create({
      data: {
        accountKey: olivia.accountKey,
        organizerId: olivia.id,
        subject,
        kind: 'scheduled',
        origin: 'foyer',
        createdAt: new Date(at),
        changedAt: new Date(at),
        occurrences: {
          create: {
            gotoMeetingId: BigInt(room.gotoMeetingId),
            startsAt: inMinutes(from),
            endsAt: inMinutes(to),
            zone: 'Europe/Berlin',
          },
        },
      },
    })
  await read(olivia, [{ ...room, isActive: true }])
  const { items } = await listMeetings(erin, {})
  expect(items.map(({ subject, state }) => [subject, state])).toEqual([
    ['My room', 'live'],
    ['Now', 'live'],
    ['Tomorrow', 'scheduled'],
  ])
})

test('packed, the list is the same text, each person’s own part included', async () => {
  const olivia = await makeOrganizer('Olivia')
  const [erin, mara] = [await makeEmployee('Erin'), await makeEmployee('Mara')]
  await read(olivia, [planned('Soon', 10, 40), planned('Später, 日本', 60, 90)])
  const [{ id } = { id: '' }] = (await listMeetings(erin, {})).items
  await joinMeeting(erin, id)
  forgetListStamp()
  const [erins, maras] = [await listMeetingsAsText(erin, {}), await listMeetingsAsText(mara, {})]
  expect(gunzipSync(await erins.gzip()).toString()).toBe(erins.body)
  expect(gunzipSync(await maras.gzip()).toString()).toBe(maras.body)
  expect(Object.keys(JSON.parse(erins.body).joined)).toEqual([id])
  expect(JSON.parse(maras.body).joined).toEqual({})
})

test('the list has another version once a meeting has changed on any page, and the same while nothing has', async () => {
  const olivia = await makeOrganizer('Olivia')
  const erin = await makeEmployee('Erin')
  const rows = [planned('First', 10, 40), planned('Second', 60, 90)]
  await read(olivia, rows)
  const firstPage = () => listMeetings(erin, { limit: 1 })
  const before = await firstPage()
  forgetListStamp()
  expect((await firstPage()).version).toBe(before.version)
  await read(olivia, [...rows.slice(0, 1), { ...rows[1], subject: 'Second, moved' } as FoundMeeting])
  const after = await firstPage()
  expect(after.items).toEqual(before.items)
  expect(after.version).not.toBe(before.version)
})
