import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { processStart } from '#lib/db/process-identity.ts'
import { temporaryFolder } from '#lib/testing/temporary-folder.ts'

/** A process that notes what happens to it; how it ends is its argument. */
const program = `
  import { appendFileSync } from 'node:fs'
  const [journal, name, manner] = process.argv.slice(2)
  const note = (what) => appendFileSync(journal, name + ' ' + what + '\\n')
  setInterval(() => undefined, 1000)
  if (manner === 'dies') process.on('SIGUSR2', () => process.exit(3))
  if (manner === 'short-lived') setTimeout(() => process.exit(4), 20)
  process.on('SIGTERM', () => {
    note('asked')
    if (manner === 'stubborn') return
    setTimeout(() => { note('ended'); process.exit(0) }, 50)
  })
  // Last: its reader may send a signal at once.
  note(process.pid)
`

test('the first signal stops them one by one, last started first, and exits with 0', async () => {
  const house = await openHouse(['first', 'second', 'third'])
  house.launcher.kill('SIGTERM')
  expect(await house.ended()).toBe(0)
  expect(house.notes()).toEqual([
    'third asked',
    'third ended',
    'second asked',
    'second ended',
    'first asked',
    'first ended',
  ])
})

test('the second signal forces it: nothing is left, and the exit code says so', async () => {
  const house = await openHouse(['first', 'second stubborn'])
  house.launcher.kill('SIGINT')
  await house.noted('second asked')
  house.launcher.kill('SIGINT')
  expect(await house.ended()).toBe(1)
  expect(house.notes()).toEqual(['second asked'])
  await house.allGone()
})

test('one that dies unasked is restarted, and the others never notice', async () => {
  const house = await openHouse(['first', 'second dies'])
  const killed = house.pidOf('second')
  process.kill(killed, 'SIGUSR2')
  await house.until(() => house.pidOf('second') !== killed)
  expect(house.said()).toContain('The second exited with code 3; restarting it.')
  house.launcher.kill('SIGTERM')
  expect(await house.ended()).toBe(0)
  expect(house.notes()).toEqual(['second asked', 'second ended', 'first asked', 'first ended'])
})

test('one that keeps dying stops the others, with a sentence that says where to look', async () => {
  const house = await openHouse(['first', 'second short-lived'])
  expect(await house.ended()).toBe(1)
  expect(house.notes()).toEqual(['first asked', 'first ended'])
  expect(house.said()).toContain(
    `The second keeps exiting, this time it exited with code 4; its output is in ${join(house.folder, 'second.log')}.`,
  )
})

test('one that keeps dying while the database is away is revived until it returns', async () => {
  const house = await openHouse(['first', 'second short-lived'], { isAway: true })
  await house.until(() => house.livesOf('second') > 6)
  expect(house.said()).not.toContain('keeps exiting')
  house.launcher.kill('SIGTERM')
  expect(await house.ended()).toBe(0)
})

test('nothing outlives a killed launcher', async () => {
  const house = await openHouse(['first', 'second'])
  house.launcher.kill('SIGKILL')
  await house.ended()
  await house.allGone()
})

test('a launcher whose npm was stopped stops in order', async () => {
  const house = await openHouse(['first', 'second'], { isUnderNpm: true })
  house.launcher.kill('SIGTERM')
  await house.allGone()
  expect(house.notes()).toEqual(['second asked', 'second ended', 'first asked', 'first ended'])
})

async function openHouse(children: string[], { isUnderNpm = false, isAway = false } = {}) {
  const folder = temporaryFolder()
  const journal = join(folder, 'journal')
  writeFileSync(join(folder, 'program.mjs'), program)
  if (isAway) writeFileSync(`${journal}-away`, '')
  const launcher = spawn(
    process.execPath,
    isUnderNpm
      ? ['--eval', npm, launcherScript, folder, journal, ...children]
      : ['--input-type=module', '--eval', launcherScript, folder, journal, ...children],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  launcher.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk
  })
  const lines = () => (existsSync(journal) ? readFileSync(journal, 'utf8').trim().split('\n') : [])
  const pids = () =>
    lines()
      .filter((line) => / \d+$/.test(line))
      .map((line) => line.split(' '))
  onTestFinished(() => {
    launcher.kill('SIGKILL')
  })
  await until(() => said.includes('open'), launcher)
  await until(() => pids().length >= children.length, launcher)
  return {
    folder,
    launcher,
    said: () => said,
    notes: () => lines().filter((line) => !/ \d+$/.test(line)),
    noted: (line: string) => until(() => lines().includes(line), launcher),
    livesOf: (name: string) => pids().filter(([who]) => who === name).length,
    pidOf: (name: string) => Number(pids().findLast(([who]) => who === name)?.[1]),
    until: (isSo: () => boolean) => until(isSo, launcher),
    ended: async () =>
      ((launcher.exitCode ?? launcher.signalCode) ? launcher.exitCode : (await once(launcher, 'close'))[0]) as
        | number
        | null,
    allGone: () => until(() => pids().every(([, pid]) => processStart(Number(pid)) === null), null),
  }
}

/** What npm does with a script, as far as signals go: starts it and forwards none. */
const npm = `
  require('node:child_process').spawn(process.execPath, ['--input-type=module', '--eval', ...process.argv.slice(1)], {
    stdio: 'inherit',
    env: { ...process.env, npm_lifecycle_event: 'demo' },
  })
`

const launcherScript = `
  import { existsSync } from 'node:fs'
  import { createProcesses } from '#lib/cli/processes.ts'
  import { runHouse } from '#lib/cli/run-house.ts'
  const [folder, journal, ...children] = process.argv.slice(1)
  await runHouse(async (house) => {
    const processes = createProcesses({ logFolder: folder, say: house.say, isExcused: async () => existsSync(journal + '-away') })
    house.onStop({ stop: processes.stop, force: processes.kill })
    house.watch(processes.trouble)
    for (const child of children) {
      const [name, manner = ''] = child.split(' ')
      await processes.start({ name, title: 'the ' + name, script: folder + '/program.mjs', args: [journal, name, manner] })
    }
    house.say('open')
  })
`

/** Keeps checking until it is so, or the launcher is gone. */
async function until(isSo: () => boolean, launcher: ChildProcessByStdio<null, null, Readable> | null): Promise<void> {
  while (!isSo()) {
    if (launcher && (launcher.exitCode !== null || launcher.signalCode !== null))
      throw new Error('The launcher exited first.')
    await new Promise(setImmediate)
  }
}
