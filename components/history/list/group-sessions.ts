import { dayTitle } from '#components/meetings/list/group-by-day.ts'
import type { SessionSummary } from '#lib/history/schema.ts'
import { dayKey } from '#lib/time/format.ts'

export type SessionDay = { key: string; title: string; sessions: SessionSummary[] }

/** Every session once, under the local day on which it began; the order stays. */
export function groupSessions(sessions: readonly SessionSummary[], now: Date, zone: string): SessionDay[] {
  const days = new Map<string, SessionDay>()
  // Two pages may overlap when the list moved between them.
  for (const session of new Map(sessions.map((session) => [session.id, session])).values()) {
    const key = dayKey(session.startedAt, zone)
    const day = days.get(key) ?? { key, title: dayTitle(session.startedAt, now, zone), sessions: [] }
    days.set(key, day)
    day.sessions.push(session)
  }
  return [...days.values()]
}
