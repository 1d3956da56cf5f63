import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { Command } from 'cmdk'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newPlace, readForm } from '#components/meetings/form/kept-form.ts'
import { meetingOf } from '#components/meetings/list/fixture.ts'
import { parseSentence } from '#components/meetings/sentence/parse-sentence.ts'
import {
  answering,
  clearToasts,
  connecting,
  InPortal,
  meOf,
  quietClient,
  watchLeaving,
} from '#components/shell/fixture.tsx'
import type { Conflicts } from '#lib/meetings/schema.ts'
import { meKey } from '#lib/people/queries.ts'
import { PaletteCreate, PaletteCreateLast } from './palette-create.tsx'

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
let went: string[] = []

beforeEach(() => {
  vi.useFakeTimers({ now, shouldAdvanceTime: true })
  conflicts = { overlaps: [], roomNeighbours: [] }
  asked = []
  went = []
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
  vi.restoreAllMocks()
})

function open(me = meOf()): void {
  const answer = answering({
    'GET /api/meetings/conflicts': () => conflicts,
    'POST /api/meetings': meetingOf({ subject: 'Sync' }),
    ...connecting,
  })
  vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
    asked.push(`${init?.method ?? 'GET'} ${input}`)
    return answer.fetch(input, init)
  })
  const client = quietClient()
  client.setQueryData(meKey, me)
  render(
    <InPortal client={client}>
      <Box />
    </InPortal>,
  )
}

function Box() {
  const [typed, setTyped] = useState('')
  const reading = parseSentence(typed, { now, zone, order: 'day first', hasHalfDays: false, country: null })
  const go = (href: string) => () => went.push(href)
  return (
    <Command shouldFilter={false}>
      <Command.Input aria-label="Search" value={typed} onValueChange={setTyped} />
      <Command.List>
        <PaletteCreate typed={typed} reading={reading} zone={zone} run={(act) => act} go={go} />
        <PaletteCreateLast typed={typed} reading={reading} zone={zone} go={go} />
      </Command.List>
    </Command>
  )
}

function type(text: string): void {
  fireEvent.change(screen.getByLabelText('Search'), { target: { value: text } })
}

/** As long as the entry waits for the next letter. */
const pause = () => act(() => vi.advanceTimersByTimeAsync(300))
const create = () => screen.getByRole('option', { name: /^Create “.+” — / })

test('what of mine is there at that time is named in the entry before anything is saved, and said', async () => {
  conflicts = { overlaps: [overlap('o1', 'Budget')], roomNeighbours: [] }
  open()
  type('Sync tomorrow 10:00 45m')
  await pause()
  const sentence = 'Overlaps Budget, 10:15–11:00 CET'
  await waitFor(() => expect(create().textContent).toBe(`Create “Sync” — Wed 25 Nov, 10:00–10:45 CET${sentence}45 min`))
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
  expect(create().textContent).toBe('Create “Sync” — Wed 25 Nov, 14:00–14:30 CET30 min')
})

test('Enter creates at once, without waiting for what overlaps', async () => {
  open()
  type('Sync tomorrow 10:00')
  fireEvent.keyDown(screen.getByLabelText('Search'), { key: 'Enter' })
  expect(asked).toEqual(['POST /api/meetings'])
})

test('what was understood is shown before Enter: the zone it was said in, and that it is one meeting only', async () => {
  open()
  type('Sync weekly tomorrow 3pm EST')
  await pause()
  expect(create().textContent).toBe(
    'Create “Sync” — Wed 25 Nov, 21:00–21:30 CETWed 25 Nov, 15:00–15:30 ESTThis creates one meeting. Series come later.30 min',
  )
})

test('what could be another day is asked and said, and Enter creates nothing', async () => {
  open()
  type('Lunch Friday 28 Nov 12:00')
  const question = 'Which day did you mean, Friday 27 November or Saturday 28 November?'
  expect(screen.getByRole('option', { name: question }).getAttribute('aria-disabled')).toBe('true')
  expect(screen.queryByRole('option', { name: /^Create “.+” — / })).toBeNull()
  expect(screen.getByRole('status').textContent).not.toBe(question)
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe(question))
  fireEvent.keyDown(screen.getByLabelText('Search'), { key: 'Enter' })
  expect(asked).toEqual([])
})

test('the last entry opens the form with the words and with what was understood', () => {
  open()
  const last = () => screen.getAllByRole('option').at(-1)
  expect(last()?.textContent).not.toMatch(/^Create “/)
  type('Lunch')
  expect(last()?.textContent).toBe('Create “Lunch” …Open form')
  fireEvent.click(last() as HTMLElement)
  expect(readForm(newPlace('sentence'))).toMatchObject({ values: { subject: 'Lunch', minutes: 30 }, isUnsure: false })
  type('Lunch tomorrow 12:30 45m')
  expect(last()?.textContent).toBe('Create “Lunch” …Open form')
  fireEvent.click(last() as HTMLElement)
  expect(readForm(newPlace('sentence-2'))).toMatchObject({
    values: { subject: 'Lunch', start: { day: '2026-11-25', time: '12:30' }, minutes: 45 },
  })
  expect(went).toEqual(['/meetings/new?draft=sentence', '/meetings/new?draft=sentence-2'])
  expect(asked).toEqual([])
})

test('until GoTo is connected that stands there before Enter, which connects it and comes back to the sentence', async () => {
  const returns = watchLeaving()
  open(meOf({ connection: 'none' }))
  type('Sync tomorrow 10:00 45m')
  expect(screen.getAllByRole('option')[0]?.textContent).toBe(
    'Connect GoTo to create “Sync” — Wed 25 Nov, 10:00–10:45 CETGoTo isn’t connected. This comes back as a form.45 min',
  )
  fireEvent.keyDown(screen.getByLabelText('Search'), { key: 'Enter' })
  await waitFor(() => expect(returns).toEqual(['/meetings/new?draft=sentence']))
  expect(asked).not.toContain('POST /api/meetings')
  expect(readForm(newPlace('sentence'))?.values).toMatchObject({ subject: 'Sync', minutes: 45 })
})

test('nor is Meet now offered before that; somebody whose connection has ended reconnects', async () => {
  const returns = watchLeaving()
  open(meOf({ connection: 'revoked' }))
  expect(screen.queryByText('Meet now')).toBeNull()
  fireEvent.click(screen.getByText('Reconnect GoTo to meet now, create and start meetings'))
  await waitFor(() => expect(returns).toEqual(['/']))
})
