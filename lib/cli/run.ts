import { spawn } from 'node:child_process'
import { machineVariables } from '#lib/env.ts'

export type Outcome = { ok: boolean; output: string }

/** Runs a command and keeps its output; `env` is added to the machine's variables without Foyer's own settings. */
export function run(command: string, args: string[], env: Record<string, string> = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...machineVariables(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(chunks).toString('utf8') }))
  })
}

/** What a command prints on stdout. @throws Error when it fails. */
export async function captureText(command: string, args: string[]): Promise<string> {
  const { ok, output } = await run(command, args)
  if (!ok) throw new Error(`${command} ${args.join(' ')} failed:\n${output}`)
  return output
}

/** Runs a command that shares our output. @returns whether it succeeded. */
export function runVisibly(command: string, args: string[], env: Record<string, string> = {}): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...machineVariables(), ...env }, stdio: 'inherit' })
    child.on('error', reject)
    child.on('close', (code) => resolve(code === 0))
  })
}
