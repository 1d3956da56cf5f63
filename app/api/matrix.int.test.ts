import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { listAttendance } from '#lib/history/list/list-attendance.ts'
import type { RouteHandler } from '#lib/http/route.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { workAsked } from '#lib/testing/work-asked.ts'

/**
 * Who gets which answer at every address there is. The addresses come from the files: a handler that is missing here
 * fails. Objects are somebody else's throughout: another person's session, a meeting for invited people only, an
 * administrator's message.
 */
type Who = 'stranger' | 'employee' | 'organizer' | 'administrator'
type Row = { body?: unknown; query?: string; answers: Record<Who, number> }

const everybody = { stranger: 401, employee: 200, organizer: 200, administrator: 200 }
const administrators = { stranger: 401, employee: 403, organizer: 403, administrator: 200 }
const soon = '2026-11-24T10:00:00.000Z'

const nobody = { stranger: 404, employee: 404, organizer: 404, administrator: 404 }

const matrix: Record<string, Row> = {
  'GET /[...nowhere]': { answers: nobody },
  'POST /[...nowhere]': { answers: nobody },
  'PUT /[...nowhere]': { answers: nobody },
  'DELETE /[...nowhere]': { answers: nobody },
  'GET /announcements': { answers: everybody },
  'POST /announcements': {
    body: { body: 'Hello', from: null, until: null },
    answers: { ...administrators, administrator: 201 },
  },
  'PUT /announcements/[id]': {
    body: { body: 'Changed', from: null, until: soon, version: 99 },
    answers: { ...administrators, administrator: 409 },
  },
  'DELETE /announcements/[id]': { answers: { ...administrators, administrator: 204 } },
  'POST /announcements/preview': { body: { body: '**x**' }, answers: administrators },
  // An employee organizes nothing; an organizer without a choice asks for their own.
  'GET /attendance': { answers: { ...everybody, employee: 403 } },
  'GET /attendance.csv': { answers: { ...everybody, employee: 403 } },
  'GET /attendance.xlsx': { answers: { ...everybody, employee: 403 } },
  'GET /connections': { answers: everybody },
  'POST /connections': { answers: { stranger: 401, employee: 204, organizer: 204, administrator: 204 } },
  'PUT /connections': {
    body: { isLent: true },
    answers: { stranger: 401, employee: 403, organizer: 403, administrator: 200 },
  },
  'DELETE /connections': { answers: { stranger: 401, employee: 204, organizer: 204, administrator: 204 } },
  'GET /groups': { answers: everybody },
  'GET /groups/[id]/managers': { answers: administrators },
  'PUT /groups/[id]/managers': { body: { personIds: [] }, answers: administrators },
  'GET /history': { answers: { ...everybody, employee: 403 } },
  'GET /history.csv': { answers: { ...everybody, employee: 403 } },
  'GET /history.xlsx': { answers: { ...everybody, employee: 403 } },
  'GET /history/[id]': { answers: { stranger: 401, employee: 403, organizer: 404, administrator: 200 } },
  'GET /jobs': { answers: administrators },
  'POST /jobs': { body: { name: 'sync' }, answers: { ...administrators, administrator: 202 } },
  'GET /livez': { answers: { stranger: 200, employee: 200, organizer: 200, administrator: 200 } },
  'GET /me': { answers: everybody },
  'PUT /me': { body: { theme: 'dark' }, answers: everybody },
  'GET /meetings': { answers: everybody },
  'GET /meetings/conflicts': {
    query: '?startsAt=2026-11-24T10:00:00Z&endsAt=2026-11-24T11:00:00Z',
    answers: everybody,
  },
  'GET /meetings/[id]': { answers: { stranger: 401, employee: 404, organizer: 404, administrator: 200 } },
  // Somebody else's throughout: an administrator may look, and only the organizer acts.
  'PUT /meetings/[id]': {
    body: { subject: 'Taken over', startsAt: soon, endsAt: '2026-11-24T10:30:00.000Z', version: 1 },
    answers: { stranger: 401, employee: 404, organizer: 404, administrator: 403 },
  },
  'DELETE /meetings/[id]': { answers: { stranger: 401, employee: 404, organizer: 404, administrator: 403 } },
  'DELETE /meetings/[id]/cancellation': {
    answers: { stranger: 401, employee: 404, organizer: 404, administrator: 403 },
  },
  'POST /meetings/[id]/start': { answers: { stranger: 401, employee: 404, organizer: 404, administrator: 403 } },
  'POST /meetings/[id]/end': { answers: { stranger: 401, employee: 404, organizer: 404, administrator: 403 } },
  'GET /meetings/[id]/report': { answers: { stranger: 401, employee: 404, organizer: 404, administrator: 200 } },
  'GET /meetings/[id]/attendees': { answers: { stranger: 401, employee: 404, organizer: 404, administrator: 200 } },
  'GET /meetings/[id]/join': { answers: { stranger: 401, employee: 404, organizer: 404, administrator: 200 } },
  // 409: the administrator may know it, but it is not open yet.
  'POST /meetings/[id]/join': {
    body: {},
    answers: { stranger: 401, employee: 404, organizer: 404, administrator: 409 },
  },
  // Past, so that nothing is made: the organizer gets as far as her own meetings go.
  'POST /meetings': {
    body: { subject: 'Yesterday', startsAt: '2026-11-23T10:00:00Z', endsAt: '2026-11-23T11:00:00Z' },
    answers: { stranger: 401, employee: 403, organizer: 422, administrator: 422 },
  },
  'GET /meetings/join': { query: '?meetingId=999999999', answers: everybody },
  'POST /meetings/join': { body: { meetingId: '999999999' }, answers: everybody },
  'GET /people': { answers: everybody },
  'PATCH /people/[id]': { body: { disabled: false }, answers: administrators },
  'POST /people/matches': { body: { names: ['Erin'] }, answers: everybody },
  'GET /organizers': { answers: everybody },
  'GET /readyz': { answers: { stranger: 200, employee: 200, organizer: 200, administrator: 200 } },
  'GET /sessions': { answers: everybody },
  'DELETE /sessions/[id]': { answers: { stranger: 401, employee: 404, organizer: 404, administrator: 404 } },
  'GET /settings': { answers: administrators },
  'PUT /settings': { body: {}, answers: administrators },
  // Last: it ends the sessions that the rows before it use.
  'DELETE /sessions': { answers: { stranger: 401, employee: 204, organizer: 204, administrator: 204 } },
}

