import { isDay } from '#lib/time/day.ts'
import type { DayPart } from './sentence-day.ts'
import { isAttribute, isBeside, type Part } from './sentence-part.ts'
import { questions } from './sentence-questions.ts'
import { straysIn } from './sentence-stray.ts'

type Found = { days: DayPart[] /** What stands beside the time. */; group: Part[]; all: Part[]; now: Date }

/**
 * The parts that say the day, all of them the same one; none: no day is said. A question where it could be another, for a
 * meeting on the wrong day is worse than none.
 */
export function chooseDay(text: string, { days, group, all, now }: Found): DayPart[] | string {
  const isLoose = (day: DayPart) => day.isName && isAttribute(text, day, all)
  const near = days.filter((day) => group.includes(day))
  const free = days.filter((day) => !isLoose(day))
  const chosen =
    near.length > 0 ? free.filter((day) => near.includes(day) || !isLoose(day)) : free.length > 0 ? free : days
  const [first, ...others] = chosen
  if (!first) return strayQuestion(text, group, all, true) ?? []
  const wrong = chosen.find(({ day }) => !isDay(day))
  if (wrong) return questions.noSuchDay(wrong.day)
  const other = others.find(({ day }) => day !== first.day)
  if (other) return questions.whichOfDays(first.day, other.day, now)
  if (isAbout(text, first)) return questions.whichDay
  return strayQuestion(text, group, all, false) ?? chosen
}

/** `Prep before Friday 16:00` hardly takes place on Friday. */
function isAbout(text: string, { from }: DayPart): boolean {
  return /(?:^|\s)(?:before|after|until|till|by|about|since|of|bis|vor|nach|seit|zu|zum|von)\s*$/i.test(
    text.slice(0, from),
  )
}

/** A week or a month says no day. Beside one, only a word that stands beside the time could change it. */
function strayQuestion(text: string, group: Part[], all: Part[], isDayless: boolean): string | null {
  const strays = straysIn(text).filter(({ kind }) => kind !== 'repeat')
  const isUnread = strays.some((stray) =>
    isDayless
      ? true
      : stray.kind === 'week' && !isAttribute(text, stray, all) && group.some((part) => isBeside(text, part, stray)),
  )
  return isUnread ? questions.whichDay : null
}
