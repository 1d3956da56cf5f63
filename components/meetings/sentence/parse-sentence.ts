import { addDays, isDay } from '#lib/time/day.ts'
import { dayKey } from '#lib/time/format.ts'
import { instantsOf } from '#lib/time/local.ts'
import { type ClockPart, clocksIn, lengthIn } from './sentence-clock.ts'
import { type DayPart, daysIn } from './sentence-day.ts'
import { isBeside, overlaps, type Part, partOf, without } from './sentence-part.ts'

export type Sentence = { subject: string; startsAt: string; endsAt: string }

const minuteMs = 60_000
const defaultMinutes = 30
const longestNight = 720

/**
 * `Weekly sync tomorrow 10:00 45m` as a meeting. Whatever is not a day, time or length is the subject. null without
 * both a subject and a future time: a sentence that could mean something else creates nothing.
 */
export function parseSentence(text: string, now: Date, zone: string): Sentence | null {
  return fromNow(text, now) ?? onDay(text, now, zone)
}

const ahead =
  /(?:^|\s)in (?:(\d{1,2}(?:[.,]\d)?) ?(?:h|hrs?|hours?)(\d{2})?|(\d{1,3}) ?(?:m|mins?|minutes?))(?=\s|,|$)/i

/** `in 2h`, counted from now and rounded up to five minutes. What follows it is the length. */
function fromNow(text: string, now: Date): Sentence | null {
  const match = ahead.exec(text)
  if (!match) return null
  const [, hours, more, only] = match
  const minutes = hours ? Number(hours.replace(',', '.')) * 60 + Number(more ?? 0) : Number(only)
  const step = 5 * minuteMs
  const start = Math.ceil((now.getTime() + minutes * minuteMs) / step) * step
  return sentence(text, [partOf(match)], start, null)
}

function onDay(text: string, now: Date, zone: string): Sentence | null {
  const today = dayKey(now, zone)
  const named = daysIn(text, today)
  const days = named.filter(({ day }) => isDay(day))
  // `31.2. 10:00` must not become today.
  if (named.length > 0 && days.length === 0) return null
  const clock = chooseClock(text, days)
  const minutes = clock && lastsFor(clock)
  // `14:00-13:00` must not become a meeting until the next day.
  if (!clock || minutes === 'unlikely') return null
  const day = chooseDay(text, days, clock)
  const soonest = instantsOf(day?.day ?? today, timeText(clock.start), zone)[0]
  const isPassed = soonest !== undefined && Date.parse(soonest) <= now.getTime()
  // Without a day, or on a weekday that is today, a past time means the next one.
  const step = day === null ? 1 : day.day === today ? (day.step ?? 0) : 0
  const start = isPassed ? instantsOf(addDays(day?.day ?? today, step), timeText(clock.start), zone)[0] : soonest
  if (start === undefined || Date.parse(start) <= now.getTime()) return null
  return sentence(text, [clock, ...(day ? [day] : [])], Date.parse(start), minutes)
}

/** A bare number is a time only if nothing clearer is there and it follows a day or `at`: `Q4 review tomorrow 10`. */
function chooseClock(text: string, days: DayPart[]): ClockPart | null {
  const all = clocksIn(text)
  const isByDay = (clock: ClockPart) => days.some((day) => isBeside(text, day, clock))
  const follows = (clock: ClockPart) => days.some((day) => day.to <= clock.from && isBeside(text, day, clock))
  const clear = all.filter((clock) => clock.isClear)
  if (clear.length > 0) return clear.findLast(isByDay) ?? clear.at(-1) ?? null
  return all.findLast((clock) => follows(clock) || clock.saysAt || (clock.end !== null && isByDay(clock))) ?? null
}

/** An end before the start is on the next day, unless it is more likely a typo. */
function lastsFor({ start, end }: ClockPart): number | 'unlikely' | null {
  if (end === null) return null
  if (end > start) return end - start
  const overnight = end - start + 1_440
  return overnight <= longestNight ? overnight : 'unlikely'
}

/** The one beside the time, else the last one. */
function chooseDay(text: string, days: DayPart[], clock: ClockPart): DayPart | null {
  const free = days.filter((day) => !overlaps(day, clock))
  return free.find((day) => isBeside(text, day, clock)) ?? free.at(-1) ?? null
}

/** `minutes` null: the rest of the sentence may give a length. */
function sentence(text: string, parts: Part[], start: number, minutes: number | null): Sentence | null {
  const rest = without(text, parts)
  const length = minutes === null ? lengthIn(rest) : null
  const subject = length ? without(rest, [length]) : rest
  if (!subject) return null
  const lasts = minutes ?? length?.minutes ?? defaultMinutes
  return {
    subject,
    startsAt: new Date(start).toISOString(),
    endsAt: new Date(start + lasts * minuteMs).toISOString(),
  }
}

function timeText(minute: number): string {
  return new Date(minute * minuteMs).toISOString().slice(11, 16)
}
