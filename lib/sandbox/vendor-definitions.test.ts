import { expect, test } from 'vitest'
import type { GotoCallName } from '#lib/goto/contract/calls.ts'
import { lastDays, meetingBody, people, testSandbox } from './test-calls.ts'

/**
 * The vendor's response definitions as published in S1 and S2 (goto-api.md 1.1), written down again independently of
 * the contract: a client generated from those specifications must be able to read every answer. Each field is required;
 * `?` marks the optional ones of S2.
 */
const person = 'firstName:text lastName:text email:text'
const instance = `${person} subject:text meetingType:type startTime:time endTime:time`
const attendee = `${instance} organizerkey:int64 groupName:text attendeeName:text attendeeEmail:text joinTime:time leaveTime:time
  duration:int32 numAttendees:int32 meetingInstanceKey:int64 conferenceCallInfo:text`
const scheduled = `createTime:time passwordRequired:flag status:status subject:text startTime:time endTime:time
  conferenceCallInfo:text maxParticipants:int32 meetingid:int64 meetingType:type uniqueMeetingId:int64`
const upcomingByGroup = `${instance} accountKey:text organizerKey:text locale:text passwordRequired:flag meetingId:text`
const historicalByGroup = `${instance} duration:text numAttendees:text accountKey:text organizerKey:text locale:text meetingId:text
  recording:recording?`
const organizer = `${person} organizerKey:int64 groupId:int64 groupName:text status:standing products:products maxNumAttendeesAllowed:int32`

const definitions = {
  MeetingCreated: 'joinURL:text meetingid:int64 maxParticipants:int32 uniqueMeetingId:int64 conferenceCallInfo:text',
  MeetingById: `createTime:time passwordRequired:flag status:status subject:text startTime:time endTime:time duration:int32
    conferenceCallInfo:text maxParticipants:int32 meetingId:int64 meetingKey:int64 meetingType:type uniqueMeetingId:int64
    coorganizerKeys:texts?`,
  UpcomingMeeting: `${upcomingByGroup} status:status conferenceCallInfo:text`,
  UpcomingMeetingByGroup: `${upcomingByGroup} groupName:text status:status?`,
  HistoricalMeeting: `${historicalByGroup} sessionId:text conferenceCallInfo:text`,
  HistoricalMeetingByGroup: `${historicalByGroup} groupName:text`,
  MeetingHistory: `${instance} groupName:text organizerkey:text organizerKey:text newOrganizerKey:text meetingId:int64
    newMeetingId:text meetingKey:int64 uniqueMeetingId:int64 meetingInstanceKey:int64 sessionId:int64 numAttendees:int32
    duration:int32 date:time passwordRequired:flag status:text conferenceCallInfo:text`,
  MeetingScheduled: scheduled,
  MeetingByOrganizer: scheduled,
  ScheduledMeetingByGroup: `${person} groupName:text organizerkey:int64 organizerKey:text meetingId:text meetingType:type
    passwordRequired:flag subject:text conferenceCallInfo:text attendees:text`,
  HistoryMeetingByGroup: `${instance} groupName:text organizerkey:int64 organizerKey:text meetingId:text
    meetingInstanceKey:int64 numAttendees:int32 duration:text conferenceCallInfo:text`,
  AttendeeByMeeting: `${attendee} name:text meetingId:int64`,
  AttendeeByOrganizer: `${attendee} name:text meetingId:int64 newMeetingId:text`,
  AttendeeByGroup: `${attendee} meetingId:text organizerKey:text`,
  Organizer: organizer,
  OrganizerByGroup: organizer,
  OrganizerShort: 'key:int64 email:text',
  Group: 'groupkey:int64 groupName:text parentKey:int64 status:standing numOrganizers:int32',
} as const

