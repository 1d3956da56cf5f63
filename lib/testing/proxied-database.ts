import { join } from 'node:path'
import { setEnv } from '#lib/env.ts'
import type { FaultProxy } from '../../e2e/faults/fault-proxy.ts'
import { embeddedOwner } from './embedded-owner.ts'
import { faultProxy } from './fault-proxy.ts'
import { temporaryFolder } from './temporary-folder.ts'

/**
 * A PostgreSQL of the test's own, empty, reached through a proxy that can break; from here on this worker's `db()` and
 * `pool()` use it. `dataDir`: where its files are.
 */
export async function proxiedDatabase(dataDir = temporaryFolder()): Promise<{ proxy: FaultProxy; url: string }> {
  const { outcome } = await embeddedOwner(dataDir)
  if ('refused' in outcome) throw new Error(outcome.refused)
  const { username, pathname, searchParams } = new URL(outcome.url)
  const proxy = await faultProxy({ path: join(searchParams.get('host') ?? '', '.s.PGSQL.5432') })
  const url = `postgresql://${username}@127.0.0.1:${proxy.port}${pathname}`
  setEnv({ databaseUrl: url })
  return { proxy, url }
}
