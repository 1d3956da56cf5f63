import { isDay } from '#lib/time/day.ts'
import type { DayPart } from '#lib/time/words/sentence-day.ts'
import { isAttribute, isBeside, overlaps, type Part } from '#lib/time/words/sentence-part.ts'
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
    chosen.some((day) => isAbout(text, day)) || straysIn(text).some((stray) => moves(text, stray, group, all))
  return isMoved ? questions.whichDay : chosen
}

/** `Prep before Friday 16:00` hardly takes place on Friday, and of `second Friday` Foyer knows nothing. */
function isAbout(text: string, { from }: DayPart): boolean {
  return about.test(text.slice(0, from))
}

const about =
  /(?:^|\s)(?:before|after|until|till|by|about|since|of|not|to|from|starting|except|ab|außer|bis|vor|nach|seit|zu|zum|von|nicht|first|second|third|fourth|\d(?:st|nd|rd|th)|(?:erst|zweit|dritt|viert)e[nr]?)\s*$/i

/** Where no day is said, nearly anything may be meant as one. */
function couldBeDay(text: string, stray: StrayPart, all: Part[]): boolean {
  if (stray.kind === 'repeat') return false
  const isNumber = stray.kind === 'number' || stray.kind === 'span'
  return !isNumber || !isAttribute(text, stray, all)
}

/** `Tuesday 12:00 next week`: what stands beside the time may move the day that is said. */
function moves(text: string, stray: StrayPart, group: Part[], all: Part[]): boolean {
  const isSpan = stray.kind === 'week' || stray.kind === 'span'
  const isOpen = isSpan && !group.some((part) => overlaps(part, stray)) && !isAttribute(text, stray, all)
  return isOpen && group.some((part) => isBeside(text, part, stray))
}
