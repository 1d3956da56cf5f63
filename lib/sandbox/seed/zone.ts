const dayMs = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()
const instants = new Map<string, number>()

/** Days since 1970 of the calendar date on clocks in the zone. */
export function localDay(at: number, zone: string): number {
  return Math.floor((at + offsetAt(at, zone)) / dayMs)
}

/** 0 is Sunday. */
export function weekday(day: number): number {
  return (day + 4) % 7
}

/** The instant at which clocks in the zone show that many minutes after midnight on that day. */
export function localInstant(day: number, minutes: number, zone: string): number {
  const key = `${zone}|${day}|${minutes}`
  const known = instants.get(key)
  if (known !== undefined) return known
  const wall = day * dayMs + minutes * 60_000
  const guess = wall - offsetAt(wall, zone)
  const instant = wall - offsetAt(guess, zone)
  if (instants.size > 100_000) instants.clear()
  instants.set(key, instant)
  return instant
}

function offsetAt(at: number, zone: string): number {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    formats.set(zone, format)
  }
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT'
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})/.exec(name) ?? []
  return sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000 : 0
}
