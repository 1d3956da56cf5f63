import { describe, expect, test } from 'vitest'
import { people, testSandbox } from './test-calls.ts'

const { olivia, mara, adam } = people
const request = { organizerEmail: 'new@example.com', firstName: 'New', lastName: 'Person', productType: 'g2m' }

describe('organizers', () => {
  test('all, or one by e-mail in any case, or 404', async () => {
    const { call, send } = testSandbox()
    expect(await call(adam, 'listOrganizers')).toHaveLength(4)
    const found = await call(adam, 'listOrganizers', { query: { email: 'OLIVIA@example.com' } })
    expect(found).toMatchObject([{ email: olivia, groupName: 'People', status: 'active', products: ['G2M'] }])
    expect((await send(adam, 'listOrganizers', { query: { email: 'erin@example.com' } })).status).toBe(404)
  })

  test('a new one exists at once, in a group or not, and can get a token', async () => {
    const { call, sandbox } = testSandbox()
    const created = await call(adam, 'createOrganizer', { body: request })
    const inGroup = await call(adam, 'createOrganizerInGroup', {
      path: { groupKey: '1203400' },
      body: { ...request, organizerEmail: 'second@example.com', productType: 'G2W' },
    })
    const { organizerKey } = created
    expect(await call(adam, 'getOrganizer', { path: { organizerKey } })).toMatchObject({ groupName: null })
    expect(await call(adam, 'getOrganizer', { path: { organizerKey: inGroup.organizerKey } })).toMatchObject({
      groupName: 'Sales',
      products: ['G2W', 'G2M'],
    })
    expect(sandbox.tokenFor('new@example.com').principal).toBe('new@example.com')
  })

  test.each([
    ['no e-mail', { organizerEmail: undefined }],
    ['an e-mail that is not one', { organizerEmail: 'new' }],
    ['no first name', { firstName: undefined }],
    ['no last name', { lastName: '' }],
    ['no product', { productType: undefined }],
    ['an unknown product', { productType: 'G2X' }],
  ])('%s is refused with 400', async (_, change) => {
    const { send } = testSandbox()
    const body = { ...request, ...change }
    expect((await send(adam, 'createOrganizer', { body })).status).toBe(400)
    expect((await send(adam, 'createOrganizerInGroup', { path: { groupKey: '1203400' }, body })).status).toBe(400)
  })

  test('an e-mail that is taken is a conflict', async () => {
    const { send } = testSandbox()
    const body = { ...request, organizerEmail: mara }
    expect((await send(adam, 'createOrganizer', { body })).status).toBe(409)
  })

  test('suspending removes the products, a product reactivates', async () => {
    const { call, send } = testSandbox()
    const { organizerKey } = await call(olivia, 'getIdentityMe')
    const path = { organizerKey }
    const status = async () => {
      const { status, products } = await call(adam, 'getOrganizer', { path })
      return { status, products }
    }
    await call(adam, 'updateOrganizer', { path, body: { status: 'suspended' } })
    expect(await status()).toEqual({ status: 'suspended', products: [] })
    expect((await send(olivia, 'listUpcomingMeetings')).status).toBe(403)
    await call(adam, 'updateOrganizer', { path, body: { productType: 'G2T' } })
    expect(await status()).toEqual({ status: 'active', products: ['G2T', 'G2M'] })
    expect((await send(olivia, 'listUpcomingMeetings')).status).toBe(200)
    expect((await send(adam, 'updateOrganizer', { path, body: { status: 'retired' } })).status).toBe(400)
    expect((await send(adam, 'updateOrganizer', { path, body: {} })).status).toBe(400)
    expect((await send(adam, 'updateOrganizer', { path: { organizerKey: '1' }, body: {} })).status).toBe(404)
  })

  test('a deleted one is gone, and its token with it', async () => {
    const { call, send } = testSandbox()
    const { organizerKey } = await call(olivia, 'getIdentityMe')
    expect((await send(adam, 'deleteOrganizer', { path: { organizerKey } })).status).toBe(204)
    expect((await send(adam, 'deleteOrganizer', { path: { organizerKey } })).status).toBe(404)
    expect((await send(adam, 'getOrganizer', { path: { organizerKey } })).status).toBe(404)
    expect((await send(olivia, 'listUpcomingMeetings')).json).toMatchObject({ int_err_code: 'InvalidToken' })
    expect((await send(adam, 'deleteOrganizerByEmail', { query: { email: mara } })).status).toBe(204)
    expect((await send(adam, 'deleteOrganizerByEmail', { query: { email: mara } })).status).toBe(400)
    expect((await send(adam, 'deleteOrganizerByEmail')).status).toBe(400)
  })
})

