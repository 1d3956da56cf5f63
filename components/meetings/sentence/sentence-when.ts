import { isDay } from '#lib/time/day.ts'
import { dayKey } from '#lib/time/format.ts'
import type { ClockPart } from '#lib/time/words/sentence-clock.ts'
import { type DayPart, daysIn } from '#lib/time/words/sentence-day.ts'
import { isAttribute, isBeside, overlaps, type Part, without, words } from '#lib/time/words/sentence-part.ts'
import { chooseClock, cutShort } from './choose-clock.ts'
import { chooseDay } from './choose-day.ts'
import { chooseHalf } from './choose-half.ts'
import { chooseZone } from './choose-zone.ts'
import type { Here } from './here.ts'
import { halvesIn } from './sentence-half.ts'
import { instantsOfSentence } from './sentence-instant.ts'
import { aheadIn, type LengthPart, lengthsIn } from './sentence-length.ts'
import { questions } from './sentence-questions.ts'
import { type RepeatPart, repeatsIn } from './sentence-repeat.ts'
import { straysIn } from './sentence-stray.ts'
import { zonesIn } from './sentence-zone.ts'

/** When a sentence says a meeting is, and the parts of it that say so. */
export type When = {
  parts: Part[]
  startsAt: number
  /** null: only the start is said. */
  endsAt: number | null
  /** The zone it was said in, if the clocks there show another time. */
  saidIn: string | null
  isRepeated: boolean
  notes: string[]
}

/** A question stands for a sentence that is about a time, but not surely about one. null: it is about none. */
export function whenIn(text: string, here: Here): When | string | null {
  const today = dayKey(here.now, here.zone)
  const repeats = repeatsIn(text, today)
  const named = daysIn(text, today, here.order).filter((day) => !repeats.some((one) => overlaps(one, day)))
  const days = [...named, ...repeats.flatMap(({ day }) => day ?? [])].toSorted((a, b) => a.from - b.from)
  const clock = chooseClock(text, days)
  const ahead = aheadIn(text)
  if (ahead) return fromNow(text, here.now, ahead, days, clock !== null)
  if (clock === null) return withoutClock(text, days, repeats)
  if (Array.isArray(clock)) return questions.whichTime(clock[0].start, clock[1].start)
  if (notItsStart.test(text.slice(0, clock.from))) return questions.whatStart
  return atClock(text, { clock, days, repeats, here })
}

/** `Report due by 10:00` says an end, or none at all. */
const notItsStart = /(?:^|\s)(?:before|after|until|till|by|except|bis|vor|nach|außer)\s*$/i

type Found = { clock: ClockPart; days: DayPart[]; repeats: RepeatPart[]; here: Here }

function atClock(text: string, { clock, days, repeats, here }: Found): When | string {
  const zones = zonesIn(text, clock).filter((zone) => !days.some((day) => overlaps(day, zone)))
  const all = [clock, ...days, ...repeats, ...zones, ...halvesIn(text), ...lengthsIn(text)]
  const cut = cutShort(text, clock, all)
  if (cut) return questions.notATime(cut)
  const isName = (part: Part) => [...days, ...repeats].some((one) => one.from === part.from && one.isName)
  const group = beside(
    text,
    clock,
    all.filter((part) => !(isName(part) && isAttribute(text, part, all))),
  )

  const chosen = chooseDay(text, { days, group, all, now: here.now })
  if (typeof chosen === 'string') return chosen
  const isDayRead = chosen.length > 0
  const zone = chooseZone(text, { zones, group, clock, all, isDayRead, here })
  if (typeof zone === 'string') return zone
  const half = chooseHalf(text, { clock, days: chosen, group })
  if (typeof half === 'string') return half
  const times = instantsOfSentence({ clock, day: chosen[0] ?? null, half: half.half, zone: zone?.zone ?? null, here })
  if (typeof times === 'string') return times

  const said = repeats.filter((one) => !one.isName || !isAttribute(text, one, all))
  const parts = [clock, ...chosen, ...half.parts, ...(zone?.parts ?? []), ...said]
  const isUnread = straysIn(text).some(
    (stray) =>
      stray.kind === 'repeat' &&
      !parts.some((part) => part.from <= stray.from && part.to >= stray.to) &&
      !(isDayRead && isAttribute(text, stray, all)),
  )
  return isUnread ? questions.howOften : { ...times, parts, isRepeated: repeats.length > 0 }
}

/** The parts that stand beside a time, or beside one that does. */
function beside(text: string, clock: Part, all: Part[]): Part[] {
  let group: Part[] = [clock]
  for (;;) {
    const joined = all.filter((part) => !group.includes(part) && group.some((one) => isBeside(text, one, part)))
    if (joined.length === 0) return group
    group = [...group, ...joined]
  }
}

/** `in 2h`, counted from now and rounded up to five minutes. What follows it is the length. */
function fromNow(text: string, now: Date, ahead: LengthPart, days: DayPart[], saysTime: boolean): When | string {
  if (saysTime || days.some((day) => !day.isName || !isAttribute(text, day, [ahead]))) return questions.whenTwice
  const step = 5 * 60_000
  const startsAt = Math.ceil((now.getTime() + ahead.minutes * 60_000) / step) * step
  return { parts: [ahead], startsAt, endsAt: null, saidIn: null, isRepeated: false, notes: [] }
}

/** A time that no clock shows: `25:00`, `13pm`. */
const noTime = words('\\d{1,2}:\\d{2}|\\d{1,2} ?[ap]m', 'i')

function withoutClock(text: string, days: DayPart[], repeats: RepeatPart[]): string | null {
  const wrong = noTime.exec(text)?.[0]
  if (wrong) return questions.notATime(wrong)
  const said = [...days, ...repeats].filter((part) => !part.isName || !isAttribute(text, part, days))
  const noDay = days.find(({ day }) => !isDay(day))
  if (noDay) return questions.noSuchDay(noDay.day)
  // `tomorrow` alone is a search.
  return said.length > 0 && /[\p{L}\p{N}\p{Co}]/u.test(without(text, said)) ? questions.whatTime : null
}
