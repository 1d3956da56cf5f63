import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import pkg from '../package.json' with { type: 'json' }
import { whyTooOld } from './node-version.ts'

test.each([
  ['24.21.0', true],
  ['24.22.3', true],
  ['25.0.0', true],
  ['24.20.9', false],
  ['22.30.0', false],
])('Node %s is new enough beside a bundled 24.21.0: %s', (running, isFine) => {
  expect(whyTooOld(running, '24.21.0') === null).toBe(isFine)
})

test('the sentence names both versions and what to do', () => {
  expect(whyTooOld('22.18.0', '24.21.0')).toBe(
    'This is Node 22.18.0, but Foyer needs its bundled Node 24.21.0: start it through npm, with npm start or npm run.',
  )
})

test('every script in package.json checks before anything else', () => {
  const entries = Object.values(pkg.scripts).flatMap(
    (script) => /node (?:--[\w-]+ )*(lib\/\S+\.ts)/.exec(script)?.[1] ?? [],
  )
  expect(entries.length).toBeGreaterThan(10)
  for (const entry of entries) {
    const [first] = readFileSync(entry, 'utf8').split('\n')
    expect(first, entry).toBe("import '#lib/node-version.ts'")
  }
})
