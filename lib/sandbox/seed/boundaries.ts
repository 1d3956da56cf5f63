import type { Random } from './random.ts'

export type Boundary = { minutes: number; isOffice: boolean }

/** Where a lane's workday is divided: shifts at night, meetings of usual lengths from morning to late afternoon. */
export function workdayBoundaries(random: Random): Boundary[] {
  const opens = random.pick([8 * 60, 8 * 60 + 30, 9 * 60])
  const closes = random.pick([17 * 60, 17 * 60 + 30, 18 * 60])
  const office: Boundary[] = []
  for (let minutes = opens; minutes < closes; minutes += random.pick([30, 30, 45, 60, 60, 60, 90])) {
    office.push({ minutes, isOffice: true })
  }
  return [...shifts(0, opens, random), ...office, ...shifts(closes, 24 * 60, random)]
}

export function restDayBoundaries(random: Random): Boundary[] {
  return shifts(0, 24 * 60, random)
}

/** One person's own meetings on a day: one in the morning, often one after lunch and one later. */
export function officeBoundaries(random: Random): { minutes: number; length: number }[] {
  const starts = [random.pick([9, 10, 10.5, 11])]
  if (random.chance(0.8)) starts.push(random.pick([13, 13.5, 14]))
  if (random.chance(0.5)) starts.push(random.pick([15, 15.5, 16]))
  return starts.map((hours) => ({ minutes: hours * 60, length: random.pick([30, 45, 60]) }))
}

/** No shorter than 90 minutes, so that a late start never swallows the next one. */
function shifts(from: number, until: number, random: Random): Boundary[] {
  const cuts: Boundary[] = []
  for (let minutes = from; minutes < until; ) {
    cuts.push({ minutes, isOffice: false })
    const next = minutes + random.pick([120, 150, 180, 210, 240])
    minutes = until - next < 90 ? until : next
  }
  return cuts
}
