import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { databaseUrl } from '#lib/db/address.ts'
import { setEnv } from '#lib/env.ts'
import type { FaultProxy } from '../../e2e/faults/fault-proxy.ts'
import { switchTo } from './database.ts'
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
  const proxied = await proxyTo(outcome.url)
  setEnv({ databaseUrl: proxied.url })
  return proxied
}

/** From here on until the test is over, this worker reaches the database it uses through a proxy that can break. */
export async function proxyDatabase(): Promise<FaultProxy> {
  const direct = databaseUrl()
  const { proxy, url } = await proxyTo(direct)
  await switchTo(url)
  onTestFinished(() => switchTo(direct))
  return proxy
}

/** `socketUrl`: the address of a server that listens on a Unix socket. */
async function proxyTo(socketUrl: string): Promise<{ proxy: FaultProxy; url: string }> {
  const { username, pathname, searchParams } = new URL(socketUrl)
  const proxy = await faultProxy({ path: join(searchParams.get('host') ?? '', '.s.PGSQL.5432') })
  return { proxy, url: `postgresql://${username}@127.0.0.1:${proxy.port}${pathname}` }
}
