import { describe, expect, test } from 'vitest'
import { lastDays, meetingBody, people, testSandbox } from './test-calls.ts'

const { olivia, mara, adam } = people

describe('creating', () => {
  test('a new meeting returns its join address and is upcoming at once', async () => {
    const { call } = testSandbox({ origin: 'http://127.0.0.1:4010' })
    const { sandbox } = testSandbox()
    const created = await call(olivia, 'createMeeting', { body: meetingBody(sandbox) })
    expect(created.joinUrl).toBe(`http://127.0.0.1:4010/join/${created.meetingId}`)
    const upcoming = await call(olivia, 'listUpcomingMeetings')
    expect(upcoming).toContainEqual(expect.objectContaining({ meetingId: created.meetingId, status: 'INACTIVE' }))
  })

  test('flags as text, enums in any case, loose times and a missing timezonekey are accepted', async () => {
    const { call, sandbox } = testSandbox()
    const { timezonekey: _, ...body } = meetingBody(sandbox, 10, {
      passwordrequired: 'true',
      meetingtype: 'Scheduled',
      conferencecallinfo: 'video',
      starttime: '2026-11-25T8:00:00',
      endtime: '2026-11-25T09:00:00+00:00',
    })
    const { meetingId } = await call(olivia, 'createMeeting', { body })
    expect(await call(olivia, 'getMeeting', { path: { meetingId } })).toMatchObject({
      passwordRequired: true,
      meetingType: 'scheduled',
      startTime: '2026-11-25T08:00:00.000Z',
      endTime: '2026-11-25T09:00:00.000Z',
      conferenceCallInfo: 'video',
    })
  })

  test.each([
    ['no subject', { subject: undefined }],
    ['an empty subject', { subject: ' ' }],
    ['101 characters', { subject: 'x'.repeat(101) }],
    ['a bare angle bracket', { subject: 'a < b' }],
    ['no start', { starttime: undefined }],
    ['a start that is not a time', { starttime: '2026-02-30T10:00:00Z' }],
    ['a start in the past', { starttime: '2026-11-24T08:00:00Z' }],
    ['an end before the start', { endtime: '2026-11-24T09:05:00Z' }],
    ['an end before the start of an instant meeting', { meetingtype: 'immediate', endtime: '2026-11-24T09:05:00Z' }],
    ['an end at the start of a scheduled one', { endtime: '2026-11-24T09:10:00Z' }],
    ['a flag that is not one', { passwordrequired: 'yes' }],
    ['no audio', { conferencecallinfo: undefined }],
    ['256 characters of audio', { conferencecallinfo: '1'.repeat(256) }],
    ['an unknown type', { meetingtype: 'weekly' }],
    ['an unknown co-organizer', { coorganizerKeys: ['1'] }],
  ])('%s is refused with 400', async (_, change) => {
    const { send, sandbox } = testSandbox()
    const { status, json } = await send(olivia, 'createMeeting', { body: { ...meetingBody(sandbox), ...change } })
    expect(status).toBe(400)
    expect(json).toEqual({ int_err_code: 'InvalidRequest', msg: expect.any(String) })
  })

  test('100 characters are not too many, and an instant meeting may have past times', async () => {
    const { call, sandbox } = testSandbox()
    await call(olivia, 'createMeeting', { body: meetingBody(sandbox, 10, { subject: 'x'.repeat(100) }) })
    await call(olivia, 'createMeeting', { body: meetingBody(sandbox, -60, { meetingtype: 'immediate' }) })
  })

  test.each([0, 1])(
    'an instant meeting may end %i ms after its start, and need not say whether it has a password',
    async (ms) => {
      const { call, sandbox } = testSandbox()
      const starttime = sandbox.now().toISOString()
      const endtime = new Date(sandbox.now().getTime() + ms).toISOString()
      const times = { starttime, endtime, passwordrequired: undefined }
      const { meetingId } = await call(olivia, 'createMeeting', {
        body: meetingBody(sandbox, 0, { ...times, meetingtype: 'immediate' }),
      })
      const path = { meetingId }
      expect(await call(olivia, 'getMeeting', { path })).toMatchObject({ passwordRequired: false, duration: 0 })
      sandbox.act(meetingId, 'start')
      const listed = await call(olivia, 'listUpcomingMeetings')
      expect(listed.find((row) => row.meetingId === meetingId)?.status).toBe('ACTIVE')
    },
  )

  test('a body that is not JSON gets the captured answer', async () => {
    const { send } = testSandbox()
    const { status, json } = await send(olivia, 'createMeeting', { body: '{"subject":' })
    expect(status).toBe(400)
    expect(json).toEqual({ error: { resource: '/rest/meetings', message: 'invalid json' } })
  })

  test('in the observed shape a refused creation has the other known body', async () => {
    const { send, sandbox } = testSandbox()
    sandbox.settings({ shape: 'observed' })
    const { json } = await send(olivia, 'createMeeting', { body: meetingBody(sandbox, 10, { subject: '' }) })
    expect(json).toEqual({ err: 'InvalidRequest', message: 'subject is required' })
  })
})

