import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { attendeeOf, sessionOf } from '#components/history/parts/fixture.ts'
import { detailOf } from '#components/meetings/list/fixture.ts'
import {
  answering,
  clearToasts,
  connecting,
  InPortal,
  meOf,
  problem,
  quietClient,
  watchLeaving,
} from '#components/shell/fixture.tsx'
import type { MeetingReport } from '#lib/history/schema.ts'
import { undoSeconds } from '#lib/meetings/rules.ts'
import type { MeetingAttendees, MeetingDetail } from '#lib/meetings/schema.ts'
import { meKey } from '#lib/people/queries.ts'
import type { Me } from '#lib/people/schema.ts'
import { MeetingPage } from './meeting-page.tsx'

const mine = { join: true, start: true, edit: true, cancel: true, undo: false, attendees: true }
/** What is being cancelled can be undone, and nothing else. */
const nothing = { join: false, start: false, edit: false, cancel: false, undo: true, attendees: true }
const meeting = detailOf()
const path = `/api/meetings/${meeting.id}`

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-24T09:58:00Z'), shouldAdvanceTime: true })
})

afterEach(() => {
  clearToasts()
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function open(
  part: Partial<MeetingDetail>,
  { me = meOf(), ...answers }: Record<string, unknown> & { me?: Me } = {},
): string[] {
  const { fetch, asked } = answering({ [`GET ${path}`]: detailOf(part), ...answers })
  vi.stubGlobal('fetch', fetch)
  const client = quietClient()
  client.setQueryData(meKey, me)
  render(
    <InPortal client={client}>
      <MeetingPage id={meeting.id} />
    </InPortal>,
  )
  return asked
}

test('an employee sees when in their own zone and in the organizer’s, and is offered Join, nothing else', async () => {
  const me = meOf({
    roles: ['employee'],
    abilities: [],
    isOrganizer: false,
    preferences: { ...meOf().preferences, zone: 'Asia/Tokyo' },
  })
  const asked = open({}, { me })
  expect(await screen.findByRole('heading', { level: 1, name: 'Product training' })).toBeTruthy()
  expect(screen.getByText('19:00–20:00')).toBeTruthy()
  expect(screen.getByText('Scheduled by Dana Reyes for 11:00–12:00 CET (Europe/Berlin)')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Join now: Product training' })).toBeTruthy()
  expect(asked).not.toContain(`GET ${path}/attendees`)
  for (const name of [/^Start/, /^End/, /^Edit/, /^Duplicate/, /^Cancel/])
    expect(screen.queryByRole('button', { name }) ?? screen.queryByRole('link', { name })).toBeNull()
})

const attending = (part: Partial<Me> = {}) =>
  meOf({ personId: 'me', roles: ['employee'], abilities: [], isOrganizer: false, ...part })

test('somebody who attends sees where it stands, their role, and who else from here pressed Join, in one list', async () => {
  const invited = [
    { personId: 'p3', name: 'Sam Okafor', required: true },
    { personId: 'me', name: 'Erin Walsh', required: false },
    { personId: 'p2', name: 'Bill Beaker', required: true },
  ]
  const company = [
    { personId: 'p2', name: 'Bill Beaker' },
    { personId: 'p4', name: 'Pat Poe' },
  ]
  const part = { state: 'live', stateFrom: 'goto', stateSince: '2026-11-24T09:57:00.000Z' } as const
  open({ ...part, invited, company, joinPresses: 2, audio: 'US: +1 (657) 220-3412' }, { me: attending() })
  expect(await screen.findByText('Live since 10:57.')).toBeTruthy()
  expect(screen.getByText('Optional')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Copy link' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'US: +1 (657) 220-3412' })).toBeTruthy()
  const people = within(screen.getByRole('region', { name: 'People 3 invited · 2 from here pressed Join' }))
  expect(people.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Bill Beaker · requiredPressed Join',
    'Pat PoePressed Join',
    'Sam Okafor · required',
    'You · optional',
  ])
  expect(screen.queryByText(/joined/i)).toBeNull()
})

test('what runs in its room is told to who attends also before the meeting opens', async () => {
  const room = { id: 'r1', subject: 'Team room', meetingId: '123456789', isLive: true }
  open({ room, startsAt: '2026-11-26T10:00:00.000Z' }, { me: attending() })
  expect(await screen.findByText(/^Opens Thursday/)).toBeTruthy()
  expect(screen.getByText('Another meeting is running in “Team room”')).toBeTruthy()
})

test('who isn’t invited learns how many pressed Join, and not who', async () => {
  open({ state: 'live', joinPresses: 4 }, { me: attending() })
  expect(await screen.findByRole('region', { name: 'People 4 from here pressed Join' })).toBeTruthy()
  expect(screen.queryByRole('listitem')).toBeNull()
})

test.each([
  ['an alias of my zone', { zone: 'Asia/Calcutta' }, 'Asia/Kolkata', false],
  ['another zone with the same clock', { zone: 'Europe/Paris' }, 'Europe/Berlin', false],
  ['the same hour on another day', { zone: 'Pacific/Kiritimati' }, 'Pacific/Honolulu', true],
  ['another zone in which nobody planned it', { zone: 'UTC', origin: 'goto' }, 'Europe/Berlin', false],
  ['another zone', { zone: 'UTC' }, 'Europe/Berlin', true],
] as const)('the organizer’s time is given only for a reason: %s', async (_, part, zone, isGiven) => {
  open(part, { me: attending({ preferences: { ...meOf().preferences, zone } }) })
  await screen.findByRole('heading', { level: 1 })
  expect(screen.queryByText(/^Scheduled by Dana Reyes for/) !== null).toBe(isGiven)
})

test('the organizer can start, edit, duplicate and cancel', async () => {
  open({ can: mine })
  expect(await screen.findByRole('button', { name: 'Start: Product training' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Edit' }).getAttribute('href')).toBe(`/meetings/${meeting.id}/edit`)
  expect(screen.getByRole('link', { name: 'Duplicate' }).getAttribute('href')).toBe(`/meetings/new?from=${meeting.id}`)
  expect(screen.getByRole('button', { name: 'Cancel meeting' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'End' })).toBeNull()
})

test('cancelling takes two presses, and Undo brings the meeting back', async () => {
  let now = detailOf({ can: mine })
  const asked = open(
    {},
    {
      [`GET ${path}`]: () => now,
      [`DELETE ${path}`]: () => {
        now = detailOf({ can: nothing, cancelsAt: '2026-11-24T09:58:10.000Z' })
        return now
      },
      [`DELETE ${path}/cancellation`]: () => {
        now = detailOf({ can: mine })
        return now
      },
    },
  )
  fireEvent.click(await screen.findByRole('button', { name: 'Cancel meeting' }))
  const dialog = await screen.findByRole('dialog')
  expect(asked).not.toContain(`DELETE ${path}`)
  fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel meeting' }))
  const undo = await screen.findByRole('button', { name: 'Undo cancelling: Product training' })
  expect(screen.getByText('“Product training” is being cancelled.')).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(undo))
  fireEvent.click(undo)
  expect(await screen.findByRole('button', { name: 'Cancel meeting' })).toBeTruthy()
  expect(screen.getByText('“Product training” will take place as planned.')).toBeTruthy()
  expect(screen.queryByText('“Product training” is being cancelled.')).toBeNull()
})

test('a cancellation that Foyer refuses leaves the meeting as it is and says why', async () => {
  open({ can: mine }, { [`DELETE ${path}`]: problem('conflict', 'It has begun. End it first.') })
  fireEvent.click(await screen.findByRole('button', { name: 'Cancel meeting' }))
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Cancel meeting' }))
  expect(await screen.findByText('“Product training” wasn’t cancelled. It has begun. End it first.')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Start: Product training' })).toBeTruthy()
})

test('what is being cancelled shows how long Undo is possible, and says so once', async () => {
  open({ can: nothing, cancelsAt: '2026-11-24T09:58:10.000Z' })
  const undo = await screen.findByRole('button', { name: 'Undo cancelling: Product training' })
  expect(undo.textContent).toMatch(/(10|9) s/)
  expect(screen.getByText(`You have ${undoSeconds} seconds to undo.`)).toBeTruthy()
  act(() => void vi.advanceTimersByTime(6_000))
  expect(undo.textContent).toMatch(/[34] s/)
  expect(screen.getByText(`${undoSeconds / 2} seconds left to undo.`)).toBeTruthy()
  act(() => void vi.advanceTimersByTime(6_000))
  expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull()
  expect(screen.getByText('Deleting it at GoTo …')).toBeTruthy()
})

test('when GoTo hasn’t cancelled it, the page says what is safe and what to do', async () => {
  open({ can: nothing, cancelsAt: '2026-11-24T10:03:00.000Z', cancelFailure: 'not_connected' })
  expect(await screen.findByText(/Your GoTo connection has ended/)).toBeTruthy()
  expect(screen.queryByText(/seconds to undo/)).toBeNull()
  expect(screen.getByRole('button', { name: 'Reconnect GoTo' })).toBeTruthy()
  expect(screen.getByRole('button', { name: /^Undo/ })).toBeTruthy()
})

test('who pressed Join is called a press, and the others can be sent the link', async () => {
  open(
    { can: mine },
    {
      [`GET ${path}/attendees`]: {
        invited: [
          {
            personId: 'p2',
            name: 'Erin Walsh',
            email: 'erin@example.com',
            required: true,
            pressedAt: '2026-11-24T09:57:00.000Z',
          },
          { personId: 'p3', name: 'Sam Okafor', email: 'sam@example.com', required: false, pressedAt: null },
        ],
        others: [{ personId: 'p4', name: 'Ada Guest', email: null, pressedAt: '2026-11-24T09:56:00.000Z' }],
      },
    },
  )
  expect(await screen.findByText('Pressed Join 10:57')).toBeTruthy()
  // Everybody who pressed counts, as on the row of the list.
  expect(screen.getByText('2 invited · 1 required · 2 pressed Join')).toBeTruthy()
  expect(screen.getByText('Who pressed Join in Foyer. Attendance appears after the meeting ends.')).toBeTruthy()
  expect(screen.getByText('Pressed Join 10:56')).toBeTruthy()
  // Marked as after the end.
  const people = within(screen.getByRole('region', { name: /^People/ })).getAllByRole('listitem')
  expect(people.map((line) => line.textContent)).toEqual([
    'Erin Walsh · requiredPressed Join 10:57',
    'Sam Okafor · optionalnot yet',
    'Ada GuestPressed Join 10:56',
  ])
  const mail = screen.getByRole('link', { name: 'Send the link (1)' }).getAttribute('href') ?? ''
  expect(mail).toContain('bcc=sam%40example.com&')
  expect(mail).not.toContain('erin')
})

test('End says that GoTo ends a meeting only from inside', async () => {
  open({ can: mine, state: 'live', stateFrom: 'goto', stateSince: '2026-11-24T09:57:00.000Z' })
  fireEvent.click(await screen.findByRole('button', { name: 'End' }))
  expect((await screen.findByRole('dialog')).textContent).toContain(
    'GoTo only lets a host end a meeting from inside it',
  )
})

const ended = { can: mine, state: 'captured', stateFrom: 'history', stateSince: '2026-11-24T09:57:00.000Z' } as const

function after(report: Partial<MeetingReport>, presses: Partial<MeetingAttendees> = {}): string[] {
  return open(ended, {
    [`GET ${path}/report`]: { ...sessionOf({ plannedStartsAt: null }), ...report },
    [`GET ${path}/attendees`]: { invited: [], others: [], ...presses },
  })
}

test('after the end one list says who came, late or left early, who was not seen, and who could be somebody nobody identified', async () => {
  after(
    {
      id: 's1',
      people: 3,
      unidentified: 1,
      couldBe: 1,
      isCertain: false,
      attendees: [
        attendeeOf({ name: 'Olivia Marsh', personId: 'p1', role: 'organizer' }),
        attendeeOf({ name: 'Erin Walsh', personId: 'p2', required: 'required', isLate: true, leftEarly: true }),
        attendeeOf({ name: 'Ada' }),
      ],
      missing: [{ personId: 'p3', name: 'Sam Okafor', required: true, state: 'unknown' }],
    },
    {
      invited: [
        { personId: 'p3', name: 'Sam Okafor', email: null, required: true, pressedAt: '2026-11-24T09:02:00.000Z' },
      ],
      others: [{ personId: 'p4', name: 'Pat Poe', email: null, pressedAt: '2026-11-24T09:04:00.000Z' }],
    },
  )
  const list = within(await screen.findByRole('region', { name: /Who came/ }))
  expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Olivia Marsh · organizer10:03–11:12',
    'Erin Walsh · requiredlate, left early · 10:03–11:12',
    'Ada · not identified10:03–11:12',
    'Sam Okafor · requiredPressed Join 10:02 · could be the one unidentified attendee',
    'Pat PoePressed Join 10:04 · could be the one unidentified attendee',
  ])
  expect(screen.queryByRole('heading', { name: /^People/ })).toBeNull()
  expect(screen.getByRole('link', { name: 'Full report' }).getAttribute('href')).toBe('/history/s1')
})

test('who did not come is not seen when everybody who came is known; several sittings lead to the whole report', async () => {
  const sittings = ['s1', 's2'].map((sessionId) => ({
    sessionId,
    startedAt: '2026-11-24T09:00:00.000Z',
    endedAt: '2026-11-24T09:57:00.000Z',
  }))
  after({
    id: 's2',
    people: 1,
    sittings,
    attendees: [attendeeOf({ name: 'Olivia Marsh', personId: 'p1', role: 'organizer' })],
    missing: [{ personId: 'p3', name: 'Sam Okafor', required: false, state: 'absent' }],
  })
  expect((await screen.findByText('not seen')).closest('li')?.textContent).toContain('Sam Okafor · optional')
  expect(screen.getByText(/over 2 sittings/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Full report' }).getAttribute('href')).toBe('/history/s2?sittings=all')
})

test.each([
  ['not-over', 'This meeting isn’t over yet.', null],
  ['preparing', 'GoTo hasn’t reported attendance yet.', null],
  [null, 'Nobody came.', 0],
] as const)('three kinds of nothing are told apart: %s', async (unreadBecause, sentence, people) => {
  after({ id: null, startedAt: null, endedAt: null, minutes: null, people, unreadBecause, sittings: [], asOf: null })
  expect(await screen.findByText(new RegExp(`^${sentence}`))).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Full report' })).toBeNull()
})

test('a room that was used once can be changed, deleted and started again', async () => {
  const room = detailOf({ startsAt: null, can: mine, state: 'ended', stateFrom: 'goto' })
  open({}, { [`GET ${path}`]: room })
  expect(await screen.findByRole('button', { name: 'Delete room' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Edit' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Start again: Product training' })).toBeTruthy()
})

test('a meeting that is not there says so; one that cannot be read offers to try again', async () => {
  open({}, { [`GET ${path}`]: undefined })
  expect(await screen.findByText('Meeting not found')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
  cleanup()
  open({}, { [`GET ${path}`]: problem('internal', 'Something went wrong in Foyer.') })
  expect(await screen.findByText('Something went wrong in Foyer.')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy()
})

test('without a GoTo connection nothing is pressed in vain: Start, End and Cancel say so first and connect', async () => {
  const returns = watchLeaving()
  const path = `/meetings/${meeting.id}`
  window.history.replaceState(null, '', path)
  const asked = open({ can: mine, state: 'live' }, { me: meOf({ connection: 'none' }), ...connecting })
  fireEvent.click(await screen.findByRole('button', { name: 'Connect GoTo to open as host: Product training' }))
  await waitFor(() => expect(returns).toEqual([path]))
  for (const name of ['End', 'Cancel meeting']) {
    fireEvent.click(screen.getByRole('button', { name }))
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('GoTo isn’t connected')
    fireEvent.click(within(dialog).getByRole('button', { name: 'Connect GoTo' }))
    await waitFor(() => expect(returns.pop()).toBe(path))
    fireEvent.keyDown(dialog, { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  }
  expect(asked.filter((call) => call.startsWith('POST /api/meetings'))).toEqual([])
  window.history.replaceState(null, '', '/')
})