describe('groups', () => {
  test('in the full company: 8, Sales with 52 organizers, no parents', async () => {
    const { call } = testSandbox({ company: 'full' })
    const groups = await call(adam, 'listGroups')
    expect(groups).toHaveLength(8)
    expect(groups[0]).toMatchObject({ groupName: 'Sales', numOrganizers: 52, parentKey: null, status: 'active' })
    const organizers = await call(adam, 'listOrganizersByGroup', { path: { groupKey: groups[0]?.groupKey ?? '' } })
    expect(organizers).toHaveLength(52)
  })

  test('more than 50 organizers are too many for meetings and attendees', async () => {
    const { send } = testSandbox({ company: 'full' })
    const query = { startDate: '2026-11-23T00:00:00Z', endDate: '2026-11-24T00:00:00Z' }
    const status = async (name: Parameters<typeof send>[1], groupKey: string) => {
      return (await send(adam, name, { path: { groupKey }, query })).status
    }
    for (const name of [
      'listAttendeesByGroup',
      'listHistoricalMeetingsByGroup',
      'listUpcomingMeetingsByGroup',
    ] as const) {
      expect(await status(name, '1203400'), name).toBe(400)
      expect(await status(name, '1203417'), name).toBe(200)
      expect(await status(name, '5'), name).toBe(400)
    }
  })

  test('a group reports even a running meeting as INACTIVE', async () => {
    const { call, plan, sandbox } = testSandbox()
    const meetingId = await plan(olivia)
    sandbox.act(meetingId, 'start')
    const { json } = await testReply(sandbox)
    const row = (json as { meetingId: string; status: string }[]).find((meeting) => meeting.meetingId === meetingId)
    expect(row?.status).toBe('INACTIVE')
    expect((await call(olivia, 'getMeeting', { path: { meetingId } })).status).toBe('ACTIVE')

    async function testReply(here: typeof sandbox) {
      const authorization = `Bearer ${here.tokenFor(adam).access_token}`
      const reply = await here.fetch('https://goto.test/G2M/rest/groups/1203502/upcomingMeetings', {
        headers: { authorization },
      })
      return { json: await reply.json() }
    }
  })
})

test('at every simulated moment three meetings are running in the full company, weekends included', async () => {
  const { call, pass } = testSandbox({ company: 'full' })
  const organizers = await call(adam, 'listOrganizers')
  for (const minutes of [0, 4 * 24 * 60 + 700]) {
    pass(minutes)
    const lists = await Promise.all(
      organizers.map(({ organizerKey }) => call(adam, 'listUpcomingMeetingsByOrganizer', { path: { organizerKey } })),
    )
    expect(lists.flat().filter(({ status }) => status === 'ACTIVE')).toHaveLength(3)
  }
})

test('people in another account see nothing of this one', async () => {
  const { call, send } = testSandbox()
  const frida = 'frida@elsewhere.example'
  expect((await call(frida, 'listOrganizers')).map(({ email }) => email)).toEqual([frida])
  expect(await call(frida, 'listGroups')).toHaveLength(1)
  const { organizerKey } = await call(olivia, 'getIdentityMe')
  expect((await send(frida, 'listUpcomingMeetingsByOrganizer', { path: { organizerKey } })).status).toBe(404)
})
