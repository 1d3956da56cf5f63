import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answering, clearToasts, InPortal, meOf, problem, quietClient } from '#components/shell/fixture.tsx'
import { meKey } from '#lib/people/queries.ts'
import type { ApiToken } from '#lib/tokens/schema.ts'
import { tokenOf } from './fixture.ts'
import { MyTokens } from './my-tokens.tsx'
import { TokenTable } from './token-table.tsx'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-24T10:04:00.000Z'), shouldAdvanceTime: true })
  window.history.replaceState(null, '', '/admin/tokens')
})

afterEach(() => {
  clearToasts()
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function open(tokens: ApiToken[] | Record<string, unknown>, part = <TokenTable />): { asked: string[] } {
  let now = tokens
  const { fetch, asked } = answering({
    'GET /api/tokens': () => (Array.isArray(now) ? { items: now, hasMore: now.length > 2 } : now),
    'DELETE /api/tokens/t1': () => {
      if (Array.isArray(now)) now = now.filter(({ id }) => id !== 't1')
      return {}
    },
  })
  vi.stubGlobal('fetch', fetch)
  const client = quietClient()
  client.setQueryData(meKey, meOf({ abilities: ['token.manage'] }))
  render(
    <InPortal client={client}>
      <main id="main" tabIndex={-1}>
        {part}
      </main>
    </InPortal>,
  )
  return { asked }
}

test('each token says whose it is, what it may do, when it ends and when it was last used, to the minute and zone', async () => {
  open([tokenOf({ scopes: ['meetings:read', 'history:read'] })])
  const row = (await screen.findByRole('rowheader')).closest('tr') as HTMLElement
  expect(row.textContent).toContain('See meetings, See history')
  expect(within(row).getByRole('cell', { name: 'Erin Doyle' })).toBeTruthy()
  expect(within(row).getByRole('cell', { name: /^Ends in 61 days ?24 Jan 2027, 11:04 CET$/i })).toBeTruthy()
  const used = within(row).getByRole('cell', { name: /^3 min ago ?24 Nov 2026, 11:01 CET ?from 198.51.100.7$/i })
  expect(used.querySelector('time')?.getAttribute('datetime')).toBe('2026-11-24T10:01:00.000Z')
})

test('a press on a column sorts by it and keeps that in the address', async () => {
  open([tokenOf({ id: 'b', name: 'b' }), tokenOf({ id: 'a', name: 'A', lastUsedAt: null })])
  const names = () => screen.getAllByRole('rowheader').map((one) => one.querySelector('bdi')?.textContent)
  await screen.findByRole('table')
  expect(names()).toEqual(['A', 'b'])
  fireEvent.click(screen.getByRole('button', { name: 'Last used' }))
  expect(names()).toEqual(['b', 'A'])
  expect(window.location.search).toBe('?sort=-used')
  expect(screen.getByRole('columnheader', { name: 'Last used' }).getAttribute('aria-sort')).toBe('descending')
})

test('of more tokens than a list holds it says that it holds the newest', async () => {
  open(['a', 'b', 'c'].map((id) => tokenOf({ id })))
  expect(await screen.findByText(/^The 3 newest tokens, those that work first\./)).toBeTruthy()
})

test('one is revoked after a question that says what stops, is gone from the list, and leaves the focus on the page', async () => {
  const { asked } = open([tokenOf(), tokenOf({ id: 't2', name: 'Nightly' })])
  const button = await screen.findByRole('button', { name: 'Revoke Lobby screen' })
  button.focus()
  fireEvent.click(button)
  const question = await screen.findByRole('dialog')
  expect(question.textContent).toContain('stop working within a second')
  fireEvent.click(within(question).getByRole('button', { name: 'Revoke token' }))
  await screen.findByText('Lobby screen revoked')
  expect(asked).toContain('DELETE /api/tokens/t1')
  await waitFor(() => expect(screen.getAllByRole('rowheader')).toHaveLength(1))
  expect(document.activeElement?.id).toBe('main')
})

test('what is over has no button, and says so in a word', async () => {
  open([
    tokenOf({ id: 't2', name: 'Old', state: 'expired', expiresAt: '2026-11-20T10:00:00.000Z' }),
    tokenOf({ id: 't3', name: 'Ended', state: 'revoked', revokedAt: '2026-11-24T10:00:00.000Z' }),
    tokenOf({ id: 't4', name: 'Resting', state: 'paused', actsAs: 'service' }),
  ])
  await screen.findByRole('table')
  expect(screen.getAllByRole('button', { name: /^Revoke/ }).map((one) => one.getAttribute('aria-label'))).toEqual([
    'Revoke Resting',
  ])
  for (const word of ['Expired', 'Revoked', 'Paused']) expect(screen.getByText(word)).toBeTruthy()
  expect(screen.getByText(/or no longer an administrator/)).toBeTruthy()
})

test('without any, the page says what they are for', async () => {
  open([])
  expect(await screen.findByText('No API tokens yet')).toBeTruthy()
})

test('when the list cannot be had, it says so and asks again', async () => {
  open(problem('internal', 'Something went wrong in Foyer.'))
  expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong')
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy()
})

test('in Settings my own are a list', async () => {
  open([tokenOf({ isMine: true, lastUsedAt: null, actsAs: 'service' })], <MyTokens />)
  const list = await screen.findByRole('list', { name: 'My API tokens' })
  expect(list.textContent).toMatch(
    /Lobby screenfoyer_AbCd….*For a service · See meetings.*Ends in 61 days · never used/i,
  )
})
