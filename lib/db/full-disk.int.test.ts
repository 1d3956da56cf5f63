import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { now } from '#lib/clock.ts'
import { toAppError } from '#lib/errors.ts'
import { proxiedDatabase } from '#lib/testing/proxied-database.ts'
import { smallDisk } from '#lib/testing/small-disk.ts'
import { GET as readyz } from '../../app/api/readyz/route.ts'
import { closeDb, db, inTransaction, pool } from './client.ts'
import { migrate } from './migrate.ts'

afterEach(closeDb)

const full = {
  code: 'upstream_unavailable',
  retryAfterSeconds: 30,
  message: expect.stringContaining('no space left'),
}

test('a database without space is trouble that passes, however it is met', async () => {
  await proxiedDatabase()
  await migrate()
  await pool().query(`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'could not extend file "base/1/2": No space left on device' USING ERRCODE = 'disk_full'; END $$;
    CREATE TRIGGER full_disk BEFORE INSERT ON setting FOR EACH ROW EXECUTE FUNCTION refuse()`)
  const row = { key: 'a', value: 1, changedAt: now() }
  for (const write of [
    () => pool().query("INSERT INTO setting VALUES ('a', '1', now())"),
    () => db().$executeRaw`INSERT INTO setting VALUES ('a', '1', now())`,
    () => db().setting.create({ data: row }),
    () => inTransaction((tx) => tx.setting.createMany({ data: [row] })),
  ])
    expect(await write().catch(toAppError)).toMatchObject(full)
})

test('on a full disk what is there can be read, readyz says what is lacking, and all is well once there is space', {
  timeout: 180_000,
}, async ({ skip }) => {
  const disk = smallDisk(256)
  if (!disk) return skip('This account may not mount a small file system.')
  await proxiedDatabase(join(disk.folder, 'data'))
  await migrate()
  await pool().query('CREATE TABLE big (words text)')
  const write = () =>
    pool().query("INSERT INTO big SELECT string_agg(md5(g::text), '') FROM generate_series(1, 100000) g")
  await write()
  expect(await readiness()).toEqual([200, null])
  disk.fill()
  expect(await write().catch(toAppError)).toMatchObject(full)
  await expect.poll(readiness, { timeout: 60_000 }).toEqual([503, '30'])
  expect((await pool().query('SELECT count(*)::int AS rows FROM big')).rows).toEqual([{ rows: 1 }])
  disk.free()
  await expect.poll(readiness, { timeout: 60_000 }).toEqual([200, null])
  await write()
})

async function readiness(): Promise<[number, string | null]> {
  const response = await readyz(new Request('http://localhost/api/readyz'))
  return [response.status, response.headers.get('retry-after')]
}
