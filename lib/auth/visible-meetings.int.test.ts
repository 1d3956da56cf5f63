import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { makeEmployee, makeOrganizer, testAccount } from '#lib/testing/company.ts'
import { freshDatabase, type TestDatabase } from '#lib/testing/database.ts'
import type { Actor } from './actor.ts'
import { can, visibleMeetings } from './policy.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await freshDatabase()
})

afterAll(() => database.close())

test('a meeting is in the list exactly when it may be read', async () => {
  const sales = await makeOrganizer('Sam', 'Sales')
  const support = await makeOrganizer('Sue', 'Support')
  const alone = await makeOrganizer('Al')
  const erin = await makeEmployee('Erin')
  for (const organizer of [sales, support, alone]) {
    for (const visibility of ['company', 'group', 'invited'] as const) {
      for (const invited of [[], [erin.personId], [sales.personId]]) {
        const coorganizerKeys = organizer === support && invited.length === 0 ? [BigInt(alone.organizerKey)] : []
        await db().meeting.create({
          data: {
            accountKey: testAccount,
            organizerId: organizer.id,
            subject: `${visibility} of ${organizer.organizerKey}`,
            kind: 'scheduled',
            visibility,
            coorganizerKeys,
            createdAt: new Date(),
            changedAt: new Date(),
            invited: { create: invited.map((personId) => ({ personId })) },
          },
        })
      }
    }
  }
  const actors: Actor[] = [
    erin,
    await makeEmployee('Adam', { isAdministrator: true }),
    await makeEmployee('Mara', { managedGroupIds: [sales.groupId ?? ''] }),
    await makeEmployee('Sam', { personId: sales.personId, organizerIds: [sales.id], groupIds: [sales.groupId ?? ''] }),
    await makeEmployee('Al', {
      personId: alone.personId,
      organizerIds: [alone.id],
      organizerKeys: [String(alone.organizerKey)],
    }),
    { kind: 'token', tokenId: 't', scopes: ['meetings:read'], ...standingOf(erin) },
    { kind: 'system', job: 'sync' },
  ]
  const rows = await db().meeting.findMany({ include: { organizer: true, invited: true } })
  const counts: number[] = []
  for (const actor of actors) {
    const listed = await db().meeting.findMany({ where: visibleMeetings(actor), select: { id: true } })
    const readable = rows.filter(({ visibility, organizerId, organizer, coorganizerKeys, invited }) =>
      can(actor, 'meeting.read', {
        visibility: visibility as 'company' | 'group' | 'invited',
        organizerId,
        groupId: organizer.groupId,
        coorganizerKeys: coorganizerKeys.map(String),
        invitedPersonIds: invited.map(({ personId }) => personId),
      }),
    )
    expect(listed.map(({ id }) => id).sort()).toEqual(readable.map(({ id }) => id).sort())
    counts.push(listed.length)
  }
  // The fixture distinguishes the actors: 9 of everybody's 27, then what each adds.
  expect(rows).toHaveLength(27)
  expect(new Set(counts).size).toBeGreaterThan(3)
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(9)
})

function standingOf({
  personId,
  isAdministrator,
  organizerIds,
  organizerKeys,
  groupIds,
  managedGroupIds,
}: Extract<Actor, { kind: 'user' }>) {
  return { personId, isAdministrator, organizerIds, organizerKeys, groupIds, managedGroupIds }
}
