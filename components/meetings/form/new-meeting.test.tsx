import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { InPortal, meOf, quietClient } from '#components/shell/fixture.tsx'
import { meKey } from '#lib/people/queries.ts'
import { NewMeeting } from './new-meeting.tsx'

beforeEach(() => window.history.replaceState(null, '', '/meetings/new'))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** The form's page, and the answer about this person's rooms, for the test to give. */
function open(): (answer: Response) => void {
  let give: (answer: Response) => void = () => undefined
  const rooms = new Promise<Response>((resolve) => {
    give = resolve
  })
  vi.stubGlobal('fetch', async (input: string) =>
    input.startsWith('/api/meetings?') ? rooms : Response.json({ items: [], overlaps: [], roomNeighbours: [] }),
  )
  const client = quietClient()
  client.setQueryData(meKey, meOf())
  render(
    <InPortal client={client}>
      <NewMeeting />
    </InPortal>,
  )
  return give
}

test('the form appears with the rooms it could be in, whose field would move those below it', async () => {
  const give = open()
  await import('./meeting-form.tsx')
  expect(await screen.findByRole('status', { name: 'Loading form' })).toBeTruthy()
  expect(screen.queryByLabelText('Invited')).toBeNull()
  give(Response.json({ items: [], nextCursor: null, asOf: null, coverage: {}, joined: {} }))
  expect(await screen.findByLabelText('Invited')).toBeTruthy()
})

test('the form does not wait for rooms that cannot be had', async () => {
  const give = open()
  give(
    Response.json(
      { type: 'x', title: 'No', status: 503, detail: 'Down.', code: 'internal', requestId: 'r' },
      { status: 503 },
    ),
  )
  expect(await screen.findByLabelText('Invited')).toBeTruthy()
})

test('nor does it wait long for rooms that do not come', async () => {
  vi.useFakeTimers()
  await import('./meeting-form.tsx')
  open()
  await act(() => vi.advanceTimersByTimeAsync(2_500))
  expect(screen.queryByLabelText('Invited')).toBeNull()
  await act(() => vi.advanceTimersByTimeAsync(1_000))
  expect(screen.getByLabelText('Invited')).toBeTruthy()
})
