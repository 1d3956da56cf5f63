import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { machineVariables } from '#lib/env.ts'
import { smallDisk } from '#lib/testing/small-disk.ts'

/** However busy the machine is. */
const patience = { timeout: 20_000 }

/** Logs what it is told to, and says that it is alive and whether its log is full. */
const program = `
  const { log, isLogFull } = await import('#lib/log.ts')
  const { ignoreLostOutput } = await import('#lib/patient-output.ts')
  ignoreLostOutput()
  process.on('message', (lines) => {
    if (lines === 'end') process.exit(0)
    for (let nth = 0; nth < lines; nth++) log.info({ nth, filler: 'x'.repeat(1000) }, 'line')
    console.log('by the way')
    process.send({ isFull: isLogFull() })
  })
  process.send('open')
`

test.each(['/dev/full', 'a reader who has gone', 'a reader who does not read'])(
  'a process that logs to %s goes on, and can end',
  async (where) => {
    const child = await open(where === '/dev/full' ? openSync(where, 'w') : 'pipe')
    if (where === 'a reader who has gone') child.stdout?.destroy()
    for (const lines of [1, 1_000]) await logged(child, lines)
    await expect.poll(() => logged(child, 1), patience).toEqual({ isFull: where === '/dev/full' })
    child.send('end')
    await once(child, 'exit')
  },
)

test('a process whose log nobody reads ends at once, with its own exit code', async () => {
  for (const pauseMs of [0, 30, 300]) {
    const program = `
      const { log } = await import('#lib/log.ts')
      for (let nth = 0; nth < 1_000; nth++) log.info({ nth, filler: 'x'.repeat(1000) }, 'line')
      setTimeout(() => process.exit(3), ${pauseMs})
    `
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...machineVariables(), LOG_LEVEL: 'info' },
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    expect(await once(child, 'exit'), `after ${pauseMs} ms`).toEqual([3, null])
  }
})

test('what was kept while nobody read arrives when somebody does', async () => {
  const child = await open('pipe')
  await logged(child, 2_000)
  let text = ''
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  await expect.poll(() => text.split('\n').filter((line) => line.includes('"line"')), patience).toHaveLength(2_000)
  for (const line of text.trim().split('\n')) if (line !== 'by the way') JSON.parse(line)
})

test('what is dropped is counted, and the count is said', async () => {
  const child = await open('pipe')
  await logged(child, 6_000)
  let text = ''
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  await expect.poll(() => text, patience).toContain('log lines were lost')
  const { lines } = JSON.parse(text.split('\n').find((line) => line.includes('log lines were lost')) ?? '{}')
  expect(text.split('"msg":"line"').length - 1 + lines).toBe(6_000)
})

test('a disk that fills up is noticed, and logging goes on once there is space', async ({ skip }) => {
  const disk = smallDisk(1)
  if (!disk) return skip('This account may not mount a small file system.')
  const path = join(disk.folder, 'web.log')
  const child = await open(openSync(path, 'a'))
  disk.fill()
  await expect.poll(() => logged(child, 20), patience).toEqual({ isFull: true })
  disk.free()
  await expect.poll(() => logged(child, 1), patience).toEqual({ isFull: false })
  expect(readFileSync(path, 'utf8').split('"msg":"line"').length - 1).toBeGreaterThan(20)
})

async function open(stdout: number | 'pipe'): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', stdout, 'inherit', 'ipc'],
    env: { ...machineVariables(), LOG_LEVEL: 'info' },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [message] = await once(child, 'message')
  expect(message).toBe('open')
  return child
}

async function logged(child: ChildProcess, lines: number): Promise<unknown> {
  child.send(lines)
  const [message] = await Promise.race([once(child, 'message'), once(child, 'exit')])
  return message
}
