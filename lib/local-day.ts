const dayMs = 86_400_000

/** The first instant of a local day (`2026-11-24`), also where a clock change leaves it without a midnight. */
export function startOfDay(day: string, zone: string): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`)
  const offsets = [asUtc - dayMs, asUtc + dayMs].map((around) => offsetMs(new Date(around), zone))
  const candidates = offsets.map((offset) => new Date(asUtc - offset)).sort((a, b) => a.getTime() - b.getTime())
  const isOnDay = (at: Date) => new Date(at.getTime() + offsetMs(at, zone)).toISOString().startsWith(day)
  return candidates.find(isOnDay) ?? new Date(asUtc)
}

export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10)
}

/** How far a zone is ahead of UTC at an instant. */
export function offsetMs(at: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at)
  const text = parts.find((part) => part.type === 'timeZoneName')?.value ?? ''
  const [, sign, hours, minutes, seconds] = /([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(text) ?? []
  const size = (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) * 1000
  return sign === '-' ? -size : size
}
