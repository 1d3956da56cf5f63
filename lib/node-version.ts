import { existsSync, readFileSync } from 'node:fs'

/**
 * The first import of every entry point. Foyer brings its own Node, whose time zones and built-ins it is tested with, and
 * npm puts it first. Started directly by an older one that runs TypeScript too, a meeting in Vancouver could be an hour
 * off: that is said at once instead.
 */
const bundled = 'node_modules/node/package.json'
if (existsSync(bundled)) {
  const sentence = whyTooOld(process.versions.node, readVersion(bundled))
  if (sentence !== null) {
    process.stderr.write(`${sentence}\n`)
    process.exit(1)
  }
}

/** null: it is new enough. */
export function whyTooOld(running: string, wanted: string): string | null {
  const [major = 0, minor = 0] = running.split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number)
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return null
  return `This is Node ${running}, and Foyer needs the Node ${wanted} that it brings: start it by npm, with npm start or npm run.`
}

function readVersion(file: string): string {
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
