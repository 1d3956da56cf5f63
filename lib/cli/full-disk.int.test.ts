import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findPostmaster, stopPostmaster } from '#lib/db/postmaster.ts'
import { smallDisk } from '#lib/testing/small-disk.ts'

const patience = { timeout: 50_000 }

test('a PostgreSQL that dies on a full disk is restarted once there is space', { timeout: 150_000 }, async ({
  skip,
}) => {
  const disk = smallDisk(256)
  if (!disk) return skip('This account may not mount a small file system.')
  const dataDir = join(disk.folder, 'data')
  const launcher = spawn(process.execPath, ['--input-type=module', '--eval', script, dataDir], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  onTestFinished(async () => {
    launcher.kill('SIGKILL')
    const orphan = findPostmaster(dataDir)
    if (orphan) await stopPostmaster(orphan)
  })
  let said = ''
  launcher.stderr.setEncoding('utf8').on('data', (piece: string) => {
    said += piece
  })
  await expect.poll(() => said, patience).toContain('open')
  disk.fill()
  const { pid } = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8')) as { pid: number }
  process.kill(pid, 'SIGKILL')
  await expect.poll(() => said, patience).toContain('PostgreSQL died and cannot be restarted yet')
  expect(said).toContain('No space left on device')
  disk.free()
  await expect.poll(() => said, patience).toContain('PostgreSQL died and was restarted.')
  launcher.kill('SIGTERM')
  expect(await once(launcher, 'exit')).toEqual([0, null])
})

const script = `
  import { openDatabase } from '#lib/cli/open-database.ts'
  import { runHouse } from '#lib/cli/run-house.ts'
  const [dataDir] = process.argv.slice(1)
  await runHouse(async (house) => {
    await openDatabase(house, { owner: 'start', dataDir, databaseUrl: null })
    house.say('open')
  })
`
