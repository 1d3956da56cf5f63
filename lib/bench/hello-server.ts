import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { runVisibly } from '#lib/cli/run.ts'
import { machineVariables } from '#lib/env.ts'
import type { Started } from './started.ts'

/** Builds and starts a hello world of the same Next and React: what this machine and this browser make of nothing. */
export async function startHello(port: number): Promise<Started> {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const folder = join(import.meta.dirname, 'hello')
  const quiet = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as const
  if (!(await runVisibly(process.execPath, [next, 'build', folder], quiet)))
    throw new Error('The hello world to compare with could not be built; its output is above.')
  const child = spawn(process.execPath, [next, 'start', folder, '--port', String(port)], {
    env: { ...machineVariables(), ...quiet },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://localhost:${port}`
  while (child.exitCode === null) {
    const response = await fetch(url).catch(() => null)
    if (response?.ok) return { child, url }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The hello world to compare with exited before it answered.')
}
