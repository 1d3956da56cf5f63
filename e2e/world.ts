import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { machineVariables } from '#lib/env.ts'

/** A whole separate Foyer, started as `npm run demo` starts it: free ports, a temporary data directory, the test build. */
export type World = { portal: string; sandbox: string; dataDir: string; stop: () => Promise<void> }

export async function startWorld(settings: Record<string, string> = {}): Promise<World> {
  const dataDir = mkdtempSync(join(tmpdir(), 'foyer-e2e-'))
  const [port, sandboxPort, signinPort] = await freePorts(3)
  const child = spawn('node', ['lib/demo/main.ts'], {
    env: {
      ...machineVariables(),
      BUILD_DIR: process.env.BUILD_DIR ?? '.next-test',
      PORT: String(port),
      SANDBOX_PORT: String(sandboxPort),
      DEMO_SIGNIN_PORT: String(signinPort),
      DATA_DIR: dataDir,
      TIME_ZONE: 'Europe/Berlin',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await readyLine(child)
  return {
    portal: `http://localhost:${port}`,
    sandbox: `http://127.0.0.1:${sandboxPort}`,
    dataDir,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Resolves with the line that says the demo is up; rejects with what it printed when it ends before. */
function readyLine(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = ''
    function read(chunk: Buffer): void {
      printed += chunk.toString('utf8')
      if (/^Foyer is ready at http/m.test(printed)) resolve()
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) => reject(new Error(`The demo ended with ${code} before it was ready:\n${printed}`)))
  })
}

export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer())
  const ports = await Promise.all(
    servers.map((server) => {
      return new Promise<number>((resolve) => {
        server.listen(0, '127.0.0.1', () => {
          const address = server.address()
          resolve(typeof address === 'object' && address ? address.port : 0)
        })
      })
    }),
  )
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}
