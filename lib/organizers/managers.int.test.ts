import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { readActor } from '#lib/auth/session.ts'
import { db } from '#lib/db/client.ts'
import { getMe } from '#lib/people/get-me.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { listGroups } from './list-groups.ts'
import { listManagers } from './list-managers.ts'
import { listOrganizers } from './list-organizers.ts'
import { saveManagers } from './save-managers.ts'

const unknown = '01920000-0000-7000-8000-000000000000'
let portal: TestPortal
let adam: UserActor
let erin: UserActor
let sales: string

beforeEach(async () => {
  portal = await testPortal()
  adam = portal.adam
  erin = await portal.employee('erin@example.com')
  sales = (await db().group.findFirstOrThrow({ where: { name: 'Sales' } })).id
})
afterEach(() => portal.close())

const managed = async (who: UserActor) => {
  const actor = await readActor(portal.request(who, '/api/me'))
  return actor && 'managedGroupIds' in actor ? actor.managedGroupIds : null
}

test('an open browser manages the group as soon as its person is added, and no longer once removed', async () => {
  expect(await managed(erin)).toEqual([])
  const { items } = await saveManagers(adam, sales, { personIds: [erin.personId, erin.personId] })
  expect(items).toEqual([{ personId: erin.personId, name: 'Erin', email: 'erin@example.com' }])
  expect(await managed(erin)).toEqual([sales])
  const me = await readActor(portal.request(erin, '/api/me'))
  expect(me && (await getMe(me))).toMatchObject({ roles: ['employee', 'manager'], managedGroupIds: [sales] })
  await saveManagers(adam, sales, { personIds: [] })
  expect(await managed(erin)).toEqual([])
  expect((await listManagers(adam, sales)).items).toEqual([])
})

test('each organizer and group says whether their past may be viewed', async () => {
  const readable = async (who: UserActor) => {
    const actor = await readActor(portal.request(who, '/api/me'))
    if (!actor) throw new Error('The session no longer exists.')
    const [organizers, groups] = [await listOrganizers(actor), await listGroups(actor)]
    return {
      everybody: organizers.items.every(({ can }) => can.history),
      of: [...new Set(organizers.items.filter(({ can }) => can.history).map(({ group, name }) => group?.name ?? name))],
      groups: groups.items.filter(({ can }) => can.history).map(({ name }) => name),
      mayChoose: (await getMe(actor)).abilities.includes('history.choose'),
    }
  }
  expect(await readable(erin)).toEqual({ everybody: false, of: [], groups: [], mayChoose: false })
  await saveManagers(adam, sales, { personIds: [erin.personId] })
  expect(await readable(erin)).toEqual({ everybody: false, of: ['Sales'], groups: ['Sales'], mayChoose: true })
  const olivia = await portal.connected('olivia@example.com')
  expect(await readable(olivia)).toMatchObject({ everybody: false, groups: [], mayChoose: false })
  const own = (await listOrganizers(olivia)).items.filter(({ can }) => can.history)
  expect(own.map(({ personId }) => personId)).toEqual([olivia.personId])
  expect(await readable(adam)).toMatchObject({ everybody: true, mayChoose: true })
})

test('who is added and removed is in the audit log, and saving the same again is not', async () => {
  await saveManagers(adam, sales, { personIds: [erin.personId] })
  await saveManagers(adam, sales, { personIds: [erin.personId] })
  await saveManagers(adam, sales, { personIds: [adam.personId] })
  const entries = await db().auditEntry.findMany({ where: { action: 'managers.change' }, orderBy: { id: 'asc' } })
  expect(entries.map(({ actorId, subjectId, details }) => [actorId, subjectId, details])).toEqual([
    [adam.personId, sales, { added: [erin.personId], removed: [] }],
    [adam.personId, sales, { added: [adam.personId], removed: [erin.personId] }],
  ])
})

test('an unknown person or a missing group changes nothing and says so', async () => {
  await saveManagers(adam, sales, { personIds: [erin.personId] })
  await expect(saveManagers(adam, sales, { personIds: [unknown] })).rejects.toMatchObject({
    code: 'invalid',
    fields: { personIds: expect.stringContaining('no longer exists') },
  })
  expect((await listManagers(adam, sales)).items).toHaveLength(1)
  await expect(saveManagers(adam, unknown, { personIds: [] })).rejects.toMatchObject({ code: 'not_found' })
  await expect(listManagers(adam, unknown)).rejects.toMatchObject({ code: 'not_found' })
})

test('only an administrator sees and sets who manages a group', async () => {
  await expect(listManagers(erin, sales)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(saveManagers(erin, sales, { personIds: [erin.personId] })).rejects.toMatchObject({ code: 'forbidden' })
})
