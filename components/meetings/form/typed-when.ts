import { clocksIn } from '#components/meetings/sentence/sentence-clock.ts'
import { daysIn } from '#components/meetings/sentence/sentence-day.ts'
import { isMonthFirst } from '#lib/time/reader.ts'

/** What the sentence of the palette reads, alone in a field: `noon`, `halb 3`. */
export function sentenceTime(text: string): string | null {
  const [only] = clocksIn(text)
  if (!only || only.end !== null || !isWhole(only, text)) return null
  return new Date((only.start % 1_440) * 60_000).toISOString().slice(11, 16)
}

/** The same for days: `tomorrow`, `next Friday`. */
export function sentenceDay(text: string, today: string): string | null {
  const [only] = daysIn(text, today, isMonthFirst() ? 'month first' : 'day first')
  return only && isWhole(only, text) ? only.day : null
}

function isWhole({ from, to }: { from: number; to: number }, text: string): boolean {
  return from === 0 && to === text.length
}
