import { accessSync, constants, mkdirSync } from 'node:fs'

/** Makes DATA_DIR where it is missing. @throws Error with a sentence that names it, when nothing can be kept there. */
export function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.W_OK | constants.X_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // A full disk has a sentence of its own.
    if (code === 'ENOSPC') throw error
    const why = code === 'EEXIST' || code === 'ENOTDIR' ? 'a file is in the way' : String(code)
    throw new Error(`Foyer cannot keep its data in ${dataDir} (${why}): set DATA_DIR to a folder it may write to.`)
  }
}
