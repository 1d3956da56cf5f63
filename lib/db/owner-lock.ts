import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readOrNull } from '#lib/read-or-null.ts'
import { processStart } from './process-identity.ts'

export type Owner = { name: string; pid: number; startedAt: string }
export type OwnerLock = { release(): void }

/**
 * Makes this process the one owner of a data directory. Nothing needs cleaning up after a SIGKILL: an owner whose
 * process is gone does not count.
 *
 * A stale lock file cannot be replaced in one step, and two starts that both remove it both win. So locks are numbered:
 * taking one means creating the next number, which only one can do, and numbers never shrink.
 * @throws Error with a sentence when somebody else owns it.
 */
export function takeOwnership(dataDir: string, name: string): OwnerLock {
  const folder = lockFolder(dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const mine: Owner = { name, pid: process.pid, startedAt: processStart(process.pid) ?? '' }
  for (;;) {
    const highest = Math.max(0, ...numbers(folder))
    refuseIfOwned(dataDir)
    if (!create(folder, highest + 1, mine)) continue
    // A slow process may have created a number that others have since passed and removed.
    const passed = Math.max(...numbers(folder)) > highest + 1
    if (passed) {
      rmSync(file(folder, highest + 1), { force: true })
      continue
    }
    for (const number of numbers(folder)) if (number <= highest) rmSync(file(folder, number), { force: true })
    return { release: () => writeFileSync(file(folder, highest + 1), '', { mode: 0o600 }) }
  }
}

/** @throws Error with a sentence when somebody owns the data directory. */
export function refuseIfOwned(dataDir: string): void {
  const owner = readOwner(dataDir)
  if (!owner) return
  throw new Error(
    `${dataDir} is in use by "${owner.name}" (process ${owner.pid}): stop that first, or set another DATA_DIR.`,
  )
}

/** The running owner of a data directory, or null. */
export function readOwner(dataDir: string): Owner | null {
  const folder = lockFolder(dataDir)
  for (;;) {
    const highest = Math.max(0, ...numbers(folder))
    if (highest === 0) return null
    const text = readOrNull(file(folder, highest))
    if (text === null) continue
    if (text === '') return null
    const owner = JSON.parse(text) as Owner
    return processStart(owner.pid) === owner.startedAt ? owner : null
  }
}

function lockFolder(dataDir: string): string {
  return join(dataDir, 'owner')
}

function file(folder: string, number: number): string {
  return join(folder, `${number}.json`)
}

function numbers(folder: string): number[] {
  try {
    return readdirSync(folder).flatMap((name) => (/^\d+\.json$/.test(name) ? [Number.parseInt(name, 10)] : []))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Creates the file with its content in one step, using `link`; false when the number is taken. */
function create(folder: string, number: number, owner: Owner): boolean {
  const draft = join(folder, `draft-${process.pid}-${randomBytes(4).toString('hex')}`)
  writeFileSync(draft, JSON.stringify(owner), { mode: 0o600 })
  try {
    linkSync(draft, file(folder, number))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    unlinkSync(draft)
  }
}
