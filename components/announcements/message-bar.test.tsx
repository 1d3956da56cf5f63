import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { InPortal, quietClient } from '#components/shell/fixture.tsx'
import { announcementsQuery } from '#lib/announcements/queries.ts'
import { MessageBar } from './message-bar.tsx'

/** jsdom lays nothing out. */
let textWidth = 0

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
  vi.spyOn(Element.prototype, 'scrollWidth', 'get').mockImplementation(() => textWidth)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(300)
})

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function show(html: string | string[], width: number): void {
  textWidth = width
  const client = quietClient()
  client.setQueryData(announcementsQuery.queryKey, {
    items: [html].flat().map((one, nth) => ({ id: `m${nth}`, html: one })) as never,
  })
  render(
    <InPortal client={client}>
      <MessageBar now={new Date('2026-11-24T09:00:00Z')} zone="UTC" />
    </InPortal>,
  )
}

test('Read appears only when something is hidden: a line too long for the page, or more than one', () => {
  show('<p>Benefits week starts Monday.</p>', 200)
  expect(screen.getByText('Benefits week starts Monday.')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
  cleanup()
  show('<p>Benefits week starts Monday.</p>', 400)
  expect(screen.getByRole('button', { name: /^Read/ })).toBeTruthy()
  cleanup()
  show('<p>Benefits week.</p>\n<p>Bring questions.</p>', 200)
  expect(screen.queryByText('Bring questions.')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: /^Read/ }))
  expect(screen.getByText('Bring questions.')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /^Close/ }))
  expect(screen.queryByText('Bring questions.')).toBeNull()
})

test('an address in a message can be pressed at once, and in the text that opens', () => {
  show('<p>See <a href="https://example.com/plan">https://example.com/plan</a>.</p>\n<p>Bring questions.</p>', 200)
  const address = () => screen.getByRole<HTMLAnchorElement>('link', { name: 'https://example.com/plan' }).href
  expect(address()).toBe('https://example.com/plan')
  fireEvent.click(screen.getByRole('button', { name: /^Read/ }))
  expect(address()).toBe('https://example.com/plan')
})

test('of several messages the newest is one line, and opens to all of them', () => {
  show(['<p>Lift out of order.</p>', '<p>Benefits week starts Monday.</p>'], 200)
  expect(screen.queryByText('Benefits week starts Monday.')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: /^Read all 2/ }))
  for (const text of ['Lift out of order.', 'Benefits week starts Monday.']) expect(screen.getByText(text)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: /^Close/ }))
  expect(screen.queryByText('Benefits week starts Monday.')).toBeNull()
})
