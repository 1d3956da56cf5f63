import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SystemActor } from '#lib/auth/actor.ts'
import { db, inTransaction } from '#lib/db/client.ts'
import { setGotoFetch } from '#lib/goto/transport.ts'
import { writeSetting } from '#lib/settings/write-setting.ts'
import { type UnreadPortal, unreadPortal } from '#lib/testing/portal.ts'
import { listGroups } from './list-groups.ts'
import { listOrganizers } from './list-organizers.ts'
import { readOrganizers } from './read-organizers.ts'

const worker: SystemActor = { kind: 'system', job: 'test' }
let portal: UnreadPortal

beforeEach(async () => {
  portal = await unreadPortal()
})
afterEach(() => portal.close())

test('every organizer is known with their group, as the person who signs in', async () => {
  await portal.lender('adam@example.com')
  const olivia = await portal.connected('olivia@example.com')
  const erin = await portal.employee('erin@example.com')
  expect(await readOrganizers(worker)).toMatchObject({ outcome: 'done', added: 4 })
  const { items } = await listOrganizers(erin)
  expect(items).toHaveLength(4)
  expect(items.find((organizer) => organizer.email === 'olivia@example.com')).toMatchObject({
    personId: olivia.personId,
    name: 'Olivia Marsh',
    group: { name: 'People' },
  })
  expect((await listGroups(erin)).items.map((group) => group.name)).toContain('Sales')
  const again = await portal.connected('olivia@example.com')
  expect(again.organizerIds).toHaveLength(1)
})

test('reading the same company again writes nothing', async () => {
  await portal.lender('adam@example.com')
  await readOrganizers(worker)
  const before = await db().$queryRaw`SELECT id, xmin::text FROM organizer ORDER BY id`
  expect(await readOrganizers(worker)).toMatchObject({ added: 0, changed: 0, removed: 0 })
  expect(await db().$queryRaw`SELECT id, xmin::text FROM organizer ORDER BY id`).toEqual(before)
})

test('an organizer deleted at GoTo goes, with what they planned, at the second list without them', async () => {
  await portal.lender('adam@example.com')
  await readOrganizers(worker)
  const { id } = await db().organizer.findFirstOrThrow({ where: { email: 'olivia@example.com' } })
  const room = { accountKey: '1', organizerId: id, subject: 'Room', kind: 'room' }
  await db().meeting.create({ data: { ...room, createdAt: portal.sandbox.now(), changedAt: portal.sandbox.now() } })
  withoutInList('olivia@example.com')
  expect(await readOrganizers(worker)).toMatchObject({ removed: 0 })
  expect(await readOrganizers(worker)).toMatchObject({ removed: 1 })
  expect(await db().meeting.findFirst()).toMatchObject({ goneBecause: expect.stringContaining('organizer') })
  setGotoFetch((request) => portal.sandbox.fetch(request))
  expect(await readOrganizers(worker)).toMatchObject({ changed: 1 })
  expect(await db().organizer.findFirst({ where: { id } })).toMatchObject({ goneAt: null })
})

test('an organizer whose row cannot be read stays, and another who is missing leaves all the same', async () => {
  await portal.lender('adam@example.com')
  await readOrganizers(worker)
  withoutInList('mara@example.com', (row) =>
    row.includes('olivia@example.com') ? row.replace(/"groupId":\d+/, '"groupId":"People"') : row,
  )
  expect(await readOrganizers(worker)).toMatchObject({ removed: 0 })
  expect(await readOrganizers(worker)).toMatchObject({ removed: 1 })
  expect(await db().organizer.findMany({ where: { goneAt: { not: null } } })).toMatchObject([
    { email: 'mara@example.com' },
  ])
})

test('from any mixture of good and odd rows exactly the good organizers and groups are stored, and nobody leaves', async () => {
  await portal.lender('adam@example.com')
  await readOrganizers(worker)
  const stored = async () => {
    const organizers = await db().organizer.findMany({ where: { goneAt: null } })
    const groups = await db().group.findMany({ where: { goneAt: null } })
    return new Map([
      ...organizers.map(({ organizerKey, name }) => [String(organizerKey), name] as const),
      ...groups.map(({ groupKey, name }) => [String(groupKey), name] as const),
    ])
  }
  let round = 0
  const fate = fc.constantFrom('good', 'good', 'oddly good', 'odd', 'nameless', 'huge', 'nothing')
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fate), async (fates) => {
      round += 1
      portal.pass(1)
      const expected = await stored()
      const changed = (row: GotoRow, nth: number) => {
        const key = String(row.organizerKey ?? row.groupkey)
        const name = `${key} in round ${round}`
        // A list of which nothing can be read is refused.
        const now = nth === 0 ? 'good' : fates.next().value
        if (now === 'good' || now === 'oddly good') expected.set(key, name)
        return oddRow(row, name, now)
      }
      setGotoFetch(async (request) => {
        const answer = await portal.sandbox.fetch(request)
        if (!/\/(?:organizers|groups)$/.test(new URL(request.url).pathname)) return answer
        const text = (await answer.text()).replace(/:(\d{16,})/g, ':"$1"')
        return Response.json((JSON.parse(text) as GotoRow[]).map(changed))
      })
      expect(await readOrganizers(worker)).toMatchObject({ outcome: 'done', removed: 0 })
      expect(await stored()).toEqual(expected)
    }),
    { numRuns: 12 },
  )
})

