import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { meetingOf } from '#components/meetings/list/fixture.ts'
import { InPortal, quietClient } from '#components/shell/fixture.tsx'
import { joinStateQuery } from '#lib/meetings/meeting-queries.ts'
import type { MeetingState } from '#lib/meetings/schema.ts'
import { Waiting } from './waiting.tsx'

afterEach(cleanup)

function wait(state: MeetingState, part: Parameters<typeof meetingOf>[0] = {}): void {
  const meeting = meetingOf(part)
  const client = quietClient()
  const answer = { state, stateSince: null, joinUrl: 'https://goto.example/join', asOf: null }
  client.setQueryData(joinStateQuery(meeting.id).queryKey, answer)
  render(
    <InPortal client={client}>
      <Waiting
        meeting={meeting}
        joinUrl={answer.joinUrl}
        since="2026-11-24T09:58:00.000Z"
        whenLive={(url) => <p>in at {url}</p>}
        whenEnded={() => <p>over</p>}
      />
    </InPortal>,
  )
}

test('people who wait are let in while somebody is there, even while the host is ending it', () => {
  for (const state of ['live', 'ending'] as const) {
    wait(state)
    expect(screen.getByText('in at https://goto.example/join')).toBeTruthy()
    cleanup()
  }
})

test('before it starts people wait, and after its end the page says so', () => {
  for (const state of ['scheduled', 'waiting'] as const) {
    wait(state)
    expect(screen.getByRole('heading', { name: /^Waiting for/ })).toBeTruthy()
    expect(screen.getByText(/^Pressed Join /)).toBeTruthy()
    cleanup()
  }
  wait('ended')
  expect(screen.getByText('over')).toBeTruthy()
})

test('whoever waits for a meeting that should have started long ago is told', () => {
  vi.useFakeTimers({ now: new Date('2026-11-24T10:20:00Z'), toFake: ['Date'] })
  wait('waiting')
  expect(screen.queryByText(/may not be coming/)).toBeNull()
  cleanup()
  vi.setSystemTime(new Date('2026-11-24T11:10:00Z'))
  wait('waiting')
  expect(screen.getByText(/^Planned until \d\d:\d\d, not started\. Dana Reyes may not be coming\.$/)).toBeTruthy()
  expect(screen.getByText(/^Keep this tab open/)).toBeTruthy()
  vi.useRealTimers()
})
