import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '#lib/testing/database.ts'
import { inTransaction, pool } from './client.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

// A warning of pg's would fail it: lib/testing/no-warnings.ts.
test('a row with many relations is read one statement after the other in a transaction', async () => {
  const include = { identities: true, addresses: true, aliases: true, sessions: true, organizers: true, invited: true }
  const ada = await inTransaction((tx) => tx.person.create({ data: { name: 'Ada', createdAt: new Date() }, include }))
  expect(ada).toMatchObject({ name: 'Ada', identities: [], invited: [] })
})

test('after a statement that fails the next transaction finds its connection in order', async () => {
  const failing = inTransaction((tx) => Promise.all([tx.$queryRaw`SELECT 1 / 0`, tx.setting.count()]))
  await expect(failing).rejects.toThrow('division by zero')
  await expect(inTransaction((tx) => tx.setting.count())).resolves.toBe(0)
  expect(pool().idleCount).toBe(pool().totalCount)
})
