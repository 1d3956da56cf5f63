import type { PastSession } from '#lib/history/schema.ts'
import { dayKey } from '#lib/time/format.ts'
import { dayTitle } from '#lib/time/from-now.ts'

export type SessionDay = { key: string; title: string; sessions: PastSession[] }

/** Lists every session once, under the local day it started; the order stays. */
export function groupSessions(sessions: readonly PastSession[], now: Date, zone: string): SessionDay[] {
  const days = new Map<string, SessionDay>()
  // Pages may overlap if the list moved between two requests.
  for (const session of new Map(sessions.map((session) => [session.id, session])).values()) {
    const key = dayKey(session.startedAt, zone)
    const day = days.get(key) ?? { key, title: dayTitle(session.startedAt, now, zone), sessions: [] }
    days.set(key, day)
    day.sessions.push(session)
  }
  return [...days.values()]
}
