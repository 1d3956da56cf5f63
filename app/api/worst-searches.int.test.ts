import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { setClock } from '#lib/clock.ts'
import { pool } from '#lib/db/client.ts'
import { mostLookedAt } from '#lib/db/rarest.ts'
import { listAttendance } from '#lib/history/list/list-attendance.ts'
import { listHistory } from '#lib/history/list/list-history.ts'
import { HistoryFilter } from '#lib/history/schema.ts'
import { listConflicts } from '#lib/meetings/create/list-conflicts.ts'
import { listMeetings } from '#lib/meetings/list/list-meetings.ts'
import { MeetingFilter } from '#lib/meetings/schema.ts'
import { listPeople } from '#lib/people/list-people.ts'
import { forgetListStamp } from '#lib/record/list-stamp.ts'
import { makeEmployee } from '#lib/testing/company.ts'
import { freshDatabase, type TestDatabase } from '#lib/testing/database.ts'
import { explainAsked } from '#lib/testing/explain-asked.ts'
import { commonWords, fillLargeCompany } from '#lib/testing/large-company.ts'

const at = new Date('2026-11-24T09:00:00Z')
const meetings = 18_000
const everything = { from: '2025-01-01', to: '2034-12-31' }
const common = commonWords.join(' ')
/** The first eleven are in one of two thousand, `kila` in none. */
const nearly = [...commonWords.slice(0, 11), 'lima', 'n1'].slice(0, 12).join(' ')

let database: TestDatabase
let erin: UserActor
let ada: UserActor
beforeAll(async () => {
  setClock(() => at)
  database = await freshDatabase()
  await fillLargeCompany(meetings, at)
  erin = await makeEmployee('Erin')
  ada = { ...(await makeEmployee('Ada')), isAdministrator: true }
}, 120_000)
afterAll(async () => {
  setClock(null)
  await database.close()
})

/** What is looked at for one page, several times: its piece of the list, the rows behind it, and those of the page. */
const mostRows = 5 * mostLookedAt

async function expectFewRows(work: () => Promise<unknown>): Promise<void> {
  const asked = await explainAsked(work)
  expect(asked.length).toBeGreaterThan(0)
  for (const { sql, rows, wholeTables } of asked) {
    expect(rows, sql).toBeLessThanOrEqual(mostRows)
    expect(
      wholeTables.filter((table) => ['meeting', 'occurrence', 'session', 'attendance'].includes(table)),
      sql,
    ).toEqual([])
  }
}

const list = (filter: MeetingFilter) => async () => {
  forgetListStamp()
  return listMeetings(erin, filter)
}
const farCursor = Buffer.from('2027-10-01T00:00:00.000Z 01900000-0000-7000-8000-000000000000').toString('base64url')

test.each<[string, MeetingFilter]>([
  ['what is due', {}],
  ['twelve common words', { ...everything, q: common }],
  ['twelve words that nothing has together', { ...everything, q: nearly }],
  [
    'words in all readings',
    { ...everything, q: 'älpha brävo cärgo deltä echö fjörd gämma hötel indiä jüliet kilö limä' },
  ],
  ['one letter', { ...everything, q: 'a' }],
  ['letters', { ...everything, q: 'a b c d e f g h i j k n' }],
  ['a rare word', { ...everything, q: `${commonWords[0]} n4711x` }],
  ['the beginning of a number', { ...everything, q: '100-0' }],
  ['a number', { ...everything, q: '100004711' }],
  ['organizers', { ...everything, q: 'organizer example com' }],
  ['nothing', { ...everything, q: 'nowhere to be found' }],
  ['my own', { ...everything, mine: '1' }],
  ['rooms', { rooms: '1' }],
  ['a far page', { ...everything, cursor: farCursor }],
  ['a far page of a search', { ...everything, q: common, cursor: farCursor }],
])('a page of meetings looks at few rows, whatever is asked for: %s', async (_, filter) => {
  await expectFewRows(list(filter))
})

test.each([{ q: common }, { q: nearly }, { q: 'n' }, { q: 'n4711x' }, { q: 'organizer 1' }, {}])(
  'a page of the history looks at few rows: %j',
  async (filter) => {
    await expectFewRows(() => listHistory(ada, { all: '1', ...filter }))
    await expectFewRows(() => listAttendance(ada, { all: '1', ...filter }))
  },
)

test.each(['guest number', 'g', 'guest number n4711x', 'guest example com nobody'])(
  'people are found among few: %s',
  async (q) => {
    const asked = await explainAsked(() => listPeople(erin, { q }))
    for (const { sql, rows } of asked) expect(rows, sql).toBeLessThanOrEqual(4 * 5_000)
  },
)

