import '#lib/node-version.ts'

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { machineVariables } from '#lib/env.ts'
import { runChecks } from './check.ts'
import { findBrowser } from './find-browser.ts'
import { journeyTime } from './journey-time.ts'
import { runVisibly } from './run.ts'

/**
 * `npm test`: checks, unit and integration tests, the build, journeys in a browser; every part runs even if an earlier
 * one failed, except that journeys need a build. Ends with a line `N passed, N failed`.
 */
type Count = { passed: number; failed: number }

const reports = mkdtempSync(join(tmpdir(), 'foyer-test-'))
/** Its own build folder: a running demo keeps its files. */
const buildDir = '.next-test'

async function testUnits(): Promise<Count> {
  const file = join(reports, 'vitest.json')
  const ok = await runVisibly('vitest', [
    'run',
    '--project=!live',
    '--project=!slow',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const report = readReport<{ numPassedTests: number; numFailedTests: number }>(file)
  return settle(ok, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0)
}

async function testBuild(): Promise<Count> {
  return settle(await runVisibly('node', ['lib/cli/build.ts'], { BUILD_DIR: buildDir }), 1, 0)
}

async function testJourneys(): Promise<Count> {
  const browser = await findBrowser()
  const file = join(reports, 'playwright.json')
  const ok = await runVisibly('playwright', ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    BUILD_DIR: buildDir,
    FOYER_BROWSER: browser,
  })
  const stats = readReport<{ stats: { expected: number; unexpected: number; flaky: number } }>(file)?.stats
  return settle(ok, stats?.expected ?? 0, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0))
}

/** A failed part counts as at least one failure, even if it could not say how many; a part that ran nothing failed. */
function settle(ok: boolean, passed: number, failed: number): Count {
  if (!ok) return { passed: failed === 0 ? 0 : passed, failed: Math.max(1, failed) }
  return passed === 0 ? { passed: 0, failed: 1 } : { passed, failed }
}

function readReport<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch {
    return null
  }
}

const parts: [string, () => Promise<Count>][] = [
  ['Checks', runChecks],
  ['Unit and integration tests', testUnits],
  ['Build', testBuild],
  ['Journeys in a browser', testJourneys],
]

// Now, not after minutes of other parts: journeys cannot start at a time that does not exist.
try {
  journeyTime(machineVariables().FOYER_TEST_AT, new Date())
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

const total: Count = { passed: 0, failed: 0 }
const wanted = process.argv.slice(2)
let isBuilt = true
for (const [name, part] of parts) {
  if (wanted.length > 0 && !wanted.some((word) => name.toLowerCase().startsWith(word))) continue
  if (name.startsWith('Journeys') && !isBuilt) continue
  const startedAt = performance.now()
  process.stdout.write(`\n── ${name}\n`)
  const { passed, failed } = await part().catch((error: unknown) => {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return { passed: 0, failed: 1 }
  })
  if (name === 'Build') isBuilt = failed === 0
  total.passed += passed
  total.failed += failed
  process.stdout.write(
    `── ${name}: ${passed} passed, ${failed} failed, ${Math.round((performance.now() - startedAt) / 1000)} s\n`,
  )
}
rmSync(reports, { recursive: true, force: true })
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed === 0 ? 0 : 1
