import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { startMeeting } from '#lib/meetings/calls.ts'
import { meKey } from '#lib/people/queries.ts'
import { answering, connecting, InPortal, meOf, problem, quietClient, watchLeaving } from './fixture.tsx'
import { noteEndedGrant } from './goto-grant.ts'
import { Notices } from './notices.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('once GoTo has refused a grant, the whole page says that it has ended', async () => {
  const { fetch } = answering({
    'GET /api/me': meOf({ connection: 'revoked' }),
    'POST /api/meetings/m1/start': problem('not_connected', 'GoTo no longer accepts your connection.'),
  })
  vi.stubGlobal('fetch', fetch)
  const client = quietClient()
  client.setQueryData(meKey, meOf({ connection: 'active' }))
  const end = noteEndedGrant(client)
  render(<Notices />, { wrapper: ({ children }) => <InPortal client={client}>{children}</InPortal> })
  expect(screen.queryByText(/connection has ended/)).toBeNull()
  await expect(startMeeting('m1')).rejects.toThrow('no longer accepts')
  expect(await screen.findByText(/Your GoTo connection has ended/)).toBeTruthy()
  end()
})

test('what says that the connection has ended renews it with one press, and comes back to this page', async () => {
  const returns = watchLeaving()
  vi.stubGlobal('fetch', answering(connecting).fetch)
  const client = quietClient()
  client.setQueryData(meKey, meOf({ connection: 'revoked' }))
  render(<Notices />, { wrapper: ({ children }) => <InPortal client={client}>{children}</InPortal> })
  fireEvent.click(screen.getByRole('button', { name: 'Reconnect GoTo' }))
  await waitFor(() => expect(returns).toEqual([window.location.pathname]))
})
