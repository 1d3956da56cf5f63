import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

export type SmallDisk = {
  folder: string
  /** Leaves not a byte. */
  fill(): void
  /** Gives back what `fill` took. */
  free(): void
}

/** A real file system of so many megabytes in memory; null where this account may not mount one. */
export function smallDisk(megabytes: number): SmallDisk | null {
  const folder = temporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  // Lazily: whoever still uses it keeps it until then.
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]))
  const filler = join(folder, 'filler')
  return {
    folder,
    fill() {
      for (const bytes of [1_048_576, 4_096]) appendUntilFull(filler, Buffer.alloc(bytes))
    },
    free: () => rmSync(filler, { force: true }),
  }
}

function appendUntilFull(path: string, piece: Buffer): void {
  try {
    for (;;) writeFileSync(path, piece, { flag: 'a' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}
