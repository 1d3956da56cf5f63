import type { Attendance } from '../seed/attendance.ts'
import type { OrganizerRecord } from '../state.ts'
import type { Meeting, World } from '../world.ts'

/** The element of a list answer. */
export type Row<T> = T extends readonly (infer R)[] ? R : never

/** People, not rows: somebody who came back counts once (our reading; not documented). */
export function headcount(rows: Attendance[]): number {
  return new Set(rows.map(({ name, email }) => `${name}|${email}`)).size
}

export function person({ firstName, lastName, email }: OrganizerRecord) {
  return { firstName, lastName, email }
}

export function organizerOf(world: World, key: string): OrganizerRecord {
  const organizer = world.organizers.find(key)
  if (!organizer) throw new Error(`A meeting belongs to the unknown organizer ${key}.`)
  return organizer
}

export function status(world: World, meeting: Meeting): 'ACTIVE' | 'INACTIVE' {
  return world.activeSession(meeting.id) ? 'ACTIVE' : 'INACTIVE'
}

/** Whole seconds, as the vendor's samples have them. */
export function time(at: number): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z')
}

/** Whole minutes, rounded down (our reading). */
export function minutes(from: number, until: number | null): number {
  return Math.max(0, Math.floor(((until ?? from) - from) / 60_000))
}
