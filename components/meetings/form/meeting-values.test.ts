import { describe, expect, test } from 'vitest'
import { detailOf } from '#components/meetings/list/fixture.ts'
import type { MeetingState } from '#lib/meetings/schema.ts'
import { copyOf, leftOut } from './meeting-values.ts'

const zone = 'Europe/Berlin'

/** When the copy of a meeting begins and ends that lasts an hour. */
function copied(startsAt: string, state: MeetingState, now: string): string[] {
  const endsAt = new Date(Date.parse(startsAt) + 3_600_000).toISOString()
  const { start, end } = copyOf(detailOf({ startsAt, endsAt, zone, state }), new Date(now), zone)
  return [`${start.day} ${start.time}`, `${end.day} ${end.time}`]
}

test('a copy leaves out whom this person may not invite, and groups that are gone, and names them', () => {
  const person = (personId: string, name: string) => ({ personId, name, required: true })
  const group = (groupId: string, name: string) => ({ groupId, name, required: false, except: ['p4'] })
  const meeting = detailOf({
    invited: [person('p2', 'Mara'), person('p3', 'Bob')],
    invitedGroups: [group('g1', 'Sales'), group('g2', 'Old')],
    groupPeople: [
      {
        groupId: 'g1',
        people: [
          { personId: 'p4', name: 'Gone' },
          { personId: 'p5', name: 'Kim' },
        ],
      },
      { groupId: 'g2', people: [] },
    ],
    notMine: ['p3', 'p4', 'g2'],
  })
  const { invited, invitedGroups } = copyOf(meeting, new Date('2026-11-24T09:00:00Z'), zone)
  expect(invited.map(({ name }) => name)).toEqual(['Mara'])
  expect(invitedGroups).toMatchObject([{ name: 'Sales', people: [{ name: 'Kim' }], except: [] }])
  expect(leftOut(meeting)).toEqual(['Bob', 'Old'])
})

describe('a copy stands', () => {
  /** Tuesday, 24 November 2026, 15:00 in Berlin. */
  const startsAt = '2026-11-24T14:00:00.000Z'
  const same = ['2026-11-24 15:00', '2026-11-24 16:00']
  const weekAfter = ['2026-12-01 15:00', '2026-12-01 16:00']

  test.each<[MeetingState, string[]]>([
    ['scheduled', same],
    ['waiting', same],
    ['live', weekAfter],
    ['ending', weekAfter],
    ['ended', weekAfter],
    ['captured', weekAfter],
  ])('of a meeting that is %s ten minutes before its time, where it belongs', (state, expected) => {
    expect(copied(startsAt, state, '2026-11-24T13:50:00.000Z')).toEqual(expected)
  })

  test('a week after one that ended before the midnight it was planned for', () => {
    expect(copied('2026-11-24T23:10:00.000Z', 'ended', '2026-11-24T22:55:00.000Z')).toEqual([
      '2026-12-02 00:10',
      '2026-12-02 01:10',
    ])
  })

  test.each([
    ['2026-11-24T14:30:00.000Z', weekAfter],
    ['2026-11-30T14:30:00.000Z', weekAfter],
    ['2026-12-01T13:30:00.000Z', weekAfter],
    ['2026-12-01T14:30:00.000Z', ['2026-12-08 15:00', '2026-12-08 16:00']],
  ])('whole weeks after one that is over, to come at %s', (now, expected) => {
    expect(copied(startsAt, 'captured', now)).toEqual(expected)
  })
})
