import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { detailOf } from '#components/meetings/list/fixture.ts'
import { InPortal, meOf, quietClient } from '#components/shell/fixture.tsx'
import { meKey } from '#lib/people/queries.ts'
import { EditMeeting } from './edit-meeting.tsx'
import { NewMeeting } from './new-meeting.tsx'

beforeEach(() => window.history.replaceState(null, '', '/meetings/new'))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** The form's page, and the answer about this person's rooms or about what is at its time, for the test to give. */
function open(held = '/api/meetings?'): (answer: Response) => void {
  let give: (answer: Response) => void = () => undefined
  const awaited = new Promise<Response>((resolve) => {
    give = resolve
  })
  vi.stubGlobal('fetch', async (input: string) =>
    input.startsWith(held) ? awaited : Response.json({ items: [], overlaps: [], roomNeighbours: [] }),
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

test('and with what else is at the time it proposes, whose notice would move those below it too', async () => {
  const give = open('/api/meetings/conflicts')
  await import('./meeting-form.tsx')
  expect(await screen.findByRole('status', { name: 'Loading form' })).toBeTruthy()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(screen.queryByLabelText('Invited')).toBeNull()
  const other = { id: 'a', subject: 'Budget', startsAt: '2026-11-24T10:00:00Z', endsAt: '2026-11-24T10:30:00Z' }
  give(Response.json({ overlaps: [other], roomNeighbours: [] }))
  expect(await screen.findByText('Budget')).toBeTruthy()
  expect(screen.getByLabelText('Invited')).toBeTruthy()
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

test('where it cannot be learnt who is looking, the page says so, and tries again', async () => {
  const down = { type: 'x', title: 'No', status: 503, detail: 'Down.', code: 'internal', requestId: 'r' }
  let isDown = true
  vi.stubGlobal('fetch', async (input: string) => {
    if (input.startsWith('/api/me?') || input === '/api/me')
      return isDown ? Response.json(down, { status: 503 }) : Response.json(meOf())
    return Response.json({ items: [], overlaps: [], roomNeighbours: [] })
  })
  render(
    <InPortal>
      <NewMeeting />
    </InPortal>,
  )
  expect(await screen.findByText(/^Down\./)).toBeTruthy()
  isDown = false
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByLabelText('Subject')).toBeTruthy()
})

test('nor does the form of a meeting that exists wait for it without a word', async () => {
  const down = { type: 'x', title: 'No', status: 503, detail: 'Down.', code: 'internal', requestId: 'r' }
  vi.stubGlobal('fetch', async (input: string) =>
    input === '/api/me' ? Response.json(down, { status: 503 }) : Response.json(detailOf()),
  )
  render(
    <InPortal>
      <EditMeeting id={detailOf().id} />
    </InPortal>,
  )
  expect(await screen.findByText(/^Down\./)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy()
})
