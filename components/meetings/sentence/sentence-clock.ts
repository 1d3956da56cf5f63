import { type Part, partOf } from './sentence-part.ts'

/** Minutes of the day; `end` null: only a start is given. `isClear`: nothing but a time is written like this. */
export type ClockPart = Part & { start: number; end: number | null; isClear: boolean; saysAt: boolean }
export type LengthPart = Part & { minutes: number }

const time = '(\\d{1,2})(?:([:.])(\\d{2}))?(?: ?([ap]m))?'
const clocks = new RegExp(
  `(?:^|\\s)(at |@ ?|from )?${time}(?:(?: ?[-–—] ?| to | until )${time})?(?= |,|;|$)(?! ?(?:h|hrs?|hours?|m|mins?|minutes?)\\b)`,
  'gi',
)
const lengths =
  /(?:^|\s)(?:for )?(?:(\d{1,2}(?:[.,]\d)?) ?(?:h|hrs?|hours?)(?: ?(\d{1,2}) ?(?:m|mins?|minutes?)?)?|(\d{1,3}) ?(?:m|mins?|minutes?))(?= |,|;|$)/gi

/** Every time of day a sentence could mean, alone or `from–to`, in order. */
export function clocksIn(text: string): ClockPart[] {
  return [...text.matchAll(clocks)].flatMap((match) => {
    const read = readClock(match)
    return read ? [{ ...partOf(match), ...read }] : []
  })
}

/** The last length in a sentence: `45m`, `1h30`, `1.5 hours`. */
export function lengthIn(text: string): LengthPart | null {
  const match = [...text.matchAll(lengths)].at(-1)
  if (!match) return null
  const [, hours, more, only] = match
  const minutes = hours ? Math.round(Number(hours.replace(',', '.')) * 60) + Number(more ?? 0) : Number(only)
  return minutes >= 1 && minutes <= 1_440 ? { ...partOf(match), minutes } : null
}

function readClock(match: RegExpMatchArray): Omit<ClockPart, keyof Part> | null {
  const [, at, hour, mark, minute, half, endHour, endMark, endMinute, endHalf] = match
  const isClear = [mark, endMark].includes(':') || Boolean(half ?? endHalf)
  const saysAt = at !== undefined
  if (endHour === undefined) {
    const start = minuteOfDay(hour, minute, half)
    return start === null ? null : { start, end: null, isClear, saysAt }
  }
  // `2–3pm` is in the afternoon, `11–1pm` starts before noon; `9pm–6am` says both.
  const end = minuteOfDay(endHour, endMinute, endHalf ?? half)
  const start = minuteOfDay(hour, minute, half ?? endHalf)
  if (start === null || end === null) return null
  const isTurned = end <= start && Boolean(half) !== Boolean(endHalf)
  const range = isTurned ? { start: half ? start : start - noon, end: half ? end + noon : end } : { start, end }
  const isBackwards = range.end <= range.start
  return (isBackwards && !isClear) || range.start < 0 ? null : { ...range, isClear, saysAt }
}

const noon = 720

function minuteOfDay(hour: string | undefined, minute: string | undefined, half: string | undefined): number | null {
  const [hours, minutes] = [Number(hour), Number(minute ?? 0)]
  if (minutes > 59 || hours > 23 || (half && (hours < 1 || hours > 12))) return null
  if (!half) return hours * 60 + minutes
  return (hours % 12) * 60 + minutes + (half.toLowerCase() === 'pm' ? noon : 0)
}
