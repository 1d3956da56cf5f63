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
