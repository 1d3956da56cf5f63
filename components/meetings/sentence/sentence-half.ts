import { type Part, partOf, words } from '#lib/time/words/sentence-part.ts'

/** A part of the day: `tomorrow morning`, `heute Abend`. */
export type HalfPart = Part & {
  half: Half
  /** It stands by itself (`in the morning`); the others follow a day. */
  isWhole: boolean
}

export type Half = 'morning' | 'midday' | 'afternoon' | 'evening'

const patterns: [RegExp, Half, boolean][] = [
  [words('in the morning|morgens|vormittags|am morgen|am vormittag'), 'morning', true],
  [words('in the afternoon|nachmittags|am nachmittag'), 'afternoon', true],
  [words('in the evening|at night|abends|am abend'), 'evening', true],
  [words('morning|morgen|früh|vormittag'), 'morning', false],
  [words('mittag'), 'midday', false],
  [words('afternoon|nachmittag'), 'afternoon', false],
  [words('evening|night|abend'), 'evening', false],
]

export function halvesIn(text: string): HalfPart[] {
  return patterns.flatMap(([pattern, half, isWhole]) =>
    [...text.matchAll(pattern)].map((match) => ({ ...partOf(match), half, isWhole })),
  )
}

/** The part of the day that a day's own words say: `tonight`, `Freitagabend`. */
export function halfOf(dayWords: string): Half | null {
  // `Sonnabend` is Saturday.
  if (/tonight|evening|\B(?<!sonn)abend/i.test(dayWords)) return 'evening'
  if (/afternoon|nachmittag/i.test(dayWords)) return 'afternoon'
  if (/this morning|(?:tag|woch|abend)morgen|vormittag/i.test(dayWords)) return 'morning'
  return /\Bmittag/i.test(dayWords) ? 'midday' : null
}

/** How many minutes later a time is meant, in that part of the day; null: it isn't in it. `saysAll`: it names its own half. */
export function shiftInto(half: Half, start: number, saysAll: boolean): number | null {
  const hour = start / 60
  const isIn = {
    morning: hour < 13,
    midday: hour >= 11 && hour < 15,
    afternoon: hour >= 12 && hour < 19,
    evening: hour >= 16,
  }
  if (isIn[half]) return 0
  const later = hour + 12
  const couldBe = {
    morning: false,
    midday: later < 15,
    afternoon: later >= 13 && later < 19,
    evening: later >= 16 && later < 24,
  }
  return !saysAll && hour < 12 && couldBe[half] ? 720 : null
}
