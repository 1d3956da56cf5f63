import { db } from '#lib/db/client.ts'
import type { PastSession } from '#lib/history/schema.ts'
import { rangeOfPeople } from '#lib/history/sentences.ts'
import { viewSittings } from '#lib/history/session/view-sittings.ts'
import { attendeesOf, peopleOf, type SummaryRow, sessionParts, sittingOf } from '#lib/record/sessions/session-rows.ts'

/** By session id: the whole meetings of those that are one of several sittings. Few are, so their stays may be read. */
export async function findWholes(rows: readonly SummaryRow[]): Promise<Map<string, PastSession['whole']>> {
  const occurrenceIds = rows.flatMap((row) => (sittingOf(row) ? (row.occurrenceId ?? []) : []))
  if (occurrenceIds.length === 0) return new Map()
  const found = await db().session.findMany({
    where: { occurrenceId: { in: occurrenceIds } },
    include: sessionParts,
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
  })
  const meetings = Map.groupBy(found, ({ occurrenceId, organizerId }) => `${occurrenceId} ${organizerId}`)
  return new Map(
    [...meetings.values()].flatMap(([first, ...others]) => {
      if (!first || others.length === 0) return []
      const attendees = attendeesOf([first, ...others])
      const { startedAt, endedAt, people } = viewSittings([first, ...others], peopleOf(attendees))
      const fewestPeople = attendees.length === 0 ? null : rangeOfPeople(attendees).fewestPeople
      return [first, ...others].map(({ id }) => [id, { startedAt, endedAt, people, fewestPeople }] as const)
    }),
  )
}
