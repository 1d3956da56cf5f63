import { afterEach, expect, test } from 'vitest'
import { toAppError } from '#lib/errors.ts'
import { proxiedDatabase } from '#lib/testing/proxied-database.ts'
import { closeDb, db, inTransaction, pool } from './client.ts'
import { migrate } from './migrate.ts'

const passing = { code: 'upstream_unavailable', retryAfterSeconds: 5 }

const questions: [what: string, ask: () => Promise<unknown>][] = [
  ['plain SQL', () => pool().query('SELECT 1')],
  ['raw SQL of Prisma', () => db().$queryRaw`SELECT 1`],
  ['a model', () => db().setting.count()],
  ['a transaction', () => inTransaction((tx) => tx.setting.count())],
]

const message = (kind: string, ...body: number[]) =>
  Buffer.from([kind.charCodeAt(0), 0, 0, 0, body.length + 4, ...body])

const lies: [what: string, lie: (piece: Buffer) => Buffer][] = [
  ['a message of no kind', () => message('!')],
  ['a row without a number of columns', () => message('D')],
  ['a demand it never makes', () => message('R', 0, 0, 0, 99)],
  ['bits that fell over', (piece) => Buffer.from(piece.map((byte) => byte ^ 0x55))],
  ['the page of a proxy', () => Buffer.from('HTTP/1.1 502 Bad Gateway\r\n\r\n<!doctype html>')],
]

afterEach(closeDb)

test('a database that answers with anything but its protocol is trouble that passes, and ends no process', async () => {
  const { proxy } = await proxiedDatabase()
  await migrate()
  for (const [lied, lie] of lies) {
    for (const [what, ask] of questions) {
      expect([lied, what, await outcomeOf(ask)]).toEqual([lied, what, 'an answer'])
      proxy.treat({ lie })
      expect([lied, what, await outcomeOf(ask)]).toMatchObject([lied, what, passing])
      proxy.treat('let through')
    }
  }
})

async function outcomeOf(ask: () => Promise<unknown>) {
  return ask().then(() => 'an answer', toAppError)
}
