import { describe, expect, test } from 'vitest'
import { type GotoCallName, gotoCalls } from '#lib/goto/contract/calls.ts'
import { lastDays, meetingBody, people, testSandbox } from './test-calls.ts'

const { olivia, adam } = people
type Row = Record<string, unknown>

/** Every read with what it needs: administrators read everything except one's own lists. */
const reads: [GotoCallName, string, Record<string, string>][] = [
  ['getMeeting', olivia, {}],
  ['startMeeting', olivia, {}],
  ['listAttendees', adam, {}],
  ['listUpcomingMeetings', olivia, {}],
  ['listHistoricalMeetings', olivia, {}],
  ['listMeetings', olivia, {}],
  ['listMeetings', olivia, { history: 'true' }],
  ['listOrganizers', adam, {}],
  ['getOrganizer', adam, {}],
  ['listUpcomingMeetingsByOrganizer', adam, {}],
  ['listHistoricalMeetingsByOrganizer', adam, {}],
  ['listAttendeesByOrganizer', adam, {}],
  ['listMeetingsByOrganizer', adam, { scheduled: 'true' }],
  ['listMeetingsByOrganizer', adam, { history: 'true' }],
  ['listGroups', adam, {}],
  ['listOrganizersByGroup', adam, {}],
  ['listAttendeesByGroup', adam, {}],
  ['listHistoricalMeetingsByGroup', adam, {}],
  ['listUpcomingMeetingsByGroup', adam, {}],
  ['listMeetingsByGroup', adam, { scheduled: 'true' }],
  ['listMeetingsByGroup', adam, { history: 'true' }],
  ['getAdminMe', adam, {}],
  ['getIdentityMe', olivia, {}],
]

async function prepared(shape: 'specified' | 'observed' | 'mixed') {
  const here = testSandbox()
  here.sandbox.settings({ shape })
  const meetingId = await here.plan(olivia)
  here.sandbox.act(meetingId, 'join', { name: 'Ann' })
  here.sandbox.act(meetingId, 'start')
  here.pass(9)
  here.sandbox.act(meetingId, 'end')
  const path = { meetingId, organizerKey: '300000000000384444', groupKey: '1203502' }
  const query = lastDays(here.sandbox, 20)
  const read = (name: GotoCallName, email: string, more: Record<string, string>) => {
    return here.send(email, name, { path, query: 'scheduled' in more ? more : { ...query, ...more } })
  }
  return { ...here, path, read }
}

describe.each(['specified', 'observed', 'mixed'] as const)('in the %s shape', (shape) => {
  test.each(reads)('%s as %s with %o is accepted by the contract', async (name, email, more) => {
    const { read } = await prepared(shape)
    // Twice, so that *mixed* shows both its shapes.
    for (const { status, json, text } of [await read(name, email, more), await read(name, email, more)]) {
      expect(status, text).toBe(200)
      expect(gotoCalls[name].response.answer.safeParse(json).error).toBeUndefined()
      if (Array.isArray(json)) expect(json.length).toBeGreaterThan(0)
      if (shape === 'specified') expect(gotoCalls[name].response.specified.safeParse(json).error).toBeUndefined()
    }
  })
})

test('specified: ISO times with Z, real booleans, and a createTime, because the type wins over the prose', async () => {
  const { read } = await prepared('specified')
  const [row] = (await read('getMeeting', olivia, {})).json as Row[]
  expect(row).toMatchObject({
    startTime: '2026-11-24T09:10:00Z',
    passwordRequired: false,
    createTime: '2026-11-24T09:00:00Z',
  })
})

test('observed: a dot and an offset, text for booleans, an empty createTime, missing e-mails in three ways', async () => {
  const { read } = await prepared('observed')
  const [row] = (await read('getMeeting', olivia, {})).json as Row[]
  expect(row).toMatchObject({ startTime: '2026-11-24T09:10:00.+0000', passwordRequired: 'false', createTime: '' })
  const [past] = (await read('listMeetings', olivia, { history: 'true' })).json as Row[]
  expect(past).toMatchObject({ passwordRequired: '', status: '', date: expect.stringMatching(/\.\+0000$/) })
  const rows = (await read('listAttendeesByOrganizer', adam, {})).json as Row[]
  const emails = new Set(rows.map((attendee) => attendee.attendeeEmail))
  expect([emails.has(''), emails.has('NA'), emails.has(undefined)]).toEqual([true, true, true])
})

test('mixed: the shapes alternate', async () => {
  const { read } = await prepared('mixed')
  const flags = []
  for (let times = 0; times < 4; times++) {
    const [row] = (await read('getMeeting', olivia, {})).json as Row[]
    flags.push(typeof row?.passwordRequired)
  }
  expect(new Set(flags).size).toBe(2)
  expect(flags[0]).toBe(flags[2])
  expect(flags[1]).toBe(flags[3])
})

test('ids beyond 2^53 are bare numbers with all their digits', async () => {
  const { read } = await prepared('specified')
  expect((await read('listAttendees', adam, {})).text).toMatch(/"meetingInstanceKey":3\d{17}[,}]/)
  expect((await read('listOrganizers', adam, {})).text).toMatch(/"organizerKey":300000000000384444[,}]/)
  expect((await read('listMeetings', olivia, { history: 'true' })).text).toMatch(/"sessionId":6\d{18}[,}]/)
  expect((await read('listUpcomingMeetings', olivia, {})).text).toMatch(/"organizerKey":"300000000000384444"/)
})

test('a meeting just created looks the same everywhere', async () => {
  const { send, sandbox } = testSandbox()
  const { text } = await send(olivia, 'createMeeting', { body: meetingBody(sandbox) })
  expect(text).toMatch(/^\[\{"joinURL":"[^"]+\/join\/\d{9}","meetingid":\d{9},"maxParticipants":\d+,/)
  expect(text).toContain('Access Code: ')
})
