import { AppError, databaseError } from '#lib/errors.ts'
import { sentences } from './sentences.ts'

type State = { isDatabaseUsable: () => boolean; isOverloaded: () => boolean }

/** What no request is answered for, whoever asks: documents are shed like calls of the API. null: it may go on. */
export function refusalOfAll(path: string, { isDatabaseUsable, isOverloaded }: State): AppError | null {
  // Files of the build cost nothing, and a page that is open already needs them.
  if (path.startsWith('/_next/static/')) return null
  if (!isDatabaseUsable() && path !== '/api/livez') return databaseError('away')
  return isOverloaded() && !isProbe(path) ? overloaded() : null
}

/** A load balancer has to be told how the process is, however it is. */
export function isProbe(path: string): boolean {
  return path === '/api/livez' || path === '/api/readyz'
}

function overloaded(): AppError {
  return new AppError('upstream_unavailable', sentences.overloaded, { retryAfterSeconds: 2 })
}
