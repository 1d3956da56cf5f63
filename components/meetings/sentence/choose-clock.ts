import { type ClockPart, clocksIn } from '#lib/time/words/sentence-clock.ts'
import type { DayPart } from '#lib/time/words/sentence-day.ts'
import { isAttribute, isBeside, overlaps, type Part } from '#lib/time/words/sentence-part.ts'
import { halvesIn } from './sentence-half.ts'

/** The time a sentence means; null: none; two: it says two that nothing tells apart, or one that can be read in two ways. */
export function chooseClock(text: string, days: DayPart[]): ClockPart | [ClockPart, ClockPart] | null {
  const chosen = chosenClock(text, days)
  if (chosen === null || Array.isArray(chosen)) return chosen
  const twin = clocksIn(text).find(({ from, start }) => from === chosen.from && start !== chosen.start)
  if (twin) return [twin, chosen]
  const counts =
    chosen.orElse !== null && isAttribute(text, chosen, days) && !/^ [A-Z]{2,5}\b/.test(text.slice(chosen.to))
  return counts ? [chosen, { ...chosen, start: chosen.orElse ?? 0 }] : chosen
}

/** `tomorrow 9 30`: what stands after a time and was read as nothing may be its minutes. */
export function cutShort(text: string, clock: ClockPart, all: Part[]): string | null {
  const next = /^(?: |[,;])(?:\d{1,2}(?: ?[ap]m)?|fifteen|thirty|dreißig|forty-five)(?=[\s,;)]|\.?$)/i.exec(
    text.slice(clock.to),
  )
  if (!next || clock.end !== null || text.slice(clock.from, clock.to).includes(':')) return null
  const part = { from: clock.to, to: clock.to + next[0].length }
  const isRead = all.some((one) => one !== clock && overlaps(one, part))
  return isRead || isAttribute(text, part, all) ? null : text.slice(clock.from, part.to)
}

function chosenClock(text: string, days: DayPart[]): ClockPart | [ClockPart, ClockPart] | null {
  const all = clocksIn(text).filter((clock) => clock.isClear || !days.some((day) => overlaps(day, clock)))
  const clear = all.filter((clock) => clock.isClear)
  const [first, ...others] = clear
  const other = first && others.find(({ start, end }) => start !== first.start || end !== first.end)
  if (first) return other ? [first, other] : first
  const halves = halvesIn(text).filter((half) => days.some((day) => day.to <= half.from && isBeside(text, day, half)))
  const near = [...days, ...halves]
  const isByDay = (clock: ClockPart) => near.some((part) => isBeside(text, part, clock))
  const named = all.filter(({ kind }) => kind === 'word')
  const free = (clock: ClockPart) => isByDay(clock) || !isAttribute(text, clock, days)
  return named.findLast(isByDay) ?? named.findLast(free) ?? all.findLast((clock) => isMeant(text, clock, near)) ?? null
}

/** A bare number is a time only after a day or `at`: `Q4 review tomorrow 10`. Of `at 3 options` it is none. */
function isMeant(text: string, clock: ClockPart, days: Part[]): boolean {
  const { kind, saysAt, start, end } = clock
  const isByDay = days.some((day) => isBeside(text, day, clock))
  const follows = days.some((day) => day.to <= clock.from && isBeside(text, day, clock))
  const stands = saysAt && (isByDay || !isAttribute(text, clock, days))
  if (kind === 'hours') {
    // `8h` is a length, `19h` isn't, and `8h30` on a day is when it starts.
    const evening = 780
    const morning = 420
    return start >= morning && (isByDay || stands || start >= evening || start % 60 > 0)
  }
  return stands || follows || (end !== null && isByDay)
}
