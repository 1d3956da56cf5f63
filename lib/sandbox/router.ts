import { type GotoCallName, gotoBases, gotoCalls } from '#lib/goto/contract/calls.ts'
import type { ServedApi } from './handlers/types.ts'

export type Match = { name: GotoCallName<ServedApi>; path: Record<string, string> }

type Route = { name: GotoCallName<ServedApi>; method: string; pattern: RegExp }

const routes: Route[] = Object.entries(gotoCalls).flatMap(([name, { api, method, path }]) => {
  if (api === 'oauth') return []
  const pattern = new RegExp(`^${gotoBases[api]}${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}/?$`)
  return [{ name: name as GotoCallName<ServedApi>, method, pattern }]
})

/** The contract call an address stands for; `other-method` if it exists only for another method. */
export function findRoute(method: string, pathname: string): Match | 'other-method' | null {
  const found = routes.filter(({ pattern }) => pattern.test(pathname))
  const route = found.find((candidate) => candidate.method === method)
  if (!route) return found.length > 0 ? 'other-method' : null
  return { name: route.name, path: { ...route.pattern.exec(pathname)?.groups } }
}

/** Which API an address belongs to, even if it is none of its calls. */
export function apiOf(pathname: string): ServedApi | null {
  if (pathname.startsWith(`${gotoBases.meetings}/`)) return 'meetings'
  if (pathname.startsWith(`${gotoBases.admin}/`)) return 'admin'
  return pathname.startsWith(`${gotoBases.identity}/`) ? 'identity' : null
}