const products = ['G2M', 'G2T', 'G2W', 'OPENVOICE', 'G2ASEEIT', 'G2ARS', 'G2ASD']
const isText = (value: unknown) => typeof value === 'string'
const types: Record<string, (value: unknown) => boolean> = {
  text: isText,
  // All its parts are optional in S2.
  recording: (value) => {
    const { fileSize = 0, ...texts } = value as Record<string, unknown>
    return types.int64?.(fileSize) === true && Object.values(texts).every(isText)
  },
  texts: (value) => Array.isArray(value) && value.every(isText),
  flag: (value) => typeof value === 'boolean',
  int32: (value) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31,
  int64: (value) => Number.isInteger(value) || typeof value === 'bigint',
  // RFC 3339, which is what both specifications mean by `date-time`.
  time: (value) => isText(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(String(value)),
  type: (value) => ['immediate', 'recurring', 'scheduled'].includes(String(value)),
  status: (value) => ['ACTIVE', 'INACTIVE'].includes(String(value)),
  standing: (value) => ['active', 'suspended'].includes(String(value)),
  products: (value) => Array.isArray(value) && value.every((product) => products.includes(String(product))),
}

const { olivia, adam } = people
const history = { history: 'true' }
const planned = { scheduled: 'true' }

test.each<[GotoCallName, string, Record<string, string>, keyof typeof definitions]>([
  ['getMeeting', olivia, {}, 'MeetingById'],
  ['listUpcomingMeetings', olivia, {}, 'UpcomingMeeting'],
  ['listHistoricalMeetings', olivia, {}, 'HistoricalMeeting'],
  ['listAttendees', olivia, {}, 'AttendeeByMeeting'],
  ['listMeetings', olivia, history, 'MeetingHistory'],
  ['listMeetings', olivia, planned, 'MeetingScheduled'],
  ['listOrganizers', adam, {}, 'Organizer'],
  ['getOrganizer', adam, {}, 'Organizer'],
  ['listUpcomingMeetingsByOrganizer', adam, {}, 'UpcomingMeeting'],
  ['listHistoricalMeetingsByOrganizer', adam, {}, 'HistoricalMeeting'],
  ['listAttendeesByOrganizer', adam, {}, 'AttendeeByOrganizer'],
  ['listMeetingsByOrganizer', adam, history, 'MeetingByOrganizer'],
  ['listMeetingsByOrganizer', adam, planned, 'MeetingByOrganizer'],
  ['listGroups', adam, {}, 'Group'],
  ['listOrganizersByGroup', adam, {}, 'OrganizerByGroup'],
  ['listUpcomingMeetingsByGroup', adam, {}, 'UpcomingMeetingByGroup'],
  ['listHistoricalMeetingsByGroup', adam, {}, 'HistoricalMeetingByGroup'],
  ['listAttendeesByGroup', adam, {}, 'AttendeeByGroup'],
  ['listMeetingsByGroup', adam, history, 'HistoryMeetingByGroup'],
  ['listMeetingsByGroup', adam, planned, 'ScheduledMeetingByGroup'],
])(
  '%s as %s with %o is readable by a client generated from the definition of %s',
  async (name, email, more, definition) => {
    const here = testSandbox()
    const meetingId = await here.plan(olivia)
    here.sandbox.act(meetingId, 'join', { name: 'Ann' })
    here.sandbox.act(meetingId, 'start')
    here.pass(5)
    here.sandbox.act(meetingId, 'end')
    const path = { meetingId, organizerKey: '300000000000384444', groupKey: '1203502' }
    const { json } = await here.send(email, name, { path, query: { ...lastDays(here.sandbox, 20), ...more } })
    expectRows(json, definition)
  },
)

test('the answers to creating are readable too', async () => {
  const { send, sandbox } = testSandbox()
  expectRows((await send(olivia, 'createMeeting', { body: meetingBody(sandbox) })).json, 'MeetingCreated')
  const body = { organizerEmail: 'new@example.com', firstName: 'New', lastName: 'One', productType: 'G2M' }
  expectRows((await send(adam, 'createOrganizer', { body })).json, 'OrganizerShort')
})

function expectRows(json: unknown, definition: keyof typeof definitions): void {
  const fields = definitions[definition].split(/\s+/).map((field) => {
    const [, key = '', type = '', optional = ''] = /^(\w+):(\w+)(\??)$/.exec(field) ?? []
    return { key, type, isOptional: optional === '?' }
  })
  const rows = json as Record<string, unknown>[]
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) {
    const wrong = fields.filter(({ key, type, isOptional }) => {
      return !(key in row) ? !isOptional : !types[type]?.(row[key])
    })
    const unknown = Object.keys(row).filter((key) => !fields.some((field) => field.key === key))
    expect([...wrong.map(({ key }) => key), ...unknown], JSON.stringify(Object.keys(row))).toEqual([])
  }
}
