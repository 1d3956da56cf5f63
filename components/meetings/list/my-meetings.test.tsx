import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answering, InPortal, meOf, problem, quietClient } from '#components/shell/fixture.tsx'
import { meetingsQuery } from '#lib/meetings/queries.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { meKey } from '#lib/people/queries.ts'
import { meetingOf } from './fixture.ts'
import { MyMeetings } from './my-meetings.tsx'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T09:00:00Z') })
  vi.stubGlobal('fetch', () => new Promise(() => undefined))
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  window.history.replaceState(null, '', '/')
})

const own = meetingOf({ id: '1', subject: 'Customer demo', startsAt: '2026-11-25T10:00:00.000Z' })
const room = meetingOf({ id: '2', subject: 'Olivia’s room', startsAt: null })
const live = meetingOf({ id: '3', subject: 'Stand-up', state: 'live' })
const organizer = { personId: 'p2', name: 'Sam Okafor', email: 'sam@example.com' }

function show(items: Meeting[], q?: string, me = meOf()): void {
  if (q) window.history.replaceState(null, '', `/meetings?q=${q}`)
  const client = quietClient()
  client.setQueryData(meKey, me)
  const coverage = { source: 'administrator' as const, organizers: 1, read: 1, missing: [], partly: [] }
  const page = {
    items,
    nextCursor: null,
    asOf: '2026-11-24T09:00:00.000Z',
    coverage,
    joined: {},
    throughGroups: {},
    version: '1',
  }
  const { queryKey } = meetingsQuery({ mine: '1', rooms: '1', ...(q ? { q } : {}) })
  client.setQueryData(queryKey, { pages: [page], pageParams: [null] })
  render(<MyMeetings />, { wrapper: ({ children }) => <InPortal client={client}>{children}</InPortal> })
}

test('what is on comes first, then my rooms, then the days', () => {
  show([own, room, live])
  const heads = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
  expect(heads[0]).toBe('Now')
  expect(heads[1]).toBe('My rooms')
  expect(heads.at(-1)).toMatch(/^Tomorrow/)
})

test('no row says that it is mine where all are; where one is not, every row says whose it is', () => {
  show([own, room])
  expect(screen.queryByText('You')).toBeNull()
  cleanup()
  show([own, { ...live, organizer }])
  expect(screen.getByText('You')).toBeTruthy()
  expect(screen.getByText('Sam Okafor')).toBeTruthy()
})

test('a search is in the address, and one without results names it and can be cleared', () => {
  show([], 'budget')
  expect(screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search your meetings' }).value).toBe('budget')
  expect(screen.getByText('No results for “budget”')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Clear search' }))
  expect(window.location.search).toBe('')
})

test('a search that asks for too much says why and can be cleared', async () => {
  window.history.replaceState(null, '', '/meetings?q=budget')
  const refused = { ...problem('invalid', 'Invalid.'), fields: { q: 'Search for at most 8 words.' } }
  vi.stubGlobal('fetch', answering({ 'GET /api/meetings': refused }).fetch)
  const client = quietClient()
  client.setQueryData(meKey, meOf())
  render(<MyMeetings />, { wrapper: ({ children }) => <InPortal client={client}>{children}</InPortal> })
  expect(await screen.findByText('Search for at most 8 words.')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Clear search' }))
  expect(window.location.search).toBe('')
})

test('an organizer who never connected GoTo learns it above their meetings, and isn’t offered to meet now', () => {
  show([own], undefined, meOf({ connection: 'none' }))
  expect(screen.getByText(/GoTo isn’t connected. Connect it to create, start and change/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Connect GoTo' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Meet now' })).toBeNull()
  cleanup()
  show([own])
  expect(screen.queryByText(/GoTo isn’t connected/)).toBeNull()
  expect(screen.getByRole('button', { name: 'Meet now' })).toBeTruthy()
})

test('without GoTo a row keeps the word Start, calmly, says where it leads and goes there', async () => {
  const due = meetingOf({ can: { ...own.can, start: true, edit: true } })
  show([due], undefined, meOf({ connection: 'none' }))
  const start = await screen.findByRole('button', { name: 'Start: Product training' })
  expect(start.textContent).toBe('Start')
  expect(start.className).toContain('bg-raised')
  expect(start.getAttribute('aria-description')).toContain('GoTo isn’t connected')
  expect(screen.getAllByText(/^Connect GoTo$/)).toHaveLength(1)
})
