import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answering, clearToasts, InPortal, meOf, quietClient } from '#components/shell/fixture.tsx'
import { beginTypeAhead, onTypeAhead } from '#components/shell/type-ahead.ts'
import { meKey } from '#lib/people/queries.ts'
import type { Me } from '#lib/people/schema.ts'
import { detailOf, meetingOf } from './fixture.ts'
import { MeetingRow } from './meeting-row.tsx'

const push = vi.fn()
const copied = vi.fn(async () => undefined)

beforeEach(() => Object.assign(navigator, { clipboard: { writeText: copied } }))

afterEach(() => {
  clearToasts()
  cleanup()
  push.mockReset()
  copied.mockClear()
  vi.unstubAllGlobals()
})

const meeting = meetingOf()
const mine = { join: true, start: true, edit: true, cancel: true, undo: false, attendees: true }
type Shown = { part?: Parameters<typeof meetingOf>[0]; me?: Partial<Me>; answers?: Record<string, unknown> }

function show({ part = { can: mine }, me = {}, answers = {} }: Shown = {}): HTMLElement {
  const client = quietClient()
  client.setQueryData(meKey, meOf(me))
  const { fetch, asked } = answering(answers)
  vi.stubGlobal('fetch', fetch)
  requests = asked
  const shared = { joinedAt: undefined, isNext: false, me: 'p1', now: new Date('2026-11-24T09:00:00Z'), zone: 'UTC' }
  render(
    <InPortal client={client}>
      <AppRouterContext value={{ push } as never}>
        <ul>
          <MeetingRow meeting={meetingOf(part)} {...shared} />
        </ul>
      </AppRouterContext>
    </InPortal>,
  )
  return screen.getByRole('link', { name: 'Product training' })
}

let requests: string[] = []

async function openMenu(): Promise<(string | null)[]> {
  fireEvent.click(screen.getByRole('button', { name: 'More: Product training' }))
  const items = await screen.findAllByRole('menuitem')
  return items.map((item) => item.querySelector('span')?.textContent ?? null)
}

test('the organizer’s menu has Edit, Duplicate, Copy link and Cancel meeting', async () => {
  show()
  expect(await openMenu()).toEqual(['Edit', 'Duplicate', 'Copy link', 'Cancel meeting'])
})

test('the menu has only what this person may do', async () => {
  show({ part: {}, me: { abilities: [] } })
  expect(await openMenu()).toEqual(['Copy link'])
})

test('an ended meeting has its report and can neither be changed nor cancelled; a room can', async () => {
  show({ part: { can: mine, state: 'captured' } })
  expect(await openMenu()).toEqual(['Report', 'Duplicate', 'Copy link'])
  cleanup()
  show({ part: { can: mine, state: 'captured', startsAt: null } })
  expect(await openMenu()).toEqual(['Report', 'Edit', 'Duplicate', 'Copy link', 'Delete room'])
})

test('what is being cancelled cannot be changed or cancelled again', async () => {
  show({ part: { can: { ...mine, undo: true }, cancelsAt: '2026-11-24T09:00:10.000Z' } })
  expect(await openMenu()).toEqual(['Duplicate', 'Copy link'])
})

test.each([
  ['e', `/meetings/${meeting.id}/edit`],
  ['D', `/meetings/new?from=${meeting.id}`],
])('%s pressed in a row opens the form', async (key, href) => {
  fireEvent.keyDown(show(), { key })
  await waitFor(() => expect(push).toHaveBeenCalledExactlyOnceWith(href))
})

test('L pressed in a row copies its link and says so', async () => {
  fireEvent.keyDown(show(), { key: 'l' })
  expect(await screen.findByText('Link copied')).toBeTruthy()
  expect(copied).toHaveBeenCalledExactlyOnceWith(`${window.location.origin}/meetings/${meeting.id}/join`)
})

test('R pressed in an ended row opens the report of its latest session', async () => {
  const part = { can: mine, state: 'captured' as const }
  const session = { id: 's9', startedAt: '2026-11-24T10:00:00.000Z', endedAt: null, hasAttendees: true }
  const answers = { [`GET /api/meetings/${meeting.id}`]: detailOf({ ...part, sessions: [session] }) }
  fireEvent.keyDown(show({ part, answers }), { key: 'r' })
  await waitFor(() => expect(push).toHaveBeenCalledExactlyOnceWith('/history/s9'))
})

