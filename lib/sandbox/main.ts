import '#lib/node-version.ts'

import { join } from 'node:path'
import { env } from '#lib/env.ts'
import { runUntilSignal } from '#lib/process.ts'
import { createSandbox } from './sandbox.ts'
import { serveSandbox } from './serve.ts'

await runUntilSignal('sandbox', async () => {
  const { dataDir, sandboxPort, sandboxStartsAt, timeZone } = env()
  const origin = `http://127.0.0.1:${sandboxPort}`
  const sandbox = createSandbox({
    dataDir: join(dataDir, 'sandbox'),
    zone: timeZone,
    origin,
    startsAt: sandboxStartsAt,
  })
  const server = await serveSandbox(sandbox, { port: sandboxPort, host: '127.0.0.1' })
  process.stdout.write(`The GoTo sandbox is ready at ${origin}\n`)
  return async () => {
    await server.close()
    sandbox.close()
  }
})
