import '#lib/node-version.ts'

import { globSync, readFileSync } from 'node:fs'
import { pathsThatDoNotExist } from './doc-paths.ts'
import { foreignWrites } from './foreign-writes.ts'
import { captureText, type Outcome, run } from './run.ts'
import { zonesInSql } from './zones-in-sql.ts'

/**
 * `npm run check`: everything that can be checked without running the product. One line per check; a failed one shows
 * its output.
 */
const checks: Record<string, () => Promise<Outcome>> = {
  'style and lint (Biome)': () => run('biome', ['check', '--error-on-warnings', '.']),
  'types (TypeScript)': () => run('tsc', ['--noEmit']),
  'boundaries (dependency-cruiser)': checkBoundaries,
  'one writer of the record': async () => {
    const found = foreignWrites(await sourceFiles())
    return { ok: found.length === 0, output: found.join('\n') }
  },
  'no zones in SQL': async () => {
    const found = zonesInSql([...(await sourceFiles()), ...globSync('prisma/migrations/*/*.sql')])
    return { ok: found.length === 0, output: found.join('\n') }
  },
  'dead code (knip)': () => run('knip', ['--no-progress']),
  'schema drift': () => run('node', ['lib/cli/check-drift.ts']),
  'paths cited in documents': async () => {
    const missing = pathsThatDoNotExist()
    return { ok: missing.length === 0, output: missing.join('\n') }
  },
}

export async function runChecks(): Promise<{ passed: number; failed: number }> {
  let failed = 0
  for (const [name, check] of Object.entries(checks)) {
    const { ok, output } = await check()
    process.stdout.write(`${ok ? '✓' : '✗'} ${name}\n`)
    if (!ok) process.stdout.write(`${output.trim()}\n\n`)
    if (!ok) failed += 1
  }
  return { passed: Object.keys(checks).length - failed, failed }
}

/** A cruiser that reads nothing finds nothing: it must have seen all our files. */
async function checkBoundaries(): Promise<Outcome> {
  const places = ['app', 'components', 'lib', 'e2e', 'vitest.config.ts']
  const { ok, output } = await run('depcruise', [
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'json',
    ...places,
  ])
  const start = output.indexOf('{')
  const report = JSON.parse(output.slice(start)) as CruiseReport
  const seen = new Set(report.modules.map((module) => module.source))
  const unseen = (await sourceFiles()).filter((file) => !seen.has(file))
  const violations = report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)
  const problems = [...violations, ...unseen.map((file) => `not checked: ${file}`)]
  return { ok: ok && problems.length === 0, output: problems.join('\n') }
}

type CruiseReport = {
  modules: { source: string }[]
  summary: { violations: { rule: { name: string }; from: string; to: string }[] }
}

async function sourceFiles(): Promise<string[]> {
  const listed = await captureText('git', [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    'app',
    'components',
    'lib',
    'e2e',
  ])
  return listed.split('\n').filter((file) => /\.tsx?$/.test(file) && exists(file))
}

function exists(file: string): boolean {
  try {
    return readFileSync(file).length > 0
  } catch {
    return false
  }
}

if (import.meta.main) {
  const { failed } = await runChecks()
  process.exitCode = failed === 0 ? 0 : 1
}