describe('changing', () => {
  test('an update replaces, with 204 and no body', async () => {
    const { call, send, plan, sandbox } = testSandbox()
    const meetingId = await plan(olivia)
    const reply = await send(olivia, 'updateMeeting', {
      path: { meetingId },
      body: meetingBody(sandbox, 60, { subject: 'Budget, second round' }),
    })
    expect([reply.status, reply.text]).toEqual([204, ''])
    expect(await call(olivia, 'getMeeting', { path: { meetingId } })).toMatchObject({
      subject: 'Budget, second round',
      startTime: '2026-11-24T10:00:00.000Z',
    })
  })

  test('an update of one field is refused: it is not a patch', async () => {
    const { send, plan } = testSandbox()
    const meetingId = await plan(olivia)
    expect((await send(olivia, 'updateMeeting', { path: { meetingId }, body: { subject: 'x' } })).status).toBe(400)
  })

  test('a deleted meeting is gone everywhere', async () => {
    const { call, send, plan } = testSandbox()
    const meetingId = await plan(olivia)
    expect((await send(olivia, 'deleteMeeting', { path: { meetingId } })).status).toBe(204)
    for (const name of ['getMeeting', 'deleteMeeting', 'startMeeting', 'listAttendees'] as const) {
      expect((await send(olivia, name, { path: { meetingId } })).status, name).toBe(404)
    }
    const upcoming = await call(olivia, 'listUpcomingMeetings')
    expect(upcoming.map((row) => row.meetingId)).not.toContain(meetingId)
  })

  test.each(['getMeeting', 'updateMeeting', 'deleteMeeting', 'startMeeting'] as const)(
    '%s of somebody else’s meeting is 404, for administrators too',
    async (name) => {
      const { send, plan, sandbox } = testSandbox()
      const meetingId = await plan(olivia)
      for (const stranger of [mara, adam]) {
        expect((await send(stranger, name, { path: { meetingId }, body: meetingBody(sandbox) })).status).toBe(404)
      }
      expect((await send(olivia, name, { path: { meetingId: '999' }, body: meetingBody(sandbox) })).status).toBe(404)
    },
  )

  test('a co-organizer may start but not change', async () => {
    const { call, send, plan } = testSandbox()
    const { organizerKey } = await call(mara, 'getIdentityMe')
    const meetingId = await plan(olivia, { coorganizerKeys: [organizerKey] })
    const { hostUrl } = await call(mara, 'startMeeting', { path: { meetingId } })
    expect(hostUrl).toMatch(/authenticationToken=eyJ/)
    expect((await send(mara, 'deleteMeeting', { path: { meetingId } })).status).toBe(404)
  })

  test('a simulated meeting moved by its organizer takes place at the new time', async () => {
    const { call, send, pass, sandbox } = testSandbox()
    const organizers = await call(adam, 'listOrganizers')
    const other = organizers.find(({ email }) => !(Object.values(people) as string[]).includes(email))?.email ?? ''
    const [planned] = (await call(other, 'listUpcomingMeetings')).filter(
      ({ status, meetingType }) => status === 'INACTIVE' && meetingType === 'scheduled',
    )
    const meetingId = planned?.meetingId ?? ''
    await send(other, 'updateMeeting', { path: { meetingId }, body: meetingBody(sandbox, 20 * 24 * 60) })
    pass(20 * 24 * 60 + 25)
    expect((await call(other, 'getMeeting', { path: { meetingId } })).status).toBe('ACTIVE')
    pass(60)
    const held = await call(other, 'listHistoricalMeetings', { query: lastDays(sandbox, 1) })
    expect(held.filter((session) => session.meetingId === meetingId)).toHaveLength(1)
  })
})

test('changing a meeting that already ran does not move its past', async () => {
  const { call, send, sandbox } = testSandbox()
  const range = lastDays(sandbox, 10)
  const [session] = await call(mara, 'listHistoricalMeetings', { query: range })
  const meetingId = session?.meetingId ?? ''
  const body = meetingBody(sandbox, 60, { subject: 'Once more' })
  expect((await send(mara, 'updateMeeting', { path: { meetingId }, body })).status).toBe(204)
  const after = await call(mara, 'listHistoricalMeetings', { query: range })
  expect(after[0]).toMatchObject({ startTime: session?.startTime, endTime: session?.endTime })
})

describe('what is upcoming', () => {
  test('a meeting nobody started is no longer upcoming after its end', async () => {
    const { call, plan, pass } = testSandbox()
    const meetingId = await plan(olivia)
    pass(41)
    const upcoming = await call(olivia, 'listUpcomingMeetings')
    expect(upcoming.map((row) => row.meetingId)).not.toContain(meetingId)
  })

  test('a running one stays, however late it is', async () => {
    const { call, plan, pass, sandbox } = testSandbox()
    const meetingId = await plan(olivia)
    sandbox.act(meetingId, 'start')
    pass(300)
    const upcoming = await call(olivia, 'listUpcomingMeetings')
    expect(upcoming).toContainEqual(expect.objectContaining({ meetingId, status: 'ACTIVE' }))
  })

  test('planned meetings reach two weeks ahead, today and in half a year', async () => {
    const { call, pass, sandbox } = testSandbox()
    for (const days of [0, 180]) {
      pass(days * 24 * 60)
      const last = (await call(mara, 'listUpcomingMeetings')).at(-1)
      const ahead = Date.parse(last?.startTime ?? '') - sandbox.now().getTime()
      expect(ahead / 86_400_000).toBeGreaterThan(10)
      expect(ahead / 86_400_000).toBeLessThan(16)
    }
  })

  test('the named people’s own meetings move only when somebody acts', async () => {
    const { call, pass, sandbox } = testSandbox()
    const range = lastDays(sandbox, 20)
    const before = await call(mara, 'listHistoricalMeetings', { query: range })
    expect(before.length).toBeGreaterThan(5)
    pass(7 * 24 * 60)
    expect(await call(mara, 'listHistoricalMeetings', { query: lastDays(sandbox, 6) })).toEqual([])
    expect(await call(mara, 'listHistoricalMeetings', { query: range })).toEqual(before)
  })
})
