import { refuse } from '../refusals.ts'
import type { CallContext } from './types.ts'

const pattern = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/i

/**
 * A request's time in any form clients are known to send: with milliseconds, unpadded, with an offset, or without a
 * zone, meaning UTC (goto-api.md 4).
 */
export function readTime(text: string): number | null {
  // In an address "+" means a space, and clients forget to encode it.
  const parts = pattern.exec(text.trim().replace(' ', '+'))
  if (!parts) return null
  const [, year, month, day, hour = '0', minute = '0', second = '0', zone = 'Z'] = parts
  const pad = (value = '') => value.padStart(2, '0')
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase()
  const wall = `${year}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}:${pad(second)}`
  const at = Date.parse(`${wall}${offset}`)
  // Date.parse reads 30 February as 1 March.
  const isReal = !Number.isNaN(at) && new Date(Date.parse(`${wall}Z`)).toISOString().startsWith(wall)
  return isReal ? at : null
}

/**
 * Both ends are required, and equal ones are fine (goto-api.md 5.6). No limit on length: the specifications state none,
 * and today's clients ask for 260 days. An end before the start is refused, which is our assumption.
 */
export function readRange({ query }: CallContext): { from: number; to: number } {
  const from = readBound(query, 'startDate')
  const to = readBound(query, 'endDate')
  if (from === null || to === null) throw refuse(400, 'invalid', 'startDate and endDate are required')
  if (to < from) throw refuse(400, 'invalid', 'endDate must not be before startDate')
  return { from, to }
}

/** The one call whose dates are optional (goto-api.md 7): a missing one does not limit. */
export function readOptionalRange({ query }: CallContext): { from: number; to: number } {
  const from = readBound(query, 'startDate') ?? 0
  const to = readBound(query, 'endDate') ?? Number.MAX_SAFE_INTEGER
  if (to < from) throw refuse(400, 'invalid', 'endDate must not be before startDate')
  return { from, to }
}

function readBound(query: URLSearchParams, name: string): number | null {
  const text = query.get(name)
  if (text === null || text === '') return null
  const at = readTime(text)
  if (at === null) throw refuse(400, 'invalid', `${name} is not an ISO 8601 date-time`)
  return at
}
