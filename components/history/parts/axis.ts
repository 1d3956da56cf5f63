import type { Session } from '#lib/history/schema.ts'
import { dayKey, formatDay, formatTime, timeKey, zoneLabel } from '#lib/time/format.ts'

/** Milliseconds since 1970. */
export type Axis = { from: number; to: number }

export type Tick = {
  /** Share of the axis, 0 to 1. */
  position: number
  /** `10:15` */
  time: string
  /** `Wednesday 25 November` on the first tick of a later local day. */
  day: string | null
  /** `CET` on the first tick after the clocks changed. */
  zone: string | null
}

const minuteMs = 60_000
const stepMinutes = [1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 720, 1440]
/** A plan further away than this would squeeze what happened into a corner. */
const planReachMs = 60 * minuteMs

/** From the first event to the last, including the planned times when they are near. */
export function axisOf(session: Pick<Session, AxisFacts>): Axis {
  const { startedAt, endedAt, attendees, plannedStartsAt, plannedEndsAt } = session
  const happened = [startedAt, endedAt, ...attendees.flatMap(({ firstJoin, lastLeave }) => [firstJoin, lastLeave])]
  const instants = happened.flatMap((text) => (text === null ? [] : Date.parse(text)))
  const from = Math.min(...instants)
  const to = Math.max(...instants)
  const plans = [plannedStartsAt, plannedEndsAt].flatMap((text) => (text === null ? [] : [Date.parse(text)]))
  const near = plans.filter((at) => at > from - planReachMs && at < to + planReachMs)
  return { from: Math.min(from, ...near), to: Math.max(to, from + minuteMs, ...near) }
}

type AxisFacts = 'startedAt' | 'endedAt' | 'attendees' | 'plannedStartsAt' | 'plannedEndsAt'

/** Where an instant lies on the axis, 0 to 1; instants outside are clamped to the ends. */
export function positionOf(instant: string | number, { from, to }: Axis): number {
  const at = typeof instant === 'number' ? instant : Date.parse(instant)
  return Math.min(1, Math.max(0, (at - from) / (to - from)))
}

/**
 * At most `most` round local times. They are chosen by wall clock, so that they stay round in half-hour zones and on
 * the night of a clock change, when an hour is missing or comes twice.
 */
export function axisTicks(axis: Axis, zone: string, most = 8): Tick[] {
  const { from, to } = axis
  const fits = stepMinutes.find((step) => (to - from) / (step * minuteMs) <= most)
  const step = fits ?? 1440
  const grain = (step % 15 === 0 ? 15 : step % 5 === 0 ? 5 : 1) * minuteMs
  const round: number[] = []
  for (let at = Math.ceil(from / grain) * grain; at <= to; at += grain)
    if (minuteOfDay(at, zone) % step === 0) round.push(at)
  const thinned = round.filter((_, index) => index % Math.ceil(round.length / (most + 1) || 1) === 0)
  return thinned.map((at, index) => {
    const before = new Date(thinned[index - 1] ?? from)
    const here = new Date(at)
    const isNewDay = dayKey(before, zone) !== dayKey(here, zone)
    const isNewZone = zoneLabel(before, zone) !== zoneLabel(here, zone)
    return {
      position: positionOf(at, axis),
      time: formatTime(here, zone),
      day: isNewDay ? formatDay(here, zone, here) : null,
      zone: isNewZone ? zoneLabel(here, zone) : null,
    }
  })
}

function minuteOfDay(at: number, zone: string): number {
  const [hours = 0, minutes = 0] = timeKey(new Date(at), zone).split(':').map(Number)
  return hours * 60 + minutes
}
