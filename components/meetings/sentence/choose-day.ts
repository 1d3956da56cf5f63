import { isDay } from '#lib/time/day.ts'
import type { DayPart } from '#lib/time/words/sentence-day.ts'
import { isAttribute, isBeside, overlaps, type Part } from '#lib/time/words/sentence-part.ts'
import { isMovedDay } from './moved-day.ts'
import { questions } from './sentence-questions.ts'
import { type StrayPart, straysIn } from './sentence-stray.ts'

/** `group`: what stands beside the time. */
type Found = { days: DayPart[]; group: Part[]; all: Part[]; now: Date }

/**
 * The parts that say the day, all of them the same one; none: no day is said. A question where it could be another, for a
 * meeting on the wrong day is worse than none.
 */
export function chooseDay(text: string, { days, group, all, now }: Found): DayPart[] | string {
  const near = days.filter((day) => group.includes(day))
  const free = days.filter((day) => !(day.isName && isAttribute(text, day, all)))
  const chosen = near.length > 0 ? near : free.length > 0 ? free : days
  const [first, ...others] = days.filter((day) => chosen.includes(day) || free.includes(day))
  if (!first) return straysIn(text).some((stray) => couldBeDay(text, stray, all)) ? questions.whichDay : []
  const wrong = [first, ...others].find(({ day }) => !isDay(day))
  if (wrong) return questions.noSuchDay(wrong.day)
  const other = others.find(({ day }) => day !== first.day)
  if (other) return questions.whichOfDays(first.day, other.day, now)
  const isMoved =
    chosen.some((day) => isMovedDay(text, day) || isCounted(text, day, all)) ||
    straysIn(text).some((stray) => moves(text, stray, group, all))
  return isMoved ? questions.whichDay : chosen
}

/** `Fri 4-12`: numbers after a weekday are its date, which Foyer could not read. */
function isCounted(text: string, day: DayPart, all: Part[]): boolean {
  const numbers = straysIn(text).filter(({ kind }) => kind === 'date' || kind === 'number')
  const unread = numbers.filter((one) => one.from >= day.to && !all.some((part) => overlaps(part, one)))
  return day.step === 7 && unread.some((one) => isBeside(text, day, one))
}

/** Where no day is said, nearly anything may be meant as one. */
function couldBeDay(text: string, stray: StrayPart, all: Part[]): boolean {
  if (stray.kind === 'repeat' || all.some((part) => overlaps(part, stray))) return false
  const isNumber = stray.kind === 'number' || stray.kind === 'span'
  return !isNumber || !isAttribute(text, stray, all)
}

/** `Tuesday 12:00 next week`: what stands beside the time may move the day that is said. */
function moves(text: string, stray: StrayPart, group: Part[], all: Part[]): boolean {
  const isSpan = stray.kind === 'week' || stray.kind === 'span'
  const isOpen = isSpan && !group.some((part) => overlaps(part, stray)) && !isAttribute(text, stray, all)
  return isOpen && group.some((part) => isBeside(text, part, stray))
}