type GotoRow = Record<string, unknown>
type Fate = 'good' | 'oddly good' | 'odd' | 'nameless' | 'huge' | 'nothing'

/** No int8 holds this. */
const huge = '99999999999999999999'

/** Of an organizer or of a group. */
function oddRow(row: GotoRow, name: string, fate: Fate): unknown {
  const named = 'organizerKey' in row ? { ...row, firstName: name, lastName: '' } : { ...row, groupName: name }
  switch (fate) {
    case 'good':
      return named
    case 'odd':
      return { ...named, ...('organizerKey' in row ? { groupId: 'x' } : { groupName: [] }) }
    case 'oddly good':
      return { ...named, email: 7, products: 'G2M', maxNumAttendeesAllowed: 'N/A', numOrganizers: {}, parentKey: 'N/A' }
    case 'huge':
      return { ...named, ...('organizerKey' in row ? { organizerKey: huge } : { groupkey: huge }) }
    case 'nameless':
      return { ...named, ...('organizerKey' in row ? { organizerKey: 'x' } : { groupkey: null }) }
    case 'nothing':
      return null
  }
}

test.each(['suspended', 'deleted'])('the room of an organizer who is %s at GoTo is no longer live', async (fate) => {
  await portal.lender('adam@example.com')
  await readOrganizers(worker)
  const { id, accountKey } = await db().organizer.findFirstOrThrow({ where: { email: 'olivia@example.com' } })
  const at = portal.sandbox.now()
  const room = { accountKey, gotoMeetingId: 123_456_789n }
  await db().meeting.create({
    data: { ...room, organizerId: id, subject: 'Room', kind: 'room', createdAt: at, changedAt: at },
  })
  await db().roomStatus.create({ data: { ...room, isActive: true, activeSince: at, readAt: at } })
  portal.pass(1)
  if (fate === 'deleted') withoutInList('olivia@example.com')
  else suspendedInList('olivia@example.com')
  await readOrganizers(worker)
  await readOrganizers(worker)
  expect(await db().roomStatus.findFirst()).toMatchObject({ isActive: false, endedAt: portal.sandbox.now() })
})

/** Makes GoTo list one as suspended. */
function suspendedInList(email: string): void {
  setGotoFetch(async (request) => {
    const answer = await portal.sandbox.fetch(request)
    if (!new URL(request.url).pathname.endsWith('/organizers')) return answer
    const rows = (await answer.text()).split(/(?<=\}),(?=\{)/)
    return new Response(
      rows.map((row) => (row.includes(email) ? row.replace('"active"', '"suspended"') : row)).join(','),
    )
  })
}

/** GoTo lists everybody but one, and perhaps somebody in an odd way. */
function withoutInList(email: string, oddly = (row: string) => row): void {
  setGotoFetch(async (request) => {
    const answer = await portal.sandbox.fetch(request)
    if (!new URL(request.url).pathname.endsWith('/organizers')) return answer
    const rows = (await answer.text()).slice(1, -1).split(/(?<=\}),(?=\{)/)
    return new Response(
      `[${rows
        .filter((row) => !row.includes(email))
        .map(oddly)
        .join(',')}]`,
    )
  })
}

test('a failed answer leaves everybody as they were, and the run says so', async () => {
  await portal.lender('adam@example.com')
  await readOrganizers(worker)
  portal.sandbox.fault('listOrganizers', 'html')
  await expect(readOrganizers(worker)).rejects.toMatchObject({ code: 'upstream_rejected' })
  expect(await db().organizer.count({ where: { goneAt: null } })).toBe(4)
  expect(await db().readRun.findFirst({ orderBy: { id: 'desc' } })).toMatchObject({ outcome: 'upstream_rejected' })
})

test('a reader that was paused and resumed cannot overwrite what its successor read', async () => {
  await portal.lender('adam@example.com')
  let answerOld = () => {}
  const held = new Promise<void>((resolve) => {
    answerOld = resolve
  })
  let isHeld = true
  setGotoFetch(async (request) => {
    const answer = await portal.sandbox.fetch(request)
    if (!isHeld || !new URL(request.url).pathname.endsWith('/organizers')) return answer
    isHeld = false
    const text = (await answer.text()).replace('"Olivia"', '"Old"')
    await held
    return new Response(text)
  })
  const old = readOrganizers(worker)
  await vi.waitFor(() => expect(isHeld).toBe(false))
  portal.pass(1)
  expect(await readOrganizers(worker)).toMatchObject({ outcome: 'done', added: 4 })
  answerOld()
  expect(await old).toMatchObject({ outcome: 'superseded', changed: 0 })
  expect(await db().organizer.findFirst({ where: { email: 'olivia@example.com' } })).toMatchObject({
    name: 'Olivia Marsh',
  })
})

test('only a job may read the company', async () => {
  const adam = await portal.lender('adam@example.com')
  await expect(readOrganizers(adam)).rejects.toMatchObject({ code: 'forbidden' })
})

test('with no grant at all, nothing is read and nothing is removed', async () => {
  expect(await readOrganizers(worker)).toMatchObject({ outcome: 'not_connected' })
  await inTransaction((tx) => writeSetting(tx, 'goto.account', '200000000000002211', null))
  expect(await readOrganizers(worker)).toMatchObject({ outcome: 'not_connected' })
})