test('R in a row that has ended again opens no report of an earlier session', async () => {
  const part = { can: mine, state: 'ended' as const, stateSince: '2026-11-24T10:30:00.000Z' }
  const old = {
    id: 's8',
    startedAt: '2026-11-17T10:00:00.000Z',
    endedAt: '2026-11-17T10:30:00.000Z',
    hasAttendees: true,
  }
  const answers = { [`GET /api/meetings/${meeting.id}`]: detailOf({ ...part, sessions: [old] }) }
  fireEvent.keyDown(show({ part, answers }), { key: 'r' })
  await waitFor(() => expect(push).toHaveBeenCalledExactlyOnceWith(`/meetings/${meeting.id}`))
})

test('R opens the report although GoTo’s history has it end some minutes before Foyer noticed', async () => {
  const part = { can: mine, state: 'ended' as const, stateSince: '2026-11-24T10:30:00.000Z' }
  const session = {
    id: 's9',
    startedAt: '2026-11-24T10:00:00.000Z',
    endedAt: '2026-11-24T10:26:00.000Z',
    hasAttendees: true,
  }
  const answers = { [`GET /api/meetings/${meeting.id}`]: detailOf({ ...part, sessions: [session] }) }
  fireEvent.keyDown(show({ part, answers }), { key: 'r' })
  await waitFor(() => expect(push).toHaveBeenCalledExactlyOnceWith('/history/s9'))
})

test('X asks before it cancels; then the row offers Undo, and no toast repeats it', async () => {
  const cancelling = {
    cancelsAt: '2026-11-24T09:00:10.000Z',
    can: { ...mine, edit: false, cancel: false, undo: true },
  }
  const answers = {
    [`GET /api/meetings/${meeting.id}`]: detailOf({ can: mine }),
    [`DELETE /api/meetings/${meeting.id}`]: meetingOf(cancelling),
  }
  fireEvent.keyDown(show({ answers }), { key: 'x' })
  expect(await screen.findByRole('button', { name: 'Keep meeting' })).toBeTruthy()
  expect(requests).not.toContain(`DELETE /api/meetings/${meeting.id}`)
  fireEvent.click(screen.getByRole('button', { name: 'Cancel meeting' }))
  expect(await screen.findByText('“Product training” is being cancelled.')).toBeTruthy()
  cleanup()
  show({ part: cancelling })
  expect(await screen.findByRole('button', { name: 'Undo cancelling: Product training' })).toBeTruthy()
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull())
})

test('single keys that are turned off, held with another, or not allowed do nothing', () => {
  fireEvent.keyDown(
    show({ me: { preferences: { zone: null, clock: 'browser', theme: 'system', singleKeys: false } } }),
    { key: 'e' },
  )
  cleanup()
  const link = show()
  for (const held of ['ctrlKey', 'metaKey', 'altKey']) fireEvent.keyDown(link, { key: 'd', [held]: true })
  cleanup()
  fireEvent.keyDown(show({ part: {}, me: { abilities: [] } }), { key: 'e' })
  expect(push).not.toHaveBeenCalled()
})

test('a key that is held down, was taken by somebody else or is typed for the palette does nothing to the row', async () => {
  const link = show()
  fireEvent.keyDown(link, { key: 'd', repeat: true })
  const take = (event: Event) => event.preventDefault()
  link.addEventListener('keydown', take)
  fireEvent.keyDown(link, { key: 'd' })
  link.removeEventListener('keydown', take)
  beginTypeAhead()
  fireEvent.keyDown(link, { key: 'e' })
  onTypeAhead(() => undefined)()
  fireEvent.keyDown(link, { key: 'd' })
  await waitFor(() => expect(push).toHaveBeenCalled())
  expect(push).toHaveBeenCalledExactlyOnceWith(`/meetings/new?from=${meeting.id}`)
})

test('keys work in the open menu, too, which closes', async () => {
  show()
  await openMenu()
  fireEvent.keyDown(screen.getByRole('menu'), { key: 'd' })
  await waitFor(() => expect(push).toHaveBeenCalledExactlyOnceWith(`/meetings/new?from=${meeting.id}`))
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
})
