import { expect, onTestFinished, test } from 'vitest'
import { freshDatabase, switchTo } from '#lib/testing/database.ts'
import { closeDb, db, pool } from './client.ts'

test('every connection is at UTC, whichever zone the database and its address are set to', async () => {
  const database = await freshDatabase()
  onTestFinished(() => database.close())
  await pool().query(`ALTER DATABASE ${new URL(database.url).pathname.slice(1)} SET TimeZone = 'America/Vancouver'`)
  await closeDb()
  expect(await zones()).toEqual(['UTC', 'UTC'])

  const address = new URL(database.url)
  address.searchParams.set('options', '-c TimeZone=Asia/Tokyo')
  await switchTo(address.href.replaceAll('+', '%20'))
  expect(await zones()).toEqual(['UTC', 'UTC'])
})

async function zones(): Promise<unknown[]> {
  const plain = await pool().query<{ zone: string }>(`SELECT current_setting('TimeZone') AS zone`)
  const prisma = await db().$queryRaw<{ zone: string }[]>`SELECT current_setting('TimeZone') AS zone`
  return [plain.rows[0]?.zone, prisma[0]?.zone]
}
