import { type ChildProcess, spawn } from 'node:child_process'
import { onTestFinished } from 'vitest'
import { env, machineVariables } from '#lib/env.ts'

/** A worker as its own process, killed when the test is over. `gotoUrl`: where its GoTo is; `more`: further settings. */
export function startWorker(
  databaseUrl: string,
  gotoUrl = 'http://127.0.0.1:1',
  more: Record<string, string> = {},
): { child: ChildProcess; logged: () => string } {
  const child = spawn(process.execPath, ['lib/worker/main.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...machineVariables(),
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: env().authSecret,
      ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
      GOTO_API_URL: gotoUrl,
      GOTO_AUTH_URL: gotoUrl,
      GOTO_CLIENT_ID: 'foyer-demo',
      GOTO_CLIENT_SECRET: 'foyer-demo-secret',
      LOG_LEVEL: 'info',
      ...more,
    },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  for (const output of [child.stdout, child.stderr])
    output.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
    })
  return { child, logged: () => text }
}
