import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { detailOf } from '#components/meetings/list/fixture.ts'
import { answering, InPortal, meOf, quietClient } from '#components/shell/fixture.tsx'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { meKey } from '#lib/people/queries.ts'
import { JoinRoom } from './join-room.tsx'

const meeting = detailOf()
const path = `/api/meetings/${meeting.id}`
const presses = [`POST ${path}/join`, 'POST /api/meetings/join']

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-24T09:58:00Z'), shouldAdvanceTime: true })
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

type Arrival = { id?: string; isPressed: boolean; part?: Partial<MeetingDetail>; found?: MeetingDetail | null }

function arrive({ id = meeting.id, isPressed, part = {}, found = null }: Arrival): () => string[] {
  const state = { state: 'waiting', stateSince: null, joinUrl: 'https://goto.example/join', asOf: null }
  const pressed = { ...state, joinedAt: '2026-11-24T09:58:00.000Z' }
  const { fetch, asked } = answering({
    [`GET ${path}`]: detailOf(part),
    'GET /api/meetings/join': { gotoMeetingId: '999888777', meeting: found },
    [`POST ${path}/join`]: pressed,
    [`GET ${path}/join`]: state,
    'POST /api/meetings/join': {
      gotoMeetingId: '999888777',
      meeting: null,
      joinUrl: '#at-goto',
      joinedAt: pressed.joinedAt,
    },
  })
  vi.stubGlobal('fetch', fetch)
  const client = quietClient()
  client.setQueryData(meKey, meOf())
  render(
    <InPortal client={client}>
      <JoinRoom id={id} isPressed={isPressed} />
    </InPortal>,
  )
  return () => asked.filter((call) => presses.includes(call))
}

test('a press in Foyer is the press of Join: nothing more is asked', async () => {
  const pressed = arrive({ isPressed: true })
  expect(await screen.findByRole('heading', { name: /^Waiting for/ })).toBeTruthy()
  expect(pressed()).toEqual([`POST ${path}/join`])
})

test('who comes by another site’s link is asked, and joins with one press', async () => {
  const pressed = arrive({ isPressed: false })
  const join = await screen.findByRole('button', { name: 'Join now' })
  expect(screen.getByText('Dana Reyes hasn’t started it yet.')).toBeTruthy()
  expect(document.activeElement).not.toBe(join)
  expect(pressed()).toEqual([])
  fireEvent.click(join)
  expect(await screen.findByRole('heading', { name: /^Waiting for/ })).toBeTruthy()
  expect(pressed()).toEqual([`POST ${path}/join`])
})

test('before it opens such a tab waits for a press, and then joins as it opens', async () => {
  const startsAt = '2026-11-24T12:00:00.000Z'
  const pressed = arrive({ isPressed: false, part: { startsAt } })
  expect(await screen.findByRole('heading', { name: 'Opens at 12:45 CET' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Join when it opens' }))
  expect(screen.getByText(/Keep this tab open/)).toBeTruthy()
  expect(pressed()).toEqual([])
  vi.setSystemTime(new Date('2026-11-24T11:45:01Z'))
  expect(await screen.findByRole('heading', { name: /^Waiting for/ })).toBeTruthy()
  expect(pressed()).toEqual([`POST ${path}/join`])
})

test.each([true, false])(
  'nobody is sent to a meeting Foyer doesn’t know without being asked, pressed: %s',
  async (isPressed) => {
    const pressed = arrive({ id: '999888777', isPressed })
    const join = await screen.findByRole('button', { name: 'Join at GoTo' })
    expect(screen.getByRole('heading', { name: 'Open 999-888-777 at GoTo?' })).toBeTruthy()
    expect(pressed()).toEqual([])
    fireEvent.click(join)
    await waitFor(() => expect(pressed()).toEqual(['POST /api/meetings/join']))
    expect(await screen.findByRole('link', { name: 'Open meeting' })).toBeTruthy()
  },
)

test('a typed ID that Foyer knows joins its meeting at once', async () => {
  const pressed = arrive({ id: meeting.gotoMeetingId, isPressed: true, found: meeting })
  expect(await screen.findByRole('heading', { name: /^Waiting for/ })).toBeTruthy()
  expect(pressed()).toEqual([`POST ${path}/join`])
})
