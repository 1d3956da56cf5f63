import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { childVariables, env } from '#lib/env.ts'
import type { House } from './run-house.ts'

/** Builds the pages unless the build folder holds a build of exactly these sources. */
export async function ensureBuild(house: Pick<House, 'say' | 'onStop'>): Promise<void> {
  const { buildDir } = env()
  const mark = join(buildDir, 'foyer-sources')
  const wanted = hashOfSources()
  const isBuilt = () => existsSync(mark) && readFileSync(mark, 'utf8') === wanted
  if (isBuilt()) return
  house.say('Building the pages, once for these sources (half a minute or so) …')
  // An interrupted build leaves a mixture, which must not pass for the previous build.
  rmSync(mark, { force: true })
  while (!(await build(house))) {
    await delay(1_000)
    if (isBuilt()) return
  }
  writeFileSync(mark, wanted)
  house.say('Built.')
}

/** False when another build is running in the same folder. @throws Error with the build's output when it fails. */
async function build(house: Pick<House, 'onStop'>): Promise<boolean> {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const child = spawn(process.execPath, [next, 'build'], {
    env: childVariables({ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const end = () => child.kill('SIGTERM')
  house.onStop({ stop: async () => void end(), force: end })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
    })
  }
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code === 0) return true
  if (/Another .*next build.* is already running/.test(output)) return false
  throw new Error(`${output.trim()}\nThe pages could not be built.`)
}

/** Everything a page may be built from. Not tsconfig.json: Next writes to it while building. */
const folders = ['app', 'components', 'lib', 'public']
const files = ['prisma/schema.prisma', 'next.config.js', 'postcss.config.mjs', 'package.json', 'package-lock.json']

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const file of [...folders.flatMap(filesBelow), ...files].filter((path) => existsSync(path))) {
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(join('lib', 'db', 'generated')))
    .sort()
}
