import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { meetingOf } from '#components/meetings/list/fixture.ts'
import { answering, connecting, InPortal, meOf, quietClient, watchLeaving } from '#components/shell/fixture.tsx'
import { meKey } from '#lib/people/queries.ts'
import { Palette } from './palette.tsx'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-24T10:00:00Z'), shouldAdvanceTime: true })
  Element.prototype.scrollIntoView ??= () => undefined
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  )
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test('the palette offers meetings in the order of Now: live, mine, about to start, and last what nobody started', async () => {
  const at = (time: string) => `2026-11-24T${time}:00.000Z`
  const invited = [{ personId: 'p1', name: 'Olivia Brandt', required: true }]
  const organizer = { personId: 'p9', name: 'Dana Reyes', email: 'dana@example.com' }
  const meetings = [
    meetingOf({ id: 'a', subject: 'Overdue', startsAt: at('08:30'), organizer, invited }),
    meetingOf({ id: 'b', subject: 'About to start', startsAt: at('10:04'), organizer }),
    meetingOf({ id: 'c', subject: 'Mine', startsAt: at('10:10'), organizer, invited }),
    meetingOf({ id: 'd', subject: 'Live', startsAt: at('10:00'), state: 'live', organizer }),
  ]
  const { fetch } = answering({ 'GET /api/meetings': { items: meetings, nextCursor: null, asOf: null, joined: {} } })
  vi.stubGlobal('fetch', fetch)
  const client = quietClient()
  client.setQueryData(meKey, meOf({ abilities: [] }))
  render(
    <InPortal client={client}>
      <Palette onClose={() => undefined} onHelp={() => undefined} />
    </InPortal>,
  )
  await screen.findByText('Overdue')
  const options = screen.getAllByRole('option').map(({ textContent }) => textContent ?? '')
  expect(options.slice(0, 4).map((text) => text.replace(/\d.*/, ''))).toEqual([
    'Live',
    'Mine',
    'About to start',
    'Overdue',
  ])
})

test('an organizer’s own meeting is started from the palette as from its row, not joined as a guest', async () => {
  const can = { join: true, start: true, edit: true, cancel: true, undo: false, attendees: true }
  const organizer = { personId: 'p1', name: 'Olivia Brandt', email: 'olivia@example.com' }
  const own = meetingOf({ id: 'o', subject: 'Own', startsAt: '2026-11-24T10:04:00.000Z', organizer, can })
  const hostUrl = 'https://host.example/start'
  const { fetch, asked } = answering({
    'GET /api/meetings': { items: [own], nextCursor: null, asOf: null, joined: {} },
    'POST /api/meetings/o/start': { hostUrl },
  })
  vi.stubGlobal('fetch', fetch)
  const replaced: string[] = []
  const opened = vi.fn((_address: string, _target: string) => ({
    document: document.implementation.createHTMLDocument(''),
    location: { replace: (address: string) => replaced.push(address) },
  }))
  vi.stubGlobal('open', opened)
  const client = quietClient()
  client.setQueryData(meKey, meOf())
  render(
    <InPortal client={client}>
      <Palette onClose={() => undefined} onHelp={() => undefined} />
    </InPortal>,
  )
  fireEvent.click(await screen.findByText('Start: Own'))
  await waitFor(() => expect(replaced).toEqual([hostUrl]))
  expect(opened).toHaveBeenCalledExactlyOnceWith('about:blank', '_blank')
  expect(asked).toContain('POST /api/meetings/o/start')
})

test('until GoTo is connected, the entry of a meeting to start says so and connects it', async () => {
  const returns = watchLeaving()
  const can = { join: true, start: true, edit: true, cancel: true, undo: false, attendees: true }
  const organizer = { personId: 'p1', name: 'Olivia Brandt', email: 'olivia@example.com' }
  const own = meetingOf({ id: 'o', subject: 'Own', startsAt: '2026-11-24T10:04:00.000Z', organizer, can })
  const { fetch, asked } = answering({
    'GET /api/meetings': { items: [own], nextCursor: null, asOf: null, joined: {} },
    ...connecting,
  })
  vi.stubGlobal('fetch', fetch)
  const client = quietClient()
  client.setQueryData(meKey, meOf({ connection: 'none' }))
  render(
    <InPortal client={client}>
      <Palette onClose={() => undefined} onHelp={() => undefined} />
    </InPortal>,
  )
  fireEvent.click(await screen.findByText('Connect GoTo to start: Own'))
  await waitFor(() => expect(returns).toEqual(['/']))
  expect(asked).not.toContain('POST /api/meetings/o/start')
})
