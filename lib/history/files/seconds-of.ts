import type { SessionAttendee } from '#lib/history/schema.ts'

/** Of a stay; null: not both of its ends are known. */
export function secondsOf({ joinedAt, leftAt }: SessionAttendee['intervals'][number]): number | null {
  return joinedAt === null || leftAt === null ? null : (Date.parse(leftAt) - Date.parse(joinedAt)) / 1000
}
