import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'
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

test('an older Node is refused wherever it is started from', () => {
  const older = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '22.18.0' } })`
  const entry = pathToFileURL(join(import.meta.dirname, 'node-version.ts')).href
  const { status, stderr } = spawnSync(process.execPath, ['-e', `${older}; import('${entry}')`], {
    cwd: tmpdir(),
    encoding: 'utf8',
  })
  expect(stderr).toMatch(/^This is Node 22\.18\.0, but Foyer needs/)
  expect(status).toBe(1)
})

test('every file that acts when it is started checks before anything else', () => {
  const scripts = Object.values(pkg.scripts).flatMap((script) => /\blib\/\S+\.ts/.exec(script)?.[0] ?? [])
  const entries = globSync('lib/**/*.ts').filter((file) => !notStarted.test(file) && actsAtOnce(file))
  expect(entries).toEqual(expect.arrayContaining([...scripts, 'lib/cli/check-drift.ts', 'lib/bench/bare-server.ts']))
  for (const entry of entries) {
    const [first] = readFileSync(entry, 'utf8').split('\n')
    expect(first, entry).toBe("import '#lib/node-version.ts'")
  }
})

/** The check itself, what is loaded into a program that checks, and what only tests run. */
const notStarted =
  /^lib\/(node-version|no-generated-code|cli\/follow-parent)\.ts$|^lib\/testing\/|^lib\/db\/generated\/|\.test\.ts$/

/** Whether a statement of the file itself, not of its functions, waits for something or uses the process. */
function actsAtOnce(file: string): boolean {
  const { statements } = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  return statements
    .filter((statement) => !ts.isDeclarationStatement(statement) && !ts.isVariableStatement(statement))
    .some(({ pos, end }) =>
      /\bawait\b|\bprocess\b|\bimport\.meta\.main\b/.test(readFileSync(file, 'utf8').slice(pos, end)),
    )
}
