import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { InPortal, meOf, quietClient } from '#components/shell/fixture.tsx'
import { meKey } from '#lib/people/queries.ts'
import { meetingOf } from './fixture.ts'
import { MeetingRow } from './meeting-row.tsx'

afterEach(cleanup)

function show(part: Parameters<typeof meetingOf>[0], now: string, joinedAt?: string): void {
  const shared = { joinedAt, isNext: false, me: undefined, zone: 'UTC' }
  render(<MeetingRow meeting={meetingOf(part)} now={new Date(now)} {...shared} />, { wrapper: InPortal })
}

test.each([true, false])('the row that J joins shows a J only while single keys are on: %s', (singleKeys) => {
  const client = quietClient()
  client.setQueryData(meKey, meOf({ preferences: { ...meOf().preferences, singleKeys } }))
  const rows = [true, false].map((isNext) => (
    <MeetingRow
      key={String(isNext)}
      meeting={meetingOf()}
      joinedAt={undefined}
      isNext={isNext}
      me={undefined}
      now={new Date('2026-11-24T09:58:00Z')}
      zone="UTC"
    />
  ))
  render(<InPortal client={client}>{rows}</InPortal>)
  const links = screen.getAllByRole('link', { name: 'Join now: Product training' })
  expect(links.map((link) => link.parentElement?.textContent)).toEqual([
    singleKeys ? 'JJoin now' : 'Join now',
    'Join now',
  ])
  expect(links.map((link) => link.dataset.join)).toEqual(['next', 'other'])
})

test('what should have started long ago says until when it was planned', () => {
  show({ state: 'waiting', joinPresses: 2 }, '2026-11-24T10:40:00Z')
  expect(screen.getByText('Planned until 11:00, not started')).toBeTruthy()
  expect(screen.getByText('2 pressed Join')).toBeTruthy()
})

test('a meeting of later today says how long it is until then, one of another day does not', () => {
  show({}, '2026-11-24T02:00:00Z')
  expect(screen.getByText('in 8 h')).toBeTruthy()
  expect(screen.getByText('opens 09:45')).toBeTruthy()
  cleanup()
  show({}, '2026-11-23T02:00:00Z')
  expect(screen.queryByText(/^in /)).toBeNull()
})

test('a join that opens on the evening before says on which day', () => {
  show({ startsAt: '2026-11-25T00:00:00.000Z' }, '2026-11-24T20:00:00Z')
  expect(screen.getByText('opens today 23:45')).toBeTruthy()
  cleanup()
  show({ startsAt: '2026-12-09T00:00:00.000Z' }, '2026-11-24T20:00:00Z')
  expect(screen.getByText('opens Tue 23:45')).toBeTruthy()
})

test('a row that is only read is few nodes: there may be thousands', () => {
  show({}, '2026-11-23T02:00:00Z')
  const row = screen.getByRole('listitem')
  expect(row.getElementsByTagName('*').length + 1).toBeLessThanOrEqual(11)
})

test('a press of Join is called a press, mine with its time and others’ with their number', () => {
  show({ state: 'live', joinPresses: 3 }, '2026-11-24T10:30:00Z')
  expect(screen.getByText('3 pressed Join')).toBeTruthy()
  cleanup()
  show({ state: 'live', joinPresses: 3 }, '2026-11-24T10:30:00Z', '2026-11-24T10:23:00Z')
  expect(screen.getByText('Pressed Join 10:23')).toBeTruthy()
  expect(screen.queryByText(/joined/i)).toBeNull()
})

test('a meeting that should have started says how late it is', () => {
  show({}, '2026-11-24T10:16:00Z')
  expect(screen.getByText('16 min late')).toBeTruthy()
})

test('under Now, which has no heading with a day, a meeting of another day says which', () => {
  show({ startsAt: '2026-11-23T23:30:00.000Z', state: 'live' }, '2026-11-24T00:10:00Z', '2026-11-23T23:40:00Z')
  expect(screen.getByText('UTC, yesterday')).toBeTruthy()
  expect(screen.getByText('Pressed Join yesterday')).toBeTruthy()
  cleanup()
  show({ startsAt: '2026-11-24T00:05:00.000Z' }, '2026-11-23T23:56:00Z')
  expect(screen.getByText('UTC, tomorrow')).toBeTruthy()
  cleanup()
  show({ startsAt: '2026-11-23T23:00:00.000Z', endsAt: '2026-11-23T23:30:00.000Z' }, '2026-11-24T00:10:00Z')
  expect(screen.getByText('Planned until yesterday, not started')).toBeTruthy()
})

test('the subject leads to the page of the meeting', () => {
  show({}, '2026-11-24T02:00:00Z')
  const link = screen.getByRole('link', { name: 'Product training' })
  expect(link.getAttribute('href')).toBe('/meetings/0192aaaa-0000-7000-8000-000000000001')
})

const mine = { join: true, start: true, edit: true, cancel: true, undo: false, attendees: true }

test('the organizer of a meeting that is due is offered Start, everybody else Join now', async () => {
  show({ can: mine }, '2026-11-24T09:58:00Z')
  expect(await screen.findByRole('button', { name: 'Start: Product training' })).toBeTruthy()
  expect(screen.queryByText('Join now')).toBeNull()
  cleanup()
  show({}, '2026-11-24T09:58:00Z')
  expect(screen.getByRole('link', { name: 'Join now: Product training' })).toBeTruthy()
})

test('what is being cancelled says so and cannot be joined; its organizer can undo it until it goes to GoTo', async () => {
  const cancelled = {
    cancelsAt: '2026-11-24T09:58:10.000Z',
    can: { join: false, start: false, edit: false, cancel: false, undo: false, attendees: false },
  }
  const can = { ...cancelled.can, undo: true }
  show(cancelled, '2026-11-24T09:58:01Z')
  expect(screen.getByText('Being cancelled')).toBeTruthy()
  expect(screen.queryByText('Join now')).toBeNull()
  expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull()
  cleanup()
  show({ ...cancelled, can }, '2026-11-24T09:58:01Z')
  expect(await screen.findByRole('button', { name: 'Undo cancelling: Product training' })).toBeTruthy()
  cleanup()
  show({ ...cancelled, can }, '2026-11-24T09:58:10Z')
  expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull()
})

test('while the clocks change the row names the zone of each end', () => {
  const times = { startsAt: '2026-10-25T00:30:00.000Z', endsAt: '2026-10-25T01:30:00.000Z' }
  const shared = { joinedAt: undefined, isNext: false, me: undefined, zone: 'Europe/Berlin' }
  render(<MeetingRow meeting={meetingOf(times)} now={new Date('2026-10-24T20:00:00Z')} {...shared} />, {
    wrapper: InPortal,
  })
  expect(document.querySelector('time')?.textContent).toBe('02:30–02:30 CEST, then CET')
})

test('a subject or a name written from right to left is cut at its end, not at its beginning', () => {
  const organizer = { personId: 'p9', name: 'דנה רייס', email: 'dana@example.com' }
  show({ subject: 'التخطيط السنوي', organizer }, '2026-11-24T02:00:00Z')
  const subject = screen.getByRole('heading', { name: 'التخطيط السنوي' })
  expect(subject.dir).toBe('auto')
  // What has a direction of its own, or is isolated, does not count towards it.
  expect(subject.querySelector('[dir], bdi')).toBeNull()
  expect(screen.getByText('דנה רייס').dir).toBe('auto')
})
