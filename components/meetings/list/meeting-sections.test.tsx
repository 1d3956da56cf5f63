import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Around } from '#components/history/parts/testing.tsx'
import { meetingOf } from './fixture.ts'
import { MeetingSections } from './meeting-sections.tsx'

/** What the browser would tell of elements that come into view and leave it. */
const tells = new Map<Element, (isIntersecting: boolean) => void>()

class Observer {
  readonly tell: IntersectionObserverCallback
  constructor(tell: IntersectionObserverCallback) {
    this.tell = tell
  }
  observe(node: Element): void {
    const boundingClientRect = { height: 1234 }
    tells.set(node, (isIntersecting) => this.tell([{ isIntersecting, boundingClientRect }] as never, this as never))
  }
  disconnect(): void {}
}

/** A list in which the first stretch is in view, and the others lie below. */
beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', Observer)
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const top = this.previousElementSibling ? 9_000 : 0
    return { top, bottom: top + 900, height: 900 } as DOMRect
  })
})

afterEach(() => {
  cleanup()
  tells.clear()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const meetings = Array.from({ length: 200 }, (_, nth) => meetingOf({ id: `m-${nth}-0`, subject: `Planning ${nth}` }))

function show(nextId: string | null = null): HTMLElement[] {
  const sections = [{ key: 'day', title: 'Tuesday', meetings }]
  const shared = { joined: {}, nextId, me: undefined, now: new Date('2026-11-24T10:00:00Z'), zone: 'UTC' }
  const { container } = render(<MeetingSections sections={sections} {...shared} />, { wrapper: Around })
  return [...container.children] as HTMLElement[]
}

function at(stretches: HTMLElement[], nth: number): HTMLElement {
  const found = stretches[nth]
  if (!found) throw new Error('There are fewer stretches.')
  return found
}

function tell(node: HTMLElement, isNear: boolean): void {
  act(() => tells.get(node)?.(isNear))
}

test('only what is near is rows; what is further away is its text, in which the browser finds words', () => {
  const stretches = show()
  expect(screen.getAllByRole('listitem').length).toBeLessThanOrEqual(40)
  expect(screen.getByRole('link', { name: 'Planning 0' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Planning 150' })).toBeNull()
  const text = stretches.map(({ textContent }) => textContent).join('\n')
  for (const { subject } of meetings) expect(text).toContain(subject)
  expect(text).toContain('Planning 150 · Dana Reyes · 123-456-789')
})

test('ten thousand rows are far fewer nodes', () => {
  const before = meetings.length
  for (let nth = before; nth < 10_000; nth += 1)
    meetings.push(meetingOf({ id: `m-${nth}-${(nth % 16).toString(16)}`, subject: `Planning ${nth}` }))
  show()
  expect(document.getElementsByTagName('*').length).toBeLessThan(1_300)
  meetings.length = before
})

test('text becomes rows when it comes near, and as high a text when it leaves', () => {
  const second = at(show(), 1)
  expect(second.children).toHaveLength(0)
  tell(second, true)
  expect(second.querySelectorAll('li').length).toBeGreaterThanOrEqual(12)
  tell(second, false)
  expect(second.children).toHaveLength(0)
  expect(second.style.height).toMatch(/1234px/)
})

test('who comes back finds what is further away as high as it was left: Back can scroll to its place', () => {
  show()
  cleanup()
  expect(at(show(), 1).style.height).toBe('calc(900px)')
})

test('the row with the focus stays, however far somebody scrolls, and so does what J joins', () => {
  const [first, ...rest] = show('m-150-0')
  if (!first) throw new Error('There is no first stretch.')
  const link = screen.getByRole('link', { name: 'Planning 3' })
  act(() => link.focus())
  tell(first, false)
  expect(document.activeElement).toBe(link)
  act(() => link.blur())
  expect(first.children).toHaveLength(0)
  expect(rest.filter(({ children }) => children.length > 0)).toHaveLength(1)
  expect(screen.getByRole('link', { name: 'Planning 150' })).toBeTruthy()
})

test('a section is one landmark, however many stretches it has', () => {
  const stretches = show()
  for (const stretch of stretches) tell(stretch, true)
  expect(stretches.length).toBeGreaterThan(3)
  expect(screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'))).toEqual(['Tuesday'])
})

test('a reader is told how long the list is, and the heading stands once', () => {
  const stretches = show()
  for (const stretch of stretches) tell(stretch, true)
  const rows = screen.getAllByRole('listitem')
  expect(rows.map((row) => row.getAttribute('aria-posinset'))).toEqual(rows.map((_, nth) => String(nth + 1)))
  expect(rows.every((row) => row.getAttribute('aria-setsize') === '200')).toBe(true)
  expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(1)
})

test('all rows are printed', () => {
  show()
  fireEvent(window, new Event('beforeprint'))
  expect(screen.getAllByRole('listitem')).toHaveLength(200)
  fireEvent(window, new Event('afterprint'))
  expect(screen.getAllByRole('listitem').length).toBeLessThanOrEqual(40)
})
