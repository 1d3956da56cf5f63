import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import './no-generated-code.ts'

/**
 * The first import of every entry point. Foyer bundles its own Node, whose time zones and built-ins it is tested with,
 * and npm puts it first on the path. Started directly by an older Node that also runs TypeScript, a meeting in
 * Vancouver could be an hour off: this says so instead.
 */
const bundled = join(import.meta.dirname, '../node_modules/node/package.json')
if (existsSync(bundled)) {
  const sentence = whyTooOld(process.versions.node, readVersion(bundled))
  if (sentence !== null) {
    process.stderr.write(`${sentence}\n`)
    process.exit(1)
  }
}

/** null: new enough. */
export function whyTooOld(running: string, wanted: string): string | null {
  const [major = 0, minor = 0] = running.split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number)
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return null
  return `This is Node ${running}, but Foyer needs its bundled Node ${wanted}: start it through npm, with npm start or npm run.`
}

function readVersion(file: string): string {
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
