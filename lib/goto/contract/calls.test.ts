import { describe, expect, test } from 'vitest'
import { type GotoCallName, gotoCalls, unknownKeys } from './calls.ts'
import { groupCalls } from './group-calls.ts'
import { meetingCalls } from './meeting-calls.ts'
import { organizerCalls } from './organizer-calls.ts'
import type { GotoCallRecord } from './record.ts'

const calls: [string, GotoCallRecord][] = Object.entries(gotoCalls)
const addressOf = ({ method, path }: GotoCallRecord) => `${method} ${path}`

test('the first specification has 26 calls and we know them all', () => {
  const names = calls.filter(([, call]) => call.spec === 'S1').map(([name]) => name)
  expect(names).toEqual([
    'createMeeting',
    'getMeeting',
    'updateMeeting',
    'deleteMeeting',
    'startMeeting',
    'listAttendees',
    'listUpcomingMeetings',
    'listHistoricalMeetings',
    'listMeetings',
    'listOrganizers',
    'createOrganizer',
    'deleteOrganizerByEmail',
    'getOrganizer',
    'updateOrganizer',
    'deleteOrganizer',
    'listUpcomingMeetingsByOrganizer',
    'listHistoricalMeetingsByOrganizer',
    'listAttendeesByOrganizer',
    'listMeetingsByOrganizer',
    'listGroups',
    'listOrganizersByGroup',
    'createOrganizerInGroup',
    'listAttendeesByGroup',
    'listHistoricalMeetingsByGroup',
    'listUpcomingMeetingsByGroup',
    'listMeetingsByGroup',
  ])
  expect(names).toHaveLength(26)
})

test('the second specification adds three session clean-ups, and no other call belongs to the product', () => {
  const added = calls.filter(([, call]) => call.api === 'meetings' && call.spec !== 'S1').map(([name]) => name)
  expect(added).toEqual(['deleteSession', 'deleteSessionAttendees', 'deleteSessionRecordings'])
  const count = [meetingCalls, organizerCalls, groupCalls].map((part) => Object.keys(part).length)
  expect(count).toEqual([9, 13, 7])
})

test('a session may be named by digits or by a UUID', () => {
  const { params } = gotoCalls.deleteSession
  const named = (sessionId: string) => params.safeParse({ organizerKey: '1', sessionId }).success
  expect(named('6600000000000000001')).toBe(true)
  expect(named('0d5ad2f6-94c7-4b0e-9a2b-6f1f6f0f7c11')).toBe(true)
  expect(named('0d5ad2f6-94c7-4b0e-9a2b-6f1f6f0f7c11/..')).toBe(false)
})

test('no two records describe the same address', () => {
  const addresses = calls.map(([, call]) => `${call.api} ${addressOf(call)}`)
  expect(new Set(addresses).size).toBe(addresses.length)
})

describe.each(calls)('%s', (_name, call) => {
  test('cites its source', () => {
    expect(call.source).toMatch(/^goto-api\.md \d/)
  })

  test('lists its success status among the documented ones', () => {
    expect(call.statuses).toContain(call.status)
  })

  test('has a schema for exactly the names in its path, which accepts only ids', () => {
    const names = [...call.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    expect(Object.keys(call.params?.shape ?? {})).toEqual(names)
    for (const value of ['12/3', '../1', '123-456-789', '1?x=1', '', '%2e', 123]) {
      const path = Object.fromEntries(names.map((name) => [name, value]))
      if (call.params) expect(call.params.safeParse(path).success, String(value)).toBe(false)
    }
  })

  test('rejects an unknown key in a request', () => {
    for (const schema of [call.query, call.body]) {
      if (schema) expect(schema.safeParse({ surprise: 'x' }).error?.message).toMatch(/unrecognized|invalid/i)
    }
  })

  test('is repeated only when repeating changes nothing', () => {
    if (call.method === 'POST') expect(call.replay).toBe('never')
  })
})

test.each<[GotoCallName, unknown, string[]]>([
  ['listGroups', [{ groupkey: 1, GROUPNAME: 'x', colour: 'red' }], ['colour']],
  ['getMeeting', { meetingid: 1, meetingKey: 2 }, []],
  ['listMeetings', { meetings: [{ recurring: true, mood: 'good' }] }, ['mood']],
  ['listUpcomingMeetings', 'nonsense', []],
])('names undescribed keys of %s', (name, json, keys) => {
  expect(unknownKeys(name, json)).toEqual(keys)
})
