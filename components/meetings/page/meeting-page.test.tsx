import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { detailOf } from '#components/meetings/list/fixture.ts'
import { answering, clearToasts, InPortal, meOf, problem, quietClient } from '#components/shell/fixture.tsx'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
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
  expect(screen.getByText('You have ten seconds to undo.')).toBeTruthy()
  act(() => void vi.advanceTimersByTime(6_000))
  expect(undo.textContent).toMatch(/[34] s/)
  act(() => void vi.advanceTimersByTime(6_000))
  expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull()
  expect(screen.getByText('Deleting it at GoTo …')).toBeTruthy()
})

test('when GoTo hasn’t cancelled it, the page says what is safe and what to do', async () => {
  open({ can: nothing, cancelsAt: '2026-11-24T10:03:00.000Z', cancelFailure: 'not_connected' })
  expect(await screen.findByText(/Your GoTo connection has ended/)).toBeTruthy()
  expect(screen.queryByText(/seconds to undo/)).toBeNull()
  expect(screen.getByRole('link', { name: 'Reconnect GoTo' }).getAttribute('href')).toBe('/settings#goto')
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
  expect(await screen.findByText('pressed Join 10:57')).toBeTruthy()
  expect(screen.getByText(/not presence/)).toBeTruthy()
  expect(screen.getByText('pressed Join 10:56')).toBeTruthy()
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

test('after the end the page waits for the attendees, and then shows who came with the way to the report', async () => {
  const ended = { can: mine, state: 'ended', stateFrom: 'goto', stateSince: '2026-11-24T09:57:00.000Z' } as const
  open(ended)
  expect(await screen.findByText(/Attendees are being fetched/)).toBeTruthy()
  cleanup()
  const session = {
    id: 's1',
    startedAt: '2026-11-24T09:00:00.000Z',
    endedAt: '2026-11-24T09:57:00.000Z',
    hasAttendees: true,
  }
  const lastWeek = { ...session, startedAt: '2026-11-17T09:00:00.000Z', endedAt: '2026-11-17T10:00:00.000Z' }
  const asked = open({ ...ended, sessions: [lastWeek] })
  expect(await screen.findByText(/Attendees are being fetched/)).toBeTruthy()
  expect(asked).not.toContain('GET /api/history/s1')
  cleanup()
  const row = {
    personId: null,
    key: 'erin',
    typedName: 'erin (phone)',
    name: 'Erin Walsh',
    firstJoin: '2026-11-24T09:01:00.000Z',
    lastLeave: '2026-11-24T09:57:00.000Z',
    minutes: 55.6,
    intervals: [],
  }
  open(
    { ...ended, state: 'captured', sessions: [session] },
    { 'GET /api/history/s1': { ...session, minutes: 57, attendees: [row], asOf: session.endedAt } },
  )
  expect((await screen.findByRole('rowheader', { name: 'Erin Walsh' })).parentElement?.textContent).toBe(
    'Erin Walsh10:0110:5755.6',
  )
  expect(screen.getByRole('link', { name: 'Full report' }).getAttribute('href')).toBe('/history/s1')
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