const modules = import.meta.glob<Record<string, RouteHandler>>(['./**/route.ts', '!./auth/**'], { eager: true })
const handlers = new Map(
  Object.entries(modules).flatMap(([file, module]) =>
    Object.entries(module).map(([method, handler]) => [`${method} ${file.slice(1, -'/route.ts'.length)}`, handler]),
  ),
)

let portal: TestPortal
let people: Record<Who, UserActor | null>
let ids: Record<string, string>

beforeAll(async () => {
  portal = await testPortal()
  const administrator = portal.adam
  const organizer = await portal.connected('olivia@example.com')
  people = { stranger: null, employee: await portal.employee('erin@example.com'), organizer, administrator }
  // The past is read, with who came: on a slow machine a request for its file would be answered with Try again.
  for (const actor of [organizer, administrator]) await listAttendance(actor, {})
  await workAsked()
  const other = await portal.employee('somebody.else@example.com')
  const message = await db().announcement.create({
    data: { body: 'Of somebody', createdAt: now(), changedAt: now(), changedBy: administrator.personId },
  })
  const occurrence = await db().occurrence.findFirstOrThrow({
    where: { goneAt: null, startsAt: { gt: now() }, meeting: { organizer: { email: 'mara@example.com' } } },
  })
  const mara = await db().organizer.findFirstOrThrow({ where: { email: 'mara@example.com' } })
  await db().meeting.update({ where: { id: occurrence.meetingId }, data: { visibility: 'invited' } })
  const group = await db().group.findFirstOrThrow({ where: { name: 'Sales' } })
  const past = await db().session.create({
    data: {
      accountKey: mara.accountKey,
      organizerId: mara.id,
      gotoMeetingId: 111222333n,
      subject: 'Past',
      kind: 'room',
      startedAt: new Date('2026-11-20T09:00:00Z'),
      endedAt: new Date('2026-11-20T10:00:00Z'),
      readAt: now(),
      attendeesReadAt: now(),
    },
  })
  ids = {
    announcements: message.id,
    groups: group.id,
    history: past.id,
    meetings: occurrence.id,
    people: other.personId,
    sessions: other.sessionId,
  }
})
afterAll(() => portal.close())

test('every address is in the matrix, and the matrix holds no other', () => {
  expect([...handlers.keys()].sort()).toEqual(Object.keys(matrix).sort())
})

describe.each(Object.entries(matrix))('%s', (name, { body, query = '', answers }) => {
  test.each(Object.entries(answers) as [Who, number][])('%s: %i', async (who, status) => {
    const [method = '', path = ''] = name.split(' ')
    const id = ids[path.split('/')[1] ?? ''] ?? ''
    const request = portal.request(people[who], `/api${path.replace('[id]', id)}${query}`, {
      method,
      ...(body === undefined ? {} : { body }),
    })
    const response = await handlers.get(name)?.(request, { params: Promise.resolve({ id }) })
    expect(response?.status, await response?.text()).toBe(status)
    // Names must not stay on anybody's disk, and no answer is without them for sure.
    expect(response?.headers.get('cache-control')).toBe('no-store')
  })
})
