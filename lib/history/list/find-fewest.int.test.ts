import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { rangeOfPeople } from '#lib/history/sentences.ts'
import { attendeesOf, sessionParts, summaryParts } from '#lib/record/sessions/session-rows.ts'
import { makeOrganizer } from '#lib/testing/company.ts'
import { freshDatabase, type TestDatabase } from '#lib/testing/database.ts'
import { findFewest } from './find-fewest.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

let nth = 0
const at = (minute: number) => new Date(Date.parse('2026-11-24T09:00:00Z') + minute * 60_000)

/** A session of these stays: a name, and from which minute to which. */
async function held(organizer: Awaited<ReturnType<typeof makeOrganizer>>, stays: [string, number, number][]) {
  nth += 1
  const { id } = await db().session.create({
    data: {
      accountKey: organizer.accountKey,
      organizerId: organizer.id,
      gotoMeetingId: BigInt(100_000_000 + nth),
      subject: 'Held',
      kind: 'room',
      startedAt: at(0),
      endedAt: at(60),
      readAt: at(70),
      attendeesReadAt: at(70),
      people: stays.length,
    },
  })
  await db().attendance.createMany({
    data: stays.map(([typedName, from, to], index) => ({
      sessionId: id,
      typedName,
      joinedAt: at(from),
      leftAt: at(to),
      nth: index,
    })),
  })
  return id
}

test('a list knows how few a session’s people may be exactly where its report says a range', async () => {
  const organizer = await makeOrganizer('Olivia')
  const ids = [
    await held(organizer, [
      ['Call-in User', 0, 10],
      ['call-in  USER', 20, 30],
      ['Ada Poe', 0, 60],
    ]),
    await held(organizer, [
      ['iPhone', 0, 30],
      ['iPhone', 10, 60],
    ]),
    await held(organizer, [
      ['', 0, 10],
      ['', 20, 30],
    ]),
    await held(organizer, [
      ['Ada Poe', 0, 10],
      ['Ada Poe', 20, 30],
    ]),
  ]
  const found = await findFewest(await db().session.findMany({ include: summaryParts }))
  const reports = await db().session.findMany({ include: sessionParts })
  for (const report of reports) {
    const { people, fewestPeople } = rangeOfPeople(attendeesOf([report]))
    expect(found.get(report.id) ?? people, String(ids.indexOf(report.id))).toBe(fewestPeople)
  }
  expect(ids.map((id) => found.get(id))).toEqual([2, 2, 1, undefined])
})
