import { cleanup, render, screen } from '@testing-library/react'
import { PathnameContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime'
import { afterEach, expect, test, vi } from 'vitest'
import { answering, InPortal, meOf } from './fixture.tsx'
import { Notices } from './notices.tsx'

afterEach(() => {
  cleanup()
  window.history.replaceState(null, '', '/')
  vi.unstubAllGlobals()
})

function arrive(address: string): void {
  window.history.replaceState(null, '', address)
  vi.stubGlobal('fetch', answering({ 'GET /api/me': meOf() }).fetch)
  render(
    <PathnameContext value={window.location.pathname}>
      <InPortal>
        <Notices />
      </InPortal>
    </PathnameContext>,
  )
}

test('whoever comes back from GoTo without a connection reads why on the page they had left', async () => {
  arrive('/meetings/new?draft=abc&error=access_denied')
  const alert = await screen.findByRole('alert')
  expect(await screen.findByText('GoTo wasn’t connected')).toBeTruthy()
  expect(alert.textContent).toContain('It was declined at GoTo.')
})

test('a page that nobody came back to says nothing, and Settings says it itself', () => {
  arrive('/meetings/new?draft=abc')
  expect(screen.queryByRole('alert')).toBeNull()
  cleanup()
  arrive('/settings?error=access_denied')
  expect(screen.queryByRole('alert')).toBeNull()
})
