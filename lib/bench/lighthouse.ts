import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '#lib/cli/run.ts'
import { median } from './median.ts'

/** Not a dependency: 176 MB that only this command needs. npm keeps it in its own cache. */
const lighthouse = 'lighthouse@13.5.0'

/** Scores from 0 to 1, times in milliseconds. */
export type Scores = {
  performance: number
  accessibility: number
  bestPractices: number
  largestPaintMs: number
  blockingMs: number
  shift: number
}

type Report = {
  categories: Record<string, { score: number | null }>
  audits: Record<string, { numericValue?: number }>
}

/** What Lighthouse makes of an address in a browser that listens on `browserPort`: the median of `rounds`. */
export async function scoresOf(
  url: string,
  options: { browserPort: number; device: 'desktop' | 'mobile'; rounds: number },
): Promise<Scores> {
  const reports: Report[] = []
  for (let round = 0; round < options.rounds; round += 1) reports.push(await runPatiently(url, options))
  const score = (category: string) => median(reports.map(({ categories }) => categories[category]?.score ?? 0))
  const value = (audit: string) => median(reports.map(({ audits }) => audits[audit]?.numericValue ?? Number.NaN))
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    largestPaintMs: value('largest-contentful-paint'),
    blockingMs: value('total-blocking-time'),
    shift: value('cumulative-layout-shift'),
  }
}

/** On a busy machine Lighthouse sometimes misses the beginning of its own recording, and says so. */
async function runPatiently(url: string, options: { browserPort: number; device: string }): Promise<Report> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await runOnce(url, options)
    } catch (error) {
      if (attempt === 3) throw error
    }
}

async function runOnce(url: string, options: { browserPort: number; device: string }): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-lighthouse-'))
  const file = join(folder, 'report.json')
  try {
    const { ok, output } = await run('npm', [
      'exec',
      '--yes',
      `--package=${lighthouse}`,
      '--',
      'lighthouse',
      url,
      `--port=${options.browserPort}`,
      ...(options.device === 'desktop' ? ['--preset=desktop'] : []),
      '--only-categories=performance,accessibility,best-practices',
      // The session's cookie stays.
      '--disable-storage-reset',
      '--output=json',
      `--output-path=${file}`,
      '--quiet',
    ])
    if (!ok) throw new Error(`Lighthouse could not look at ${url}:\n${output}`)
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
