import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#lib/testing/temporary-folder.ts'
import { makeDataDir } from './make-data-dir.ts'

test('the folder of the data is made, with those above it', () => {
  const folder = join(temporaryFolder(), 'foyer', 'data')
  makeDataDir(folder)
  makeDataDir(folder)
  expect(existsSync(folder)).toBe(true)
})

test('where a file is in the way, the setting is named', () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  for (const dataDir of [file, join(file, 'data')])
    expect(() => makeDataDir(dataDir)).toThrow(
      `Foyer cannot keep its data in ${dataDir} (a file is in the way): set DATA_DIR to a folder it may write to.`,
    )
})
