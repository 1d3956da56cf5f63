import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { detailOf } from '#components/meetings/list/fixture.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { type Difference, differencesOf } from './differences.ts'
import type { FormValues, Guest } from './form-values.ts'
import { valuesOf } from './meeting-values.ts'

const now = new Date('2026-11-24T09:00:00.000Z')
const nameOf = (id: string) => ({ o1: 'Dana Reyes', o2: 'Sam Okafor', o3: 'Sam Okafor' })[id] ?? 'An organizer'

// A day is said without its year only in that year.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now })
})
afterAll(() => {
  vi.useRealTimers()
})

/** What is said when I typed `typed` into the form of a meeting that is `theirs` by now. */
function differences(typed: Partial<FormValues>, theirs: Partial<MeetingDetail> = {}): Difference[] {
  const meeting = detailOf(theirs)
  return differencesOf({ ...valuesOf(meeting, now, 'Europe/Berlin'), ...typed }, meeting, now, nameOf)
}

const ann: Guest = { personId: null, email: 'ann@guest.example', name: 'Ann', required: true }
const bob: Guest = { personId: 'p2', email: null, name: 'Bob', required: false }
const atTen = 'Tuesday 24 November, 11:00–12:00 CET'

type Row = { typed: Partial<FormValues>; said: Difference[] }

/** By what is typed: a field that the form gets one day has to be thought of here. */
const table: Record<keyof FormValues, Row> = {
  subject: {
    typed: { subject: 'Budget' },
    said: [{ field: 'Subject', mine: 'Budget', theirs: 'Product training' }],
  },
  kind: { typed: { kind: 'room' }, said: [{ field: 'Time', mine: 'Any time', theirs: atTen }] },
  start: {
    typed: { start: { day: '2026-11-25', time: '09:00', turn: 'first' } },
    said: [{ field: 'Time', mine: 'Wednesday 25 November, 09:00–10:00 CET', theirs: atTen }],
  },
  minutes: {
    typed: { minutes: 90 },
    said: [{ field: 'Time', mine: 'Tuesday 24 November, 11:00–12:30 CET', theirs: atTen }],
  },
  end: {
    typed: { minutes: null, end: { day: '2026-11-24', time: '13:00', turn: 'first' } },
    said: [{ field: 'Time', mine: 'Tuesday 24 November, 11:00–13:00 CET', theirs: atTen }],
  },
  zone: {
    typed: { zone: 'Europe/London' },
    said: [{ field: 'Time', mine: 'Tuesday 24 November, 11:00–12:00 GMT', theirs: atTen }],
  },
  roomId: {
    typed: { roomId: 'r1' },
    said: [{ field: 'Room', mine: 'In a room', theirs: 'None' }],
  },
  audio: {
    typed: { audio: { way: 'VoIP', own: '' } },
    said: [{ field: 'Audio', mine: 'Computer only', theirs: 'Phone and computer' }],
  },
  passwordRequired: {
    typed: { passwordRequired: true },
    said: [{ field: 'Password', mine: 'Required', theirs: 'None' }],
  },
  coorganizers: {
    typed: { coorganizers: ['o2', 'o1'] },
    said: [{ field: 'Co-organizers', mine: 'Dana Reyes, Sam Okafor', theirs: 'None' }],
  },
  agenda: { typed: { agenda: 'Numbers.' }, said: [{ field: 'Agenda', mine: 'Numbers.', theirs: 'None' }] },
  visibility: {
    typed: { visibility: 'invited' },
    said: [{ field: 'Who can see it', mine: 'Invited people only', theirs: 'Everybody in the company' }],
  },
  invited: {
    typed: { invited: [bob, ann] },
    said: [{ field: 'Invited', mine: 'Ann (required), Bob', theirs: 'Nobody' }],
  },
  invitedGroups: {
    typed: {
      invitedGroups: [
        {
          groupId: 'g1',
          name: 'Sales',
          required: true,
          except: ['p2'],
          people: [
            { personId: 'p2', name: 'Bob' },
            { personId: 'p3', name: 'Cleo' },
          ],
        },
      ],
    },
    said: [{ field: 'Invited', mine: 'Sales · 2 without Bob (required)', theirs: 'Nobody' }],
  },
  // Nobody yet, so nothing of the meeting differs.
  unclear: { typed: { unclear: [{ text: 'Jo', people: [] }] }, said: [] },
  // Not added yet: it stays in its box, and nothing of the meeting differs.
  guestText: { typed: { guestText: 'Ann' }, said: [] },
}

test.each(Object.entries(table))('%s that I typed is set against what the meeting says by now', (_, row) => {
  expect(differences(row.typed)).toEqual(row.said)
})

test('several at once are said in the order of the form, and a form like the meeting says nothing', () => {
  const typed = Object.assign({}, ...Object.values(table).map((row) => row.typed)) as Partial<FormValues>
  const fields = differences({ ...typed, kind: 'scheduled' }).map(({ field }) => field)
  const all = Object.values(table).flatMap(({ said }) => said.map(({ field }) => field))
  expect(fields).toEqual([...new Set(fields)])
  expect([...fields].sort()).toEqual([...new Set(all)].sort())
  expect(differences({})).toEqual([])
})

test('what only looks another is none: spaces around a subject, people in another order', () => {
  const invited = [
    { personId: 'p2', name: 'Bob', required: false },
    { personId: 'p3', name: 'Cleo', required: true },
  ]
  const turned = [...invited].reverse().map((person) => ({ ...person, email: null }))
  expect(differences({ subject: ' Product training ', invited: turned }, { invited })).toEqual([])
})

test('custom audio is shown as typed, and so is the same person becoming required', () => {
  expect(differences({ audio: { way: 'own', own: '+49 30 1' } }, { audioOption: 'PSTN' })).toEqual([
    { field: 'Audio', mine: '+49 30 1', theirs: 'Phone only' },
  ])
  const invited = [{ personId: 'p2', name: 'Bob', required: true }]
  expect(differences({ invited: [bob] }, { invited })).toEqual([
    { field: 'Invited', mine: 'Bob', theirs: 'Bob (required)' },
  ])
})

test('co-organizers are distinguished by who they are, and named', () => {
  const between = (mine: string[], theirs: string[]) =>
    differences(
      { coorganizers: mine },
      { coorganizers: theirs.map((organizerId) => ({ organizerId, name: nameOf(organizerId) })) },
    )
  expect(between(['o1'], ['o2'])).toEqual([{ field: 'Co-organizers', mine: 'Dana Reyes', theirs: 'Sam Okafor' }])
  expect(between(['o2'], ['o3'])).toHaveLength(1)
  expect(between(['o1', 'o2'], ['o2', 'o1'])).toEqual([])
  expect(between([], ['o1'])).toEqual([{ field: 'Co-organizers', mine: 'None', theirs: 'Dana Reyes' }])
})
