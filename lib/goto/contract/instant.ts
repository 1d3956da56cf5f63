const iso =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d*))?)?)?\s*(?:Z|UTC|([+-])(\d{2}):?(\d{2}))?$/i
const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?$/

/**
 * A time in any form GoTo has sent (goto-api.md 4) as an ISO string in UTC, or `null` when it is not a time:
 * `2015-02-17T00:10:33.+0000`, the specified `…Z`, unpadded parts, no zone (UTC), `06/14/2012 11:14:43`, epoch numbers.
 */
export function toInstant(value: string | number): string | null {
  if (typeof value === 'number') return fromEpoch(value)
  const trimmed = value.trim()
  if (/^\d{9,13}$/.test(trimmed)) return fromEpoch(Number(trimmed))
  const parts = iso.exec(trimmed)
  if (parts) {
    const [, year, month, day, hour, minute, second, fraction, sign, offsetHours, offsetMinutes] = parts
    const local = fromParts(year, month, day, hour, minute, second)
    if (local === null) return null
    const milliseconds = Number((fraction ?? '').slice(0, 3).padEnd(3, '0'))
    const offset = sign ? Number(`${sign}1`) * (Number(offsetHours) * 60 + Number(offsetMinutes)) : 0
    return new Date(local + milliseconds - offset * 60_000).toISOString()
  }
  const us = american.exec(trimmed)
  if (!us) return null
  const local = fromParts(us[3], us[1], us[2], us[4], us[5], us[6])
  return local === null ? null : new Date(local).toISOString()
}

/**
 * The unit is not documented. A number below 1e11 can only be seconds until the year 5138, a larger one only
 * milliseconds since 1973.
 */
function fromEpoch(value: number): string | null {
  if (!Number.isSafeInteger(value) || value <= 0 || value > 8.64e15) return null
  return new Date(value < 1e11 ? value * 1000 : value).toISOString()
}

function fromParts(...parts: (string | undefined)[]): number | null {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map((part) => Number(part ?? 0))
  const time = Date.UTC(year, month - 1, day, hour, minute, second)
  const date = new Date(time)
  // Date.UTC turns 30 February into 1 March: a date that does not come back unchanged does not exist.
  const isReal =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60
  return isReal ? time : null
}
