import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { Around } from '#components/history/parts/testing.tsx'
import { MeetingList } from './meeting-list.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function open(status: number, body: object): void {
  vi.stubGlobal('fetch', async (input: string) =>
    input.startsWith('/api/meetings') ? Response.json(body, { status }) : Response.json({}, { status: 404 }),
  )
  const now = new Date('2026-11-24T09:00:00Z')
  render(<MeetingList filter={{ q: 'common words' }} now={now} zone="UTC" />, { wrapper: Around })
}

const coverage = { source: 'administrator', organizers: 1, read: 1, missing: [], partly: [] }

test('a search that was looked through only in part doesn’t say that nothing matches, and offers to go on', async () => {
  open(200, { items: [], nextCursor: 'further', asOf: '2026-11-24T09:00:00Z', coverage, joined: {} })
  expect(await screen.findByText('Nothing found yet')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Show more' })).toBeTruthy()
})

test('a search that is refused says why', async () => {
  const problem = { type: 'about:blank', title: 'Check your input', status: 422, detail: 'At most 12 words.' }
  open(422, { ...problem, code: 'invalid', requestId: '1', fields: { q: 'At most 12 words.' } })
  expect(await screen.findByText('At most 12 words.')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Clear filters' })).toBeTruthy()
})
