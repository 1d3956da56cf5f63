import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { listAttendance } from '#lib/history/list/list-attendance.ts'
import type { RouteHandler } from '#lib/http/route.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { workAsked } from '#lib/testing/work-asked.ts'
import { createToken } from '#lib/tokens/create-token.ts'
import { notForServices, offeredScopes, type Scope, scopes } from '#lib/tokens/sentences.ts'

/**
 * Who gets which answer at every address there is. The addresses come from the files: a handler that is missing here
 * fails. Objects are somebody else's throughout: another person's session, a meeting for invited people only, an
 * administrator's message.
 */
type Who = 'stranger' | 'employee' | 'organizer' | 'administrator'
/** `scope`: what an API token needs; without one no token may. Where strangers get an answer it needs none. */
type Row = { body?: unknown; query?: string; scope?: Scope; answers: Record<Who, number> }

const everybody = { stranger: 401, employee: 200, organizer: 200, administrator: 200 }
const administrators = { stranger: 401, employee: 403, organizer: 403, administrator: 200 }
const soon = '2026-11-24T10:00:00.000Z'

const nobody = { stranger: 404, employee: 404, organizer: 404, administrator: 404 }

const matrix: Record<string, Row> = {
  'GET /[...nowhere]': { answers: nobody },
  'POST /[...nowhere]': { answers: nobody },
  'PUT /[...nowhere]': { answers: nobody },
  'DELETE /[...nowhere]': { answers: nobody },
  'GET /announcements': { scope: 'meetings:read', answers: everybody },
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
  'GET /attendance': { scope: 'history:read', answers: { ...everybody, employee: 403 } },
  'GET /attendance.csv': { scope: 'history:read', answers: { ...everybody, employee: 403 } },
  'GET /attendance.xlsx': { scope: 'history:read', answers: { ...everybody, employee: 403 } },
  'GET /connections': { answers: everybody },
  'POST /connections': { answers: { stranger: 401, employee: 204, organizer: 204, administrator: 204 } },
  'PUT /connections': {
    body: { isLent: true },
    answers: { stranger: 401, employee: 403, organizer: 403, administrator: 200 },
  },
  'DELETE /connections': { answers: { stranger: 401, employee: 204, organizer: 204, administrator: 204 } },
  'GET /groups': { scope: 'organizers:read', answers: everybody },
  'GET /groups/[id]/managers': { answers: administrators },
  'PUT /groups/[id]/managers': { body: { personIds: [] }, answers: administrators },
  'GET /history': { scope: 'history:read', answers: { ...everybody, employee: 403 } },
  'GET /history.csv': { scope: 'history:read', answers: { ...everybody, employee: 403 } },
  'GET /history.xlsx': { scope: 'history:read', answers: { ...everybody, employee: 403 } },
  'GET /history/[id]': {
    scope: 'history:read',
    answers: { stranger: 401, employee: 403, organizer: 404, administrator: 200 },
  },
  'GET /jobs': { answers: administrators },
  'POST /jobs': { body: { name: 'sync' }, answers: { ...administrators, administrator: 202 } },
  'GET /livez': { answers: { stranger: 200, employee: 200, organizer: 200, administrator: 200 } },
  'GET /me': { answers: everybody },
  'PUT /me': { body: { theme: 'dark' }, answers: everybody },
  'GET /meetings': { scope: 'meetings:read', answers: everybody },
  'GET /meetings/conflicts': {
    scope: 'meetings:read',
    query: '?startsAt=2026-11-24T10:00:00Z&endsAt=2026-11-24T11:00:00Z',
    answers: everybody,
  },
  'GET /meetings/[id]': {
    scope: 'meetings:read',
    answers: { stranger: 401, employee: 404, organizer: 404, administrator: 200 },
  },
  // Somebody else's throughout: an administrator may look, and only the organizer acts.
  'PUT /meetings/[id]': {
    scope: 'meetings:write',
    body: { subject: 'Taken over', startsAt: soon, endsAt: '2026-11-24T10:30:00.000Z', version: 1 },
    answers: { stranger: 401, employee: 404, organizer: 404, administrator: 403 },
  },
  'DELETE /meetings/[id]': {
    scope: 'meetings:write',
    answers: { stranger: 401, employee: 404, organizer: 404, administrator: 403 },
  },
  'DELETE /meetings/[id]/cancellation': {
    scope: 'meetings:write',
    answers: { stranger: 401, employee: 404, organizer: 404, administrator: 403 },
  },
  'POST /meetings/[id]/start': {
    scope: 'meetings:write',
    answers: { stranger: 401, employee: 404, organizer: 404, administrator: 403 },
  },
  'POST /meetings/[id]/end': {
    scope: 'meetings:write',
    answers: { stranger: 401, employee: 404, organizer: 404, administrator: 403 },
  },
  'GET /meetings/[id]/report': {
    scope: 'history:read',
    answers: { stranger: 401, employee: 404, organizer: 404, administrator: 200 },
  },
  'GET /meetings/[id]/attendees': {
    scope: 'history:read',
    answers: { stranger: 401, employee: 404, organizer: 404, administrator: 200 },
  },
  'GET /meetings/[id]/join': {
    scope: 'meetings:read',
    answers: { stranger: 401, employee: 404, organizer: 404, administrator: 200 },
  },
  // 409: the administrator may know it, but it is not open yet.
  'POST /meetings/[id]/join': {
    body: {},
    answers: { stranger: 401, employee: 404, organizer: 404, administrator: 409 },
  },
  // Past, so that nothing is made: the organizer gets as far as her own meetings go.
  'POST /meetings': {
    scope: 'meetings:write',
    body: { subject: 'Yesterday', startsAt: '2026-11-23T10:00:00Z', endsAt: '2026-11-23T11:00:00Z' },
    answers: { stranger: 401, employee: 403, organizer: 422, administrator: 422 },
  },
  'GET /meetings/join': { scope: 'meetings:read', query: '?meetingId=999999999', answers: everybody },
  'POST /meetings/join': { body: { meetingId: '999999999' }, answers: everybody },
  'GET /people': { scope: 'people:read', answers: everybody },
  'PATCH /people/[id]': { body: { disabled: false }, answers: administrators },
  'POST /people/matches': { scope: 'people:read', body: { names: ['Erin'] }, answers: everybody },
  'GET /tokens': { answers: everybody },
  'POST /tokens': {
    body: { name: 'Nightly', scopes: ['meetings:read'], expiresAt: soon },
    answers: { stranger: 401, employee: 201, organizer: 201, administrator: 201 },
  },
  'DELETE /tokens/[id]': { answers: { stranger: 401, employee: 404, organizer: 404, administrator: 204 } },
  'GET /organizers': { scope: 'organizers:read', answers: everybody },
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
/** An administrator's tokens, each with one scope. */
const tokens = new Map<Scope, string>()
/** Of a service, with every scope it can have. */
let service: string

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
    tokens: (await createToken(other, { name: 'Of somebody', scopes: ['meetings:read'], expiresAt: soon })).id,
  }
  for (const scope of scopes)
    tokens.set(scope, (await createToken(administrator, { name: scope, scopes: [scope], expiresAt: soon })).token)
  const open = scopes.filter((scope) => !notForServices.includes(scope))
  const forService = { name: 'Service', scopes: open, expiresAt: soon, actsAs: 'service' } as const
  service = (await createToken(administrator, forService)).token
  await handlers.get('GET /attendance')?.(portal.call(service, '/api/attendance'))
  await workAsked()
})
afterAll(() => portal.close())

