import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gotoCalls } from './calls.ts'
import type { Rows } from './rows.ts'

const { answer, readRow } = gotoCalls.listUpcomingMeetings.response

function row(meetingId: string, change: object = {}): object {
  return {
    startTime: '2031-03-04T09:00:00Z',
    endTime: '2031-03-04T09:45:00Z',
    firstName: 'Pia',
    lastName: 'Roth',
    email: 'pia.roth@example.net',
    organizerKey: '7000000000004417',
    subject: 'Depot',
    meetingId,
    meetingType: 'scheduled',
    status: 'INACTIVE',
    conferenceCallInfo: 'Hybrid',
    ...change,
  }
}

/** A row and its expected outcome. */
type Case = { value: unknown; id: string | null; isGood: boolean }

const id = fc.integer({ min: 100_000_000, max: 999_999_999 }).map(String)
const good: fc.Arbitrary<Case> = id.map((meetingId) => ({ value: row(meetingId), id: meetingId, isGood: true }))
const bad: fc.Arbitrary<Case> = fc.oneof(
  fc
    .tuple(id, fc.constantFrom({ startTime: 'soon' }, { subject: {} }, { organizerKey: 'Pia' }, { endTime: [] }))
    .map(([meetingId, change]) => ({ value: row(meetingId, change), id: meetingId, isGood: false })),
  fc
    .constantFrom('', 'Pia', null, 1.5, undefined, {})
    .map((meetingId) => ({ value: row('', { meetingId }), id: null, isGood: false })),
  fc
    .constantFrom(null, 7, 'text', [], true, {}, undefined)
    .map((value) => ({ value: value as unknown, id: null, isGood: false })),
)

test('from any mixture, exactly the good rows come out, in order, and each bad one is named', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(good, bad)), (cases) => {
      const goodIds = cases.filter(({ isGood }) => isGood).map((one) => one.id)
      const badIds = cases.filter(({ isGood }) => !isGood).map((one) => one.id)
      const parsed = answer.safeParse(cases.map(({ value }) => value))
      expect(parsed.success).toBe(goodIds.length > 0 || badIds.length === 0)
      if (!parsed.success) return
      expect(parsed.data.rows.map((read) => read.meetingId)).toEqual(goodIds)
      expect(parsed.data.setAside.map((aside) => aside.id)).toEqual(badIds)
      for (const { because } of parsed.data.setAside) expect(because).toMatch(/^[\w. ]+ (is|has|cannot) /)
    }),
    { numRuns: 300 },
  )
})

test('a good row means the same alone or among bad ones', () => {
  const alone = answer.parse([row('421907356')]).rows
  expect(answer.parse([null, row('421907356'), row('1', { startTime: 'soon' })]).rows).toEqual(alone)
})

describe('what is wrong with a row is named without any value', () => {
  test.each([
    [{ startTime: 'soon CANARY' }, 'startTime is not a time'],
    [{ organizerKey: 'CANARY' }, 'organizerKey is not an id'],
    [{ organizerKey: undefined }, 'organizerKey is not an id'],
    [{ subject: { CANARY: 1 } }, 'subject has the wrong type'],
    [{ meetingId: 'CANARY', startTime: 'CANARY' }, 'meetingId is not an id; startTime is not a time'],
  ])('%j: %s', (change, because) => {
    expect(readRow(row('421907356', change))).toMatchObject({ isRead: false, setAside: { because } })
  })

  test('nothing at all', () => {
    expect(readRow('CANARY')).toEqual({ isRead: false, setAside: { id: null, because: 'the row has the wrong type' } })
  })
})

test.each([
  ['listOrganizers', { organizerkey: 7, groupId: 'x' }],
  ['listGroups', { groupId: 7, groupName: {} }],
  ['listMeetings', { newMeetingId: '7', subject: {} }],
  ['listAttendees', { meetingId: 7, organizerkey: 1, startTime: 'soon' }],
] as const)('%s: an unreadable row’s id is found under any of its names', (name, value) => {
  expect(gotoCalls[name].response.readRow(value)).toMatchObject({ isRead: false, setAside: { id: '7' } })
})

test('an empty list is empty, and one bad row alone is not a list', () => {
  expect(answer.parse([])).toEqual({ rows: [], setAside: [] } satisfies Rows<never>)
  expect(answer.safeParse([row('x')]).error?.issues[0]?.message).toContain('meetingId is not an id')
  expect(answer.safeParse({ int_err_code: 'X', msg: 'y' }).success).toBe(false)
})
