import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { readActive } from '#lib/meetings/reading/read-active.ts'
import { MeetingList } from '#lib/meetings/schema.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import * as announcements from '../announcements/route.ts'
import * as groups from '../groups/route.ts'
import * as jobs from '../jobs/route.ts'
import * as organizers from '../organizers/route.ts'
import * as meetingJoin from './[id]/join/route.ts'
import * as meeting from './[id]/route.ts'
import * as join from './join/route.ts'
import * as meetings from './route.ts'

let portal: TestPortal
let erin: UserActor

beforeAll(async () => {
  portal = await testPortal()
  erin = await portal.employee('erin@example.com')
})
afterAll(() => portal.close())

const at = (id: string) => ({ params: Promise.resolve({ id }) })

test('a stranger is turned away everywhere', async () => {
  const id = '01900000-0000-7000-8000-000000000000'
  const answers = await Promise.all([
    meetings.GET(portal.request(null, '/api/meetings')),
    meeting.GET(portal.request(null, `/api/meetings/${id}`), at(id)),
    meetingJoin.GET(portal.request(null, `/api/meetings/${id}/join`), at(id)),
    meetingJoin.POST(portal.request(null, `/api/meetings/${id}/join`, { method: 'POST', body: {} }), at(id)),
    join.POST(portal.request(null, '/api/meetings/join', { method: 'POST', body: { meetingId: '123456789' } })),
    organizers.GET(portal.request(null, '/api/organizers')),
    groups.GET(portal.request(null, '/api/groups')),
    announcements.GET(portal.request(null, '/api/announcements')),
    jobs.GET(portal.request(null, '/api/jobs')),
  ])
  expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 401))
})

test('an unchanged list is answered 304 without a body, and no browser keeps it', async () => {
  const first = await meetings.GET(portal.request(erin, '/api/meetings'))
  expect(first.status).toBe(200)
  expect(first.headers.get('cache-control')).toBe('no-store')
  const list = MeetingList.parse(await first.json())
  expect(list.items.length).toBeGreaterThan(5)
  const etag = first.headers.get('etag') ?? ''
  const again = await meetings.GET(portal.request(erin, '/api/meetings', { etag }))
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
  const other = await meetings.GET(portal.request(erin, '/api/meetings?q=budget', { etag }))
  expect(other.status).toBe(200)
})

test('an unknown filter and an invalid one are named', async () => {
  for (const [query, field] of [
    ['since=yesterday', 'since'],
    ['from=tomorrow', 'from'],
    ['limit=9999', 'limit'],
    ['zone=Mars/Olympus', 'zone'],
    ['cursor=xyz', 'cursor'],
    ['organizer=me', 'organizer'],
  ] as const) {
    const answer = await meetings.GET(portal.request(erin, `/api/meetings?${query}`))
    expect(answer.status).toBe(422)
    expect(Object.keys(((await answer.json()) as { fields: object }).fields)).toEqual([field])
  }
})

test('an address that can’t be ours and one that leads nowhere get the same answer', async () => {
  for (const id of ['1', '01900000-0000-7000-8000-000000000000', "' OR 1=1"]) {
    const answer = await meeting.GET(portal.request(erin, `/api/meetings/${encodeURIComponent(id)}`), at(id))
    expect(answer.status).toBe(404)
  }
})

test('people who may not see the sync status are told so, and an administrator sees every organizer', async () => {
  expect((await jobs.GET(portal.request(erin, '/api/jobs'))).status).toBe(403)
  const adam = await portal.connected('adam@example.com')
  const status = await (await jobs.GET(portal.request(adam, '/api/jobs'))).json()
  expect(status).toMatchObject({ runs: [{ kind: 'upcoming', outcome: 'done' }, { kind: 'organizers' }] })
  const started = await jobs.POST(portal.request(adam, '/api/jobs', { method: 'POST', body: { name: 'sync' } }))
  expect(started.status).toBe(202)
})

test('a meeting started days early is on the first page of the list, and on no other', async () => {
  const ask = async (query: string) =>
    MeetingList.parse(await (await meetings.GET(portal.request(erin, `/api/meetings?${query}`))).json())
  const pages = [await ask('limit=20')]
  while (pages.at(-1)?.nextCursor) pages.push(await ask(`limit=20&cursor=${pages.at(-1)?.nextCursor}`))
  const last = pages.at(-1)?.items.at(-1)
  portal.sandbox.act(last?.gotoMeetingId ?? '', 'start')
  portal.pass(1)
  await readActive({ kind: 'system', job: 'test' })
  const first = await ask('limit=20')
  expect(first.items).toHaveLength((pages[0]?.items.length ?? 0) + 1)
  expect(first.items.filter(({ id }) => id === last?.id)).toMatchObject([{ state: 'live' }])
  const rest = [first]
  while (rest.at(-1)?.nextCursor) rest.push(await ask(`limit=20&cursor=${rest.at(-1)?.nextCursor}`))
  const ids = rest.flatMap(({ items }) => items.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toHaveLength(pages.flatMap(({ items }) => items).length)
})
