import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '#lib/env.ts'

/** The documents the build made without data, by path. @throws Error with what to do when there is no build. */
export function prerenderedDocuments(): Map<string, string> {
  const build = env().buildDir
  const manifest = join(build, 'prerender-manifest.json')
  if (!existsSync(manifest)) throw new Error(`There is no build in ${build}. Run "npm run build" first.`)
  const { routes } = JSON.parse(readFileSync(manifest, 'utf8')) as { routes: Record<string, unknown> }
  const documents = new Map<string, string>()
  for (const path of Object.keys(routes)) {
    const file = join(build, 'server', 'app', `${path === '/' ? 'index' : path}.html`)
    if (existsSync(file)) documents.set(path, readFileSync(file, 'utf8'))
  }
  return documents
}

/** Files that every page uses, also those that strangers see. */
export function publicFiles(): ReadonlySet<string> {
  return new Set(readdirSync('public').map((name) => `/${name}`))
}
