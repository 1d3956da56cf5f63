import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { answering, clearToasts, InPortal, meOf, quietClient } from '#components/shell/fixture.tsx'
import { meKey } from '#lib/people/queries.ts'
import { ZoneSection } from './zone-section.tsx'

afterEach(() => {
  clearToasts()
  cleanup()
  vi.unstubAllGlobals()
})

test('the clock stands beside the zone, as the browser has it until somebody chooses', async () => {
  const client = quietClient()
  client.setQueryData(meKey, meOf())
  const chosen = meOf({ preferences: { ...meOf().preferences, clock: '12' } })
  const server = answering({ 'PUT /api/me': chosen })
  vi.stubGlobal('fetch', server.fetch)
  render(
    <InPortal client={client}>
      <ZoneSection />
    </InPortal>,
  )
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'As my browser' }).checked).toBe(true)
  fireEvent.click(screen.getByRole('radio', { name: '12-hour' }))
  await waitFor(() => expect(screen.getByRole<HTMLInputElement>('radio', { name: '12-hour' }).checked).toBe(true))
  await waitFor(() => expect(server.asked).toContain('PUT /api/me'))
})
