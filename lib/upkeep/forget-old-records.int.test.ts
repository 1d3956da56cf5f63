import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { now, setClock } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { makeEmployee } from '#lib/testing/company.ts'
import { freshDatabase, type TestDatabase } from '#lib/testing/database.ts'
import { forgetOldRecords } from './forget-old-records.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await freshDatabase()
  setClock(() => new Date('2026-11-24T09:00:00Z'))
})
afterAll(async () => {
  setClock(null)
  await database.close()
})

test('finished work is forgotten after 30 days, waiting work is not', async () => {
  const daysAgo = (days: number) => new Date(now().getTime() - days * 86_400_000)
  for (const days of [31, 29]) {
    const event = { kind: 'sync.requested', payload: {}, createdAt: daysAgo(31) }
    await db().outboxEvent.create({ data: { ...event, key: `done ${days} days ago`, doneAt: daysAgo(days) } })
    const asked = { personId: uuid(), organizerId: uuid(), draft: {}, state: 'created', askedAt: daysAgo(days) }
    await db().meetingCreation.create({ data: { id: uuid(), draftHash: `${days} days ago`, ...asked } })
    await db().readRun.create({ data: { kind: 'upcoming', startedAt: daysAgo(days), source: `${days} days ago` } })
  }
  await db().outboxEvent.create({ data: { kind: 'x', key: 'waits', payload: {}, createdAt: daysAgo(90) } })
  await expect(forgetOldRecords(await makeEmployee('Erin'))).rejects.toMatchObject({ code: 'forbidden' })
  expect(await forgetOldRecords({ kind: 'system', job: 'test' })).toEqual({
    events: 1,
    runs: 1,
    creations: 1,
    guests: 0,
  })
  const keys = (await db().outboxEvent.findMany()).map(({ key }) => key)
  expect(keys.sort()).toEqual(['done 29 days ago', 'waits'])
  expect(await db().meetingCreation.findMany()).toMatchObject([{ draftHash: '29 days ago' }])
  expect(await db().readRun.findMany()).toMatchObject([{ source: '29 days ago' }])
})
