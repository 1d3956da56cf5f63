import { type DatabaseTrouble, databaseTrouble } from '#lib/database-trouble.ts'
import { log } from '#lib/log.ts'
import { pool } from './client.ts'

/** What is wrong with the database, for readiness; null: it answers within `timeoutMs` and has space. */
export async function troubleOfDatabase(timeoutMs = 2_000): Promise<DatabaseTrouble | null> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<DatabaseTrouble>((resolve) => {
    timer = setTimeout(resolve, timeoutMs, 'away')
  })
  try {
    return await Promise.race([tooLate, answer()])
  } finally {
    clearTimeout(timer)
  }
}

async function answer(): Promise<DatabaseTrouble | null> {
  try {
    await pool().query('SELECT 1')
    return await spaceTrouble()
  } catch (error) {
    log.debug({ err: error }, 'database not ready')
    return 'away'
  }
}

const spaceAgeMs = 5_000
let space: { trouble: 'full' | null; atMs: number } = { trouble: null, atMs: Number.NEGATIVE_INFINITY }

/** Whether it can write, at most every few seconds: a query that outgrows its memory writes, and leaves nothing. */
async function spaceTrouble(): Promise<'full' | null> {
  if (performance.now() - space.atMs < spaceAgeMs) return space.trouble
  const trouble = await pool()
    .query("SET LOCAL work_mem = '64kB'; SELECT count(*) FROM generate_series(1, 20000)")
    .then(
      () => null,
      (error: unknown) => {
        if (databaseTrouble(error) !== 'full') throw error
        return 'full' as const
      },
    )
  if (trouble !== space.trouble)
    log.warn({ trouble }, trouble ? 'the database is out of space' : 'there is space again')
  space = { trouble, atMs: performance.now() }
  return trouble
}
