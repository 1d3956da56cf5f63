import type { ClockPart } from '#lib/time/words/sentence-clock.ts'
import type { DayPart } from '#lib/time/words/sentence-day.ts'
import { isBeside, type Part } from '#lib/time/words/sentence-part.ts'
import { type Half, type HalfPart, halfOf, halvesIn } from './sentence-half.ts'
import { questions } from './sentence-questions.ts'

type Found = { clock: ClockPart; days: DayPart[]; group: Part[] }

/** The part of the day a sentence says, beside its time or right after its day: `tomorrow evening at 7`. */
export function chooseHalf(
  text: string,
  { clock, days, group }: Found,
): { half: Half | null; parts: HalfPart[] } | string {
  const follows = (half: HalfPart) => days.some((day) => day.to <= half.from && isBeside(text, day, half))
  const isNear = (half: HalfPart) => group.some((part) => part.from === half.from && part.to === half.to)
  const parts = halvesIn(text).filter((half) => follows(half) || (half.isWhole && isNear(half)))
  const own = days.map((day) => halfOf(text.slice(day.from, day.to)))
  const [half = null, ...others] = [...own, ...parts.map((part) => part.half)].filter((one) => one !== null)
  const isSplit = others.some((other) => other !== half)
  return isSplit ? questions.notThatHalf(clock.start, others[0] ?? '') : { half, parts }
}