test('one’s own guest, and somebody of a group, are found by words that thousands before them have', async () => {
  const [mine, other, group] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const make = (first: number, last: number, name: string, guestOf: string | null) =>
    pool().query<{ id: string }>(
      `INSERT INTO person (id, name, email, created_at, guest_of)
       SELECT (to_hex(4278190080::bigint + n) || '-0000-7000-8000-000000000000')::uuid, $3, 'guest' || n || '@x.example', $4, $5
       FROM (SELECT generate_series($1::int, $2::int)) AS s(n) RETURNING id`,
      [first, last, name, at, guestOf],
    )
  await make(1, 6_000, 'Guest Number B', other)
  await make(6_001, 6_001, 'Guest Number', mine)
  const { rows } = await make(6_002, 6_002, 'Guest Number Colleague', null)
  await pool().query(`INSERT INTO "group" (id, account_key, group_key, name) VALUES ($1, '1', 1, 'Sales')`, [group])
  await pool().query(
    `WITH i AS (INSERT INTO identity (id, person_id, kind, issuer, subject, created_at, last_seen_at)
       VALUES (gen_random_uuid(), $1, 'oidc', 'test', 'colleague', $3, $3))
     INSERT INTO organizer (id, account_key, organizer_key, person_id, name, email, group_id, read_at)
     VALUES (gen_random_uuid(), '1', 999, $1, 'Colleague', 'c@x.example', $2, $3)`,
    [rows[0]?.id, group, at],
  )
  await pool().query('VACUUM ANALYZE person')
  const organizer = { ...erin, organizerIds: [mine] }
  const search = () => listPeople(organizer, { q: 'guest number' })
  expect((await search()).items.map(({ name }) => name)).toContain('Guest Number')
  for (const { sql, rows: looked } of await explainAsked(search)) expect(looked, sql).toBeLessThanOrEqual(4 * 5_000)
  expect((await search()).items.map(({ name }) => name)).not.toContain('Guest Number B')
  expect((await listPeople(erin, { q: 'guest number', group })).items.map(({ name }) => name)).toEqual([
    'Guest Number Colleague',
  ])
})

test('what is in the way of a meeting is found among those of its day', async () => {
  await expectFewRows(() => listConflicts(erin, { startsAt: '2027-01-04T09:00:00Z', endsAt: '2027-01-05T09:00:00Z' }))
  const aWeek = { startsAt: '2027-01-04T09:00:00Z', endsAt: '2027-01-11T09:00:00Z' }
  await expect(listConflicts(erin, aWeek)).rejects.toMatchObject({
    fields: { endsAt: 'A meeting can last at most 24 hours.' },
  })
})

