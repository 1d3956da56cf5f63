import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { pastOf } from '#components/history/parts/fixture.ts'
import { Around, answering } from '#components/history/parts/testing.tsx'
import type { PastSession } from '#lib/history/schema.ts'
import { LastMeeting } from './last-meeting.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function show(session: PastSession): Promise<{ text: string; href: string | null }> {
  vi.stubGlobal('fetch', answering({ '/api/history': { items: [session], nextCursor: null } }))
  render(
    <Around>
      <LastMeeting now={new Date('2026-11-25T09:00:00.000Z')} zone="Europe/Berlin" />
    </Around>,
  )
  const link = await screen.findByRole('link', { name: 'Report: HR benefits meeting' })
  return { text: link.parentElement?.textContent ?? '', href: link.getAttribute('href') }
}

test('a meeting of several sittings is counted as a whole, and its whole report is one press away', async () => {
  const { text, href } = await show(
    pastOf({
      people: 1,
      sitting: { nth: 2, of: 2 },
      startedAt: '2026-11-24T09:40:00.000Z',
      whole: {
        startedAt: '2026-11-24T09:03:00.000Z',
        endedAt: '2026-11-24T10:12:00.000Z',
        people: 7,
        fewestPeople: null,
      },
    }),
  )
  expect(text).toContain('10:03–11:12 CET · 2 sittings · 7 people')
  expect(href).toBe('/history/s1?sittings=all')
})

test('a meeting held in one go is its session', async () => {
  const { text, href } = await show(pastOf({ people: 1 }))
  expect(text).toContain('10:03–11:12 CET · 1 person')
  expect(href).toBe('/history/s1')
})

test('people who may be fewer than the rows are counted as in the report', async () => {
  const { text } = await show(pastOf({ people: 5, fewestPeople: 3 }))
  expect(text).toContain('3–5 people')
})

test('while the clocks change each end has its zone', async () => {
  const { text } = await show(pastOf({ startedAt: '2026-10-25T00:30:00.000Z', endedAt: '2026-10-25T01:30:00.000Z' }))
  expect(text).toContain('02:30–02:30 CEST, then CET')
})

test('a subject written from right to left is cut at its end', async () => {
  vi.stubGlobal('fetch', answering({ '/api/history': { items: [pastOf({ subject: 'التخطيط' })], nextCursor: null } }))
  render(
    <Around>
      <LastMeeting now={new Date('2026-11-25T09:00:00.000Z')} zone="Europe/Berlin" />
    </Around>,
  )
  expect((await screen.findByText('التخطيط')).dir).toBe('auto')
})

test.each([
  [{ organizers: 1, read: 1, isReading: false }, 'You haven’t organized a meeting in the last 30 days.'],
  [{ organizers: 1, read: 0, isReading: false }, 'GoTo’s history hasn’t been read completely yet.'],
  [{ organizers: 1, read: 0, isReading: true }, 'Reading your past meetings from GoTo …'],
])('that there was no meeting is said only once all was read: %o', async (coverage, said) => {
  vi.stubGlobal('fetch', answering({ '/api/history': { items: [], nextCursor: null, coverage } }))
  render(
    <Around>
      <LastMeeting now={new Date('2026-11-25T09:00:00.000Z')} zone="Europe/Berlin" />
    </Around>,
  )
  expect(await screen.findByText(said)).toBeTruthy()
})
