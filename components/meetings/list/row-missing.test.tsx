import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { afterEach, expect, test, vi } from 'vitest'
import { clearToasts, InPortal, meOf, quietClient } from '#components/shell/fixture.tsx'
import { meKey } from '#lib/people/queries.ts'
import { meetingOf } from './fixture.ts'
import { MeetingRow } from './meeting-row.tsx'

vi.mock('#components/meetings/act/run-act.ts', () => {
  throw new Error('404: an update replaced it')
})

afterEach(() => {
  clearToasts()
  cleanup()
})

test('a row’s key whose act can’t be loaded says so and offers to reload', async () => {
  const client = quietClient()
  client.setQueryData(meKey, meOf())
  const shared = { joinedAt: undefined, isNext: false, me: 'p1', now: new Date('2026-11-24T09:00:00Z'), zone: 'UTC' }
  render(
    <InPortal client={client}>
      <AppRouterContext value={{ push: vi.fn() } as never}>
        <ul>
          <MeetingRow meeting={meetingOf()} {...shared} />
        </ul>
      </AppRouterContext>
    </InPortal>,
  )
  fireEvent.keyDown(screen.getByRole('link', { name: 'Product training' }), { key: 'l' })
  expect(await screen.findByText(/couldn’t be loaded. Foyer may have been updated/)).toBeTruthy()
})
