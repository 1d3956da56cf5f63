import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { machineVariables } from '#lib/env.ts'
import { freePorts } from '../world.ts'
import { type FaultProxy, openFaultProxy } from './fault-proxy.ts'

/** One more web server for the journeys' world, which reaches its database and GoTo through proxies that can break. */
export type PortalBehindFaults = {
  url: string
  database: FaultProxy
  goto: FaultProxy
  /** What it has logged so far. */
  logged: () => string
  stop: () => Promise<void>
}

/** `prepare` sets the faults in which it starts. Sessions of the world's own portal are good here too. */
export async function openPortalBehindFaults({
  dataDir,
  sandbox,
  prepare,
}: {
  dataDir: string
  sandbox: string
  prepare?: (database: FaultProxy) => void
}): Promise<PortalBehindFaults> {
  const { url: address } = readJson<{ url: string }>(dataDir, 'postgres.json')
  const { username, pathname, searchParams } = new URL(address)
  const { port: sandboxPort } = new URL(sandbox)
  const database = await openFaultProxy({ path: join(searchParams.get('host') ?? '', '.s.PGSQL.5432') })
  const goto = await openFaultProxy({ host: '127.0.0.1', port: Number(sandboxPort) })
  prepare?.(database)
  const { authSecret, encryptionKeys } = readJson<Secrets>(dataDir, 'secrets.json')
  const [port] = await freePorts(1)
  const child = spawn('node', ['lib/http/main.ts'], {
    env: {
      ...machineVariables(),
      BUILD_DIR: process.env.BUILD_DIR ?? '.next-test',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: `postgresql://${username}@127.0.0.1:${database.port}${pathname}`,
      AUTH_SECRET: authSecret,
      ENCRYPTION_KEYS: encryptionKeys.map(({ id, key }) => `${id}:${key}`).join(','),
      GOTO_API_URL: `http://127.0.0.1:${goto.port}`,
      GOTO_AUTH_URL: `http://127.0.0.1:${goto.port}`,
      GOTO_JOIN_URL: `${sandbox}/join/{id}`,
      GOTO_CLIENT_ID: 'foyer-demo',
      GOTO_CLIENT_SECRET: 'foyer-demo-secret',
      CLOCK_URL: `${sandbox}/__sandbox/clock`,
      TIME_ZONE: 'Europe/Berlin',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let logged = ''
  for (const output of [child.stdout, child.stderr])
    output.setEncoding('utf8').on('data', (piece: string) => {
      logged += piece
    })
  return {
    url: `http://localhost:${port}`,
    database,
    goto,
    logged: () => logged,
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
      database.close()
      goto.close()
    },
  }
}

type Secrets = { authSecret: string; encryptionKeys: { id: string; key: string }[] }

function readJson<T>(dataDir: string, name: string): T {
  return JSON.parse(readFileSync(join(dataDir, name), 'utf8')) as T
}
