import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { Command } from 'cmdk'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { meetingOf } from '#components/meetings/list/fixture.ts'
import { answering, clearToasts, InPortal, meOf, quietClient } from '#components/shell/fixture.tsx'
import type { Conflicts } from '#lib/meetings/schema.ts'
import { meKey } from '#lib/people/queries.ts'
import { PaletteCreate } from './palette-create.tsx'

/** Tuesday, 24 November 2026, 10:58 in Berlin. */
const now = new Date('2026-11-24T09:58:00.000Z')
const zone = 'Europe/Berlin'
const overlap = (id: string, subject: string) => ({
  id,
  subject,
  startsAt: '2026-11-25T09:15:00.000Z',
  endsAt: '2026-11-25T10:00:00.000Z',
})

let conflicts: Conflicts
let asked: string[] = []

beforeEach(() => {
  vi.useFakeTimers({ now, shouldAdvanceTime: true })
  conflicts = { overlaps: [], roomNeighbours: [] }
  asked = []
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
  clearToasts()
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function open(): void {
  const answer = answering({
    'GET /api/meetings/conflicts': () => conflicts,
    'POST /api/meetings': meetingOf({ subject: 'Sync' }),
  })
  vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
    asked.push(`${init?.method ?? 'GET'} ${input}`)
    return answer.fetch(input, init)
  })
  const client = quietClient()
  client.setQueryData(meKey, meOf())
  render(
    <InPortal client={client}>
      <Box />
    </InPortal>,
  )
}

function Box() {
  const [typed, setTyped] = useState('')
  return (
    <Command shouldFilter={false}>
      <Command.Input aria-label="Search" value={typed} onValueChange={setTyped} />
      <Command.List>
        <PaletteCreate typed={typed} now={now} zone={zone} run={(act) => act} go={() => () => undefined} />
      </Command.List>
    </Command>
  )
}

function type(text: string): void {
  fireEvent.change(screen.getByLabelText('Search'), { target: { value: text } })
}

/** As long as the entry waits for the next letter. */
const pause = () => act(() => vi.advanceTimersByTimeAsync(300))
const create = () => screen.getByRole('option', { name: /^Create “/ })

test('what of mine is there at that time is named in the entry before anything is saved, and said', async () => {
  conflicts = { overlaps: [overlap('o1', 'Budget')], roomNeighbours: [] }
  open()
  type('Sync tomorrow 10:00 45m')
  await pause()
  const sentence = 'Overlaps Budget, 10:15–11:00 CET'
  await waitFor(() => expect(create().textContent).toBe(`Create “Sync” — Wed 25 Nov, 10:00–10:45 CET${sentence}`))
  expect(screen.getByRole('status').textContent).toBe(sentence)
  expect(asked).toEqual([
    'GET /api/meetings/conflicts?startsAt=2026-11-25T09%3A00%3A00.000Z&endsAt=2026-11-25T09%3A45%3A00.000Z',
  ])
})

test('many at that time are counted, and one of another day says of which', async () => {
  const night = { ...overlap('o0', 'Night watch'), startsAt: '2026-11-24T22:15:00.000Z' }
  const others = ['Budget', 'Retro', 'Demo'].map((name) => overlap(name, name))
  conflicts = { overlaps: [night, ...others], roomNeighbours: [] }
  open()
  type('Sync tomorrow 10:00')
  await pause()
  await waitFor(() =>
    expect(create().textContent).toContain(
      'Overlaps Night watch, Tue 24 Nov, 23:15–11:00 (+1) CET; Budget, 10:15–11:00 CET; and 2 more',
    ),
  )
})

test('it is asked once the typing pauses, and not again for a letter of the subject', async () => {
  open()
  for (const text of ['Sync tomorrow 10', 'Sync tomorrow 10:3', 'Sync tomorrow 10:30']) type(text)
  expect(asked).toEqual([])
  await pause()
  expect(asked).toHaveLength(1)
  for (const text of ['A Sync tomorrow 10:30', 'All Sync tomorrow 10:30']) type(text)
  await pause()
  expect(asked).toHaveLength(1)
})

test('an answer about another time than the one that stands there is not shown', async () => {
  conflicts = { overlaps: [overlap('o1', 'Budget')], roomNeighbours: [] }
  open()
  type('Sync tomorrow 10:00')
  await pause()
  await waitFor(() => expect(create().textContent).toContain('Overlaps'))
  conflicts = { overlaps: [], roomNeighbours: [] }
  type('Sync tomorrow 14:00')
  expect(create().textContent).toBe('Create “Sync” — Wed 25 Nov, 14:00–14:30 CET')
})

test('Enter creates at once, without waiting for what overlaps', async () => {
  open()
  type('Sync tomorrow 10:00')
  fireEvent.keyDown(screen.getByLabelText('Search'), { key: 'Enter' })
  expect(asked).toEqual(['POST /api/meetings'])
})
