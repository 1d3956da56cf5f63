import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { db, pool } from '#lib/db/client.ts'
import { AppError } from '#lib/errors.ts'
import { route } from '#lib/http/route.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { recordDenial } from './record-denial.ts'

let portal: TestPortal
let erin: UserActor

beforeEach(async () => {
  portal = await testPortal()
  erin = await portal.employee('erin@example.com')
})
afterEach(() => portal.close())

const forbidding = route({
  run: () => {
    throw new AppError('forbidden', 'Not you.')
  },
})

async function knock(path: string, who = erin): Promise<void> {
  expect((await forbidding(portal.request(who, path))).status).toBe(403)
}

function denials() {
  const where = { outcome: 'denied' }
  return db().auditEntry.findMany({ where, orderBy: { id: 'asc' } })
}

test('somebody trying one door again and again is one line an hour, with how often and when last', async () => {
  await knock('/api/settings')
  portal.pass(10)
  await knock('/api/settings')
  await knock('/api/settings?a=1')
  expect(await denials()).toMatchObject([
    {
      actorId: erin.personId,
      action: 'request',
      count: 3,
      at: new Date('2026-11-24T09:00:00Z'),
      lastAt: new Date('2026-11-24T09:10:00Z'),
      details: { method: 'GET', path: '/api/settings' },
    },
  ])
  portal.pass(50)
  await knock('/api/settings')
  expect((await denials()).map(({ count }) => count)).toEqual([3, 1])
})

test('trying all objects behind a door is one line, another door and another person are their own', async () => {
  for (let nth = 0; nth < 5; nth += 1) await knock(`/api/history/${randomUUID()}`)
  await knock('/api/history')
  await knock('/api/history', await portal.employee('tom@example.com'))
  expect((await denials()).map(({ count }) => count)).toEqual([5, 1, 1])
})

test('forty at once are counted, each once', async () => {
  await Promise.all(Array.from({ length: 40 }, () => knock('/api/settings')))
  expect((await denials()).map(({ count }) => count)).toEqual([40])
})

test('strangers turned away for the same reason are one line', async () => {
  const refused = { door: 'goto foreign_account', details: { via: 'goto', failure: 'foreign_account' } }
  for (let nth = 0; nth < 3; nth += 1) await recordDenial('stranger', 'sign-in', refused)
  expect(await denials()).toMatchObject([{ actorKind: 'stranger', actorId: null, count: 3 }])
})

test('of what was recorded nothing changes but that count, by one', async () => {
  await knock('/api/settings')
  for (const change of ['count = count + 2', 'count = count - 1', "count = count + 1, action = 'x'", 'last_at = now()'])
    await expect(pool().query(`UPDATE audit_entry SET ${change} WHERE same_as IS NOT NULL`), change).rejects.toThrow(
      'append-only',
    )
  await expect(pool().query('UPDATE audit_entry SET count = count + 1 WHERE same_as IS NULL')).rejects.toThrow(
    'append-only',
  )
  await expect(pool().query('DELETE FROM audit_entry')).rejects.toThrow('append-only')
})