test('a search of common words goes on page by page until all of it is found, each meeting once', async () => {
  const found: string[] = []
  let pages = 0
  let cursor: string | undefined
  do {
    const page = await listMeetings(erin, { ...everything, q: common, ...(cursor ? { cursor } : {}) })
    found.push(...page.items.map(({ subject }) => subject))
    cursor = page.nextCursor ?? undefined
    pages += 1
  } while (cursor)
  const { rows } = await pool().query<{ count: number }>(
    'SELECT count(*)::int FROM meeting WHERE subject LIKE ALL ($1)',
    [commonWords.map((word) => `%${word}%`)],
  )
  expect(new Set(found).size).toBe(found.length)
  expect(found).toHaveLength(rows[0]?.count ?? -1)
  expect(pages).toBeGreaterThan(meetings / mostLookedAt - 1)
  const past: string[] = []
  do {
    const page = await listHistory(ada, { all: '1', q: common, ...(cursor ? { cursor } : {}) })
    past.push(...page.items.map(({ subject }) => subject))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(past.toSorted()).toEqual(found.toSorted())
})

test('a period of more than ten years, more than two hundred groups or organizers, or a text longer than any, is refused with a sentence', async () => {
  const tooLong = { code: 'invalid', fields: { to: 'Choose a period of at most 10 years.' } }
  for (const filter of [{ from: '2016-01-01', to: '2026-11-24' }, { to: '2037-01-01' }])
    await expect(listMeetings(erin, filter)).rejects.toMatchObject(tooLong)
  await expect(listMeetings(erin, { from: '2020-01-01', to: '2029-12-31' })).resolves.toBeDefined()
  await expect(listHistory(ada, { from: '2015-01-01' })).rejects.toMatchObject(tooLong)
  const many = Array.from({ length: 201 }, () => crypto.randomUUID()).join()
  for (const field of ['organizer', 'group'])
    for (const search of [listHistory, listAttendance])
      await expect(search(ada, { [field]: many })).rejects.toMatchObject({
        code: 'invalid',
        fields: { [field]: 'At most 200 at once.' },
      })
  for (const field of ['organizer', 'group', 'from', 'to', 'zone', 'q', 'cursor']) {
    const text = 'x'.repeat(10_001)
    const most = field === 'cursor' ? '4,000' : '200'
    expect(MeetingFilter.safeParse({ [field]: text }).error?.issues[0]?.message).toBe(`At most ${most} characters.`)
    expect(HistoryFilter.safeParse({ [field]: text }).error?.issues[0]?.message).toMatch(
      /^At most [\d,]+ characters\.$/,
    )
  }
})

test('who may see few of nine thousand rooms finds all of theirs by words that all of them have', async () => {
  const { rows } = await pool().query<{ id: string }>(
    `INSERT INTO meeting (id, account_key, organizer_id, subject, kind, goto_meeting_id, visibility, created_at, changed_at)
     SELECT gen_random_uuid(), '1', o.id, 'Room alpha bravo ' || n, 'room', 900000000 + n, CASE n % 2 WHEN 0 THEN 'group' ELSE 'invited' END, $1::timestamptz, $1::timestamptz
     FROM generate_series(1, 9000) n JOIN organizer o ON o.organizer_key = 1001 + n % 60
     UNION ALL
     SELECT gen_random_uuid(), '1', o.id, 'Room alpha bravo z' || n, 'room', 900000000 + n, 'invited', $1::timestamptz, $1::timestamptz
     FROM generate_series(9001, 9003) n JOIN organizer o ON o.organizer_key = 1001
     RETURNING id`,
    [at],
  )
  const [invited, shared, open] = rows.slice(-3).map(({ id }) => id)
  await pool().query('INSERT INTO invited (meeting_id, person_id) VALUES ($1, $2)', [invited, erin.personId])
  await pool().query('UPDATE meeting SET coorganizer_keys = $2 WHERE id = $1', [shared, ['4711']])
  await pool().query(`UPDATE meeting SET visibility = 'company' WHERE id = $1`, [open])
  await pool().query('VACUUM ANALYZE meeting')
  const reader = { ...erin, organizerKeys: ['4711'] }
  const search = async () => {
    forgetListStamp()
    return listMeetings(reader, { ...everything, q: 'room alpha bravo' })
  }
  expect((await search()).items.map(({ subject }) => subject)).toEqual([
    'Room alpha bravo z9001',
    'Room alpha bravo z9002',
    'Room alpha bravo z9003',
  ])
  await expectFewRows(search)
  await expectFewRows(() => listMeetings(ada, { ...everything, q: 'room alpha bravo' }))
})

test('a search of rooms, and a list of all of them, goes on page by page until each is found once', async () => {
  await pool().query(`DELETE FROM meeting WHERE kind = 'room' AND goto_meeting_id BETWEEN 900002001 AND 900009000`)
  await pool().query(`UPDATE meeting SET visibility = 'company' WHERE kind = 'room'`)
  await pool().query('VACUUM ANALYZE meeting')
  forgetListStamp()
  const reader = { ...erin, organizerKeys: ['4711'] }
  const filters: [MeetingFilter, string][] = [
    [{ ...everything, q: 'room alpha bravo' }, '%'],
    [{ ...everything, q: 'room bravo 77' }, '% 77%'],
    [{ rooms: '1' }, '%'],
  ]
  for (const [filter, like] of filters) {
    const rooms: string[] = []
    let cursor: string | undefined
    do {
      const page = await listMeetings(reader, { ...filter, limit: 200, ...(cursor ? { cursor } : {}) })
      rooms.push(...page.items.filter(({ kind }) => kind === 'room').map(({ subject }) => subject))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    const { rows } = await pool().query<{ subject: string }>(
      `SELECT subject FROM meeting WHERE kind = 'room' AND subject LIKE $1 ORDER BY subject`,
      [like],
    )
    expect(rooms).toEqual(rows.map(({ subject }) => subject))
    expect(rooms.length).toBeGreaterThan(10)
  }
})

test('who may see none of the company’s meetings asks for no more than others', async () => {
  await pool().query(`UPDATE meeting SET visibility = 'invited'`)
  await pool().query('VACUUM ANALYZE meeting')
  for (const filter of [{}, everything, { ...everything, q: common }, { ...everything, mine: '1' as const }]) {
    await expectFewRows(list(filter))
    expect((await list(filter)()).items).toEqual([])
  }
})
