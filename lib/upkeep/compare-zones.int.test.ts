import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SystemActor } from '#lib/auth/actor.ts'
import { db, inTransaction, pool } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { writeSetting } from '#lib/settings/write-setting.ts'
import { makeEmployee } from '#lib/testing/company.ts'
import { freshDatabase, type TestDatabase } from '#lib/testing/database.ts'
import { compareZones } from './compare-zones.ts'
import { getSyncStatus } from './get-sync-status.ts'

const worker: SystemActor = { kind: 'system', job: 'test' }
let database: TestDatabase

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

test('every zone both have is compared, and those that differ today are named', async () => {
  const { differing } = await compareZones(worker)
  const at = new Date()
  const { rows } = await pool().query<{ name: string; seconds: number }>(
    'SELECT name, extract(epoch FROM utc_offset)::int AS seconds FROM pg_timezone_names WHERE name = ANY($1)',
    [Intl.supportedValuesOf('timeZone')],
  )
  expect(rows.length).toBeGreaterThan(300)
  for (const { name, seconds } of rows) {
    const here = at.toLocaleString('en-US', { timeZone: name, timeZoneName: 'longOffset' }).match(/GMT(.*)$/)?.[1]
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(here ?? '') ?? []
    const offset = sign ? Number(`${sign}1`) * (Number(hours) * 3600 + Number(minutes) * 60) : 0
    if (offset !== seconds) expect(differing).toContain(name)
  }
})

test('the comparison runs once per pair of versions', async () => {
  const first = await compareZones(worker)
  const { changedAt } = await db().setting.findUniqueOrThrow({ where: { key: 'zones.compared' } })
  expect(await compareZones(worker)).toEqual(first)
  expect(await db().setting.findUniqueOrThrow({ where: { key: 'zones.compared' } })).toMatchObject({ changedAt })
})

test('administrators see zones somebody uses, and no others', async () => {
  const differing = ['Africa/Casablanca', 'America/Edmonton', env().timeZone].sort()
  await inTransaction((tx) => writeSetting(tx, 'zones.compared', { of: 'a test', differing }, null))
  const adam = await makeEmployee('Adam', { isAdministrator: true })
  expect((await getSyncStatus(adam)).differingZones).toEqual([env().timeZone])
  await db().person.update({ where: { id: adam.personId }, data: { zone: 'Africa/Casablanca' } })
  expect((await getSyncStatus(adam)).differingZones).toEqual(['Africa/Casablanca', env().timeZone].sort())
})
