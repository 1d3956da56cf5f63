import { addDays } from '#lib/time/day.ts'
import { dayKey } from '#lib/time/format.ts'
import { wrongTime } from '#lib/time/local.ts'
import type { ClockPart } from '#lib/time/words/sentence-clock.ts'
import type { DayPart } from '#lib/time/words/sentence-day.ts'
import { offsetMs } from '#lib/time/zone.ts'
import type { NamedZone } from '#lib/time/zone-shorts.ts'
import type { Here } from './here.ts'
import { type Half, shiftInto } from './sentence-half.ts'
import { notes, questions } from './sentence-questions.ts'
import { instantsIn } from './sentence-zone.ts'

type Said = {
  clock: ClockPart
  day: DayPart | null
  half: Half | null
  zone: (NamedZone & { said: string }) | null
  here: Here
}
type Times = { startsAt: number; endsAt: number | null; saidIn: string | null; notes: string[] }

const minuteMs = 60_000
const dayMinutes = 1_440
const longestNight = 720

/** The instants a time means on its day, or what is to be asked about them. */
export function instantsOfSentence({ clock, day, half, zone, here }: Said): Times | string {
  const range = rangeOf(clock, day, half, here)
  if (typeof range === 'string') return range
  const there = zone ?? { zone: here.zone, offset: null, said: '' }
  const today = dayKey(here.now, here.zone)
  const first = day?.day ?? dayKey(here.now, there.zone)
  const now = here.now.getTime()
  const soonest = instantOf(first, range.start, there)
  if (typeof soonest === 'string') return soonest
  const isPassed = soonest.at <= now
  // Without a day, or on a weekday that is today, a past time means the next one.
  const step = day === null ? 1 : day.day === today ? (day.step ?? 0) : 0
  if (isPassed && step === 0)
    return first < today ? questions.dayIsPast(first, here.now) : questions.timeIsPast(range.start)
  const onDay = isPassed ? addDays(first, step) : first
  const start = isPassed ? instantOf(onDay, range.start, there) : soonest
  if (typeof start === 'string') return start
  const end = range.end === null ? null : instantOf(onDay, range.end, there)
  if (typeof end === 'string') return end
  if (start.at <= now) return questions.timeIsPast(range.start)
  if (end && end.at <= start.at) return questions.endsFirst(range.start, range.end ?? 0)
  const isElsewhere = offsetMs(start.at, there.zone) !== offsetMs(start.at, here.zone)
  return {
    startsAt: start.at,
    endsAt: end?.at ?? null,
    saidIn: isElsewhere ? there.zone : null,
    notes: [
      ...(isPassed && !clock.isMidnight ? [notes.nextInstead(range.start)] : []),
      ...(start.isTwice || end?.isTwice ? [notes.shownTwice] : []),
    ],
  }
}

/** Minutes of the day, the end after the start: one on the next day counts on. */
function rangeOf(
  { start, end, isVague, isVagueByHabit, isMidnight }: ClockPart,
  day: DayPart | null,
  half: Half | null,
  here: Here,
): { start: number; end: number | null } | string {
  if (isMidnight && day) return questions.whichMidnight(day.day, here.now)
  const isOpen = isVague || (isVagueByHabit && here.hasHalfDays)
  if (half === null && isOpen) return questions.morningOrAfternoon(start)
  const shift = half === null ? 0 : shiftInto(half, start, !isVague && !isVagueByHabit && start < 60)
  if (shift === null) return questions.notThatHalf(start, half ?? '')
  const later = end === null ? null : end + (end <= start || end + shift <= dayMinutes ? shift : 0)
  // An end before the start is on the next day, unless it is more likely a typo.
  const after = later === null || later > start + shift ? later : later + dayMinutes
  const isTypo = after !== null && end !== null && after > dayMinutes && after - start - shift > longestNight
  return isTypo ? questions.endsFirst(start, end) : { start: start + shift, end: after }
}

/** `minute` may be beyond the day's end. Of two instants the first, of none a question. */
function instantOf(
  day: string,
  minute: number,
  zone: NamedZone & { said: string },
): { at: number; isTwice: boolean } | string {
  const onDay = addDays(day, Math.floor(minute / dayMinutes))
  const time = new Date((minute % dayMinutes) * minuteMs).toISOString().slice(11, 16)
  const found = instantsIn(zone, onDay, time)
  const [first] = found
  if (first !== undefined) return { at: Date.parse(first), isTwice: found.length > 1 }
  return (
    wrongTime({ day: onDay, time }, zone.zone) ??
    (zone.offset === null ? questions.whichDay : questions.zoneNotThen(zone.said))
  )
}
