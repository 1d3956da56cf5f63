import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SystemActor, UserActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { setGotoFetch } from '#lib/goto/transport.ts'
import type { RouteHandler } from '#lib/http/route.ts'
import { cancelMeeting } from '#lib/meetings/cancel/cancel-meeting.ts'
import { deleteCancelled } from '#lib/meetings/cancel/delete-cancelled.ts'
import { deleteDueCancelled } from '#lib/meetings/cancel/delete-due-cancelled.ts'
import type { Meeting, MeetingDetail } from '#lib/meetings/schema.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { proxyDatabase } from '#lib/testing/proxied-database.ts'
import * as meeting from './[id]/route.ts'
import * as meetings from './route.ts'

const worker: SystemActor = { kind: 'system', job: 'test' }
const halfMinute = 0.5

let portal: TestPortal
let olivia: UserActor

beforeEach(async () => {
  portal = await testPortal()
  olivia = await portal.connected('olivia@example.com')
})
afterEach(() => portal.close())

const typed = {
  subject: 'Budget',
  kind: 'scheduled',
  startsAt: '2026-11-25T09:00:00.000Z',
  endsAt: '2026-11-25T09:30:00.000Z',
}

test('a meeting that GoTo made while the database was lost is asked for again, and is never made twice', async () => {
  const database = await cutAfter('POST', '/meetings')
  const requestId = randomUUID()
  const create = () => ask(meetings.POST, 'POST', '/api/meetings', null, { ...typed, requestId })
  expect(await create()).toMatchObject({ status: 503, retryAfter: '5', body: { isUncertain: true } })
  expect(await create()).toMatchObject({ status: 503, retryAfter: '5' })
  database.treat('let through')
  // This process may still be at it, as far as anybody knows.
  expect(await onceBack(create)).toMatchObject({ status: 409, retryAfter: '5', body: { isUncertain: true } })
  portal.pass(halfMinute)
  const made = await create()
  expect(made.status).toBe(201)
  expect(await create()).toMatchObject({ status: 201, body: { id: (made.body as Meeting).id } })
  expect(await atGoto('Budget')).toEqual([(made.body as Meeting).gotoMeetingId])
  expect(await db().meeting.count({ where: { subject: 'Budget' } })).toBe(1)
})

test('a change that GoTo has and the lost database has not is completed by the same form', async () => {
  const { body: made } = await ask(meetings.POST, 'POST', '/api/meetings', null, typed)
  const { id } = made as Meeting
  const { body } = await ask(meeting.GET, 'GET', `/api/meetings/${id}`, id)
  const { version } = body as MeetingDetail
  const database = await cutAfter('PUT', '/meetings/')
  const change = () => ask(meeting.PUT, 'PUT', `/api/meetings/${id}`, id, { ...typed, subject: 'Budget 2027', version })
  expect(await change()).toMatchObject({ status: 503, retryAfter: '5' })
  database.treat('let through')
  expect(await onceBack(change)).toMatchObject({ status: 409, retryAfter: '5' })
  portal.pass(halfMinute + 0.1)
  expect(await change()).toMatchObject({ status: 200, body: { subject: 'Budget 2027', version: version + 1 } })
  expect(await change()).toMatchObject({ status: 200, body: { version: version + 1 } })
  expect(await atGoto('Budget 2027')).toHaveLength(1)
})

test('a cancellation asked for while the database is lost is none, and can be asked for again', async () => {
  const { body: made } = await ask(meetings.POST, 'POST', '/api/meetings', null, typed)
  const { id } = made as Meeting
  const database = await proxyDatabase()
  database.treat('refuse')
  const cancel = () => ask(meeting.DELETE, 'DELETE', `/api/meetings/${id}`, id)
  expect(await cancel()).toMatchObject({ status: 503, retryAfter: '5' })
  database.treat('let through')
  expect((await onceBack(cancel)).status).toBeLessThan(300)
})

test('a meeting that GoTo deleted while the database was lost goes here as soon as it is back', async () => {
  const { body: made } = await ask(meetings.POST, 'POST', '/api/meetings', null, typed)
  await cancelMeeting(olivia, (made as Meeting).id)
  portal.pass(halfMinute)
  const { id } = await db().meeting.findFirstOrThrow({ where: { subject: 'Budget' } })
  const database = await cutAfter('DELETE', '/meetings/')
  await expect(deleteCancelled(worker, id)).rejects.toThrow()
  database.treat('let through')
  portal.pass(halfMinute)
  expect(await deleteDueCancelled(worker)).toEqual({ deleted: 1, failed: 0 })
  expect(await atGoto('Budget')).toEqual([])
})

/** The database is lost at the moment when GoTo first answers such a call. */
async function cutAfter(method: string, path: string) {
  const database = await proxyDatabase()
  let isDone = false
  setGotoFetch(async (request) => {
    const answer = await portal.sandbox.fetch(request)
    if (!isDone && request.method === method && request.url.includes(`/G2M/rest${path}`)) {
      isDone = true
      database.treat('refuse')
      database.cut('reset')
    }
    return answer
  })
  return database
}

/** A connection that died may be handed out once more before anybody notices: then people press again. */
async function onceBack(press: () => ReturnType<typeof ask>): ReturnType<typeof ask> {
  for (let tries = 0; tries < 20; tries += 1) {
    const answer = await press()
    if (answer.status !== 503) return answer
  }
  throw new Error('The database is back, and every answer is still 503.')
}

async function ask(handler: RouteHandler, method: string, path: string, id: string | null, body?: object) {
  const context = { params: Promise.resolve(id === null ? {} : { id }) }
  const response = await handler(portal.request(olivia, path, body ? { method, body } : { method }), context)
  const text = await response.text()
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    body: (text ? JSON.parse(text) : null) as unknown,
  }
}

async function atGoto(subject: string): Promise<string[]> {
  const list = (await portal.atGoto('olivia@example.com', 'GET', '/upcomingMeetings')) as {
    subject: string
    meetingId: string | number
  }[]
  return list.filter((row) => row.subject === subject).map((row) => String(row.meetingId))
}