test('every address is in the matrix, and the matrix holds no other', () => {
  expect([...handlers.keys()].sort()).toEqual(Object.keys(matrix).sort())
})

test('the pages offer the scopes that open an address, and no other', () => {
  const offered = offeredScopes.flatMap(({ scopes: some }) => some.map(({ scope }) => scope))
  const opening = new Set(Object.values(matrix).flatMap(({ scope }) => scope ?? []))
  expect(offered.sort()).toEqual([...opening].sort())
})

test('docs/api.md says which scope opens which address, as it does', () => {
  const rows = Object.fromEntries(
    readFileSync('docs/api.md', 'utf8')
      .split('\n')
      .flatMap((line) => [/^\| `([a-z]+:[a-z]+)` \| (.+) \|$/.exec(line) ?? []])
      .map(([, scope = '', opens = '']) => [scope, [...opens.matchAll(/`([^`]+)`/g)].map(([, name]) => name)]),
  )
  for (const [name, { scope }] of Object.entries(matrix))
    if (scope) expect(rows[scope], scope).toContain(name.replace(' /', ' /api/').replace('[id]', '{id}'))
  const cited = Object.values(rows).flat()
  expect(cited).toHaveLength(Object.values(matrix).filter(({ scope }) => scope).length)
})

describe.each(Object.entries(matrix))('%s', (name, row) => {
  const { body, answers, scope } = row

  test.each(Object.entries(answers) as [Who, number][])('%s: %i', async (who, status) => {
    const response = await handlers.get(name)?.(
      portal.request(people[who], addressOf(name, row), {
        method: methodOf(name),
        ...(body === undefined ? {} : { body }),
      }),
      paramsOf(name),
    )
    expect(response?.status, await response?.text()).toBe(status)
    // Names must not stay on anybody's disk, and no answer is without them for sure.
    expect(response?.headers.get('cache-control')).toBe('no-store')
  })

  test(`API tokens: ${scope ?? 'none'}`, async () => {
    for (const [given, token] of tokens) {
      const method = methodOf(name)
      const asked = portal.call(token, addressOf(name, row), { method, ...(body === undefined ? {} : { body }) })
      const response = await handlers.get(name)?.(asked, paramsOf(name))
      const text = (await response?.text()) ?? ''
      expect(response?.headers.get('cache-control')).toBe('no-store')
      if (answers.stranger !== 401 || given === scope) expect(response?.status, text).toBe(answers.administrator)
      else {
        expect(response?.status, `${given}: ${text}`).toBe(403)
        expect(text).toContain(scope ? `lacks the scope ${scope},` : 'API tokens can’t do this')
        const challenge = scope ? `Bearer error="insufficient_scope", scope="${scope}"` : null
        expect(response?.headers.get('www-authenticate')).toBe(challenge)
      }
    }
  })

  test('a service gets what an administrator gets, although it is nobody, and changes no meeting', async () => {
    const method = methodOf(name)
    const asked = portal.call(service, addressOf(name, row), { method, ...(body === undefined ? {} : { body }) })
    const response = await handlers.get(name)?.(asked, paramsOf(name))
    const isOpen = answers.stranger !== 401 || (scope !== undefined && !notForServices.includes(scope))
    expect(response?.status, await response?.text()).toBe(isOpen ? answers.administrator : 403)
  })
})

function methodOf(name: string): string {
  return name.split(' ')[0] ?? ''
}

function addressOf(name: string, { query = '' }: Row): string {
  return `/api${name.split(' ')[1]?.replace('[id]', idOf(name))}${query}`
}

function paramsOf(name: string) {
  return { params: Promise.resolve({ id: idOf(name) }) }
}

function idOf(name: string): string {
  return ids[name.split('/')[1] ?? ''] ?? ''
}
