import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { answering, clearToasts, InPortal, meOf, quietClient } from '#components/shell/fixture.tsx'
import { meKey } from '#lib/people/queries.ts'
import type { Account } from '#lib/people/schema.ts'
import { PeoplePage } from './people-page.tsx'

afterEach(() => {
  clearToasts()
  cleanup()
  vi.unstubAllGlobals()
})

function account(part: Partial<Account>): Account {
  return { personId: 'p9', name: 'Erin Doyle', email: 'erin@example.com', disabledAt: null, isLending: false, ...part }
}

/** Answers searches with these people, and changes by doing them. */
function open(people: Account[]): { asked: string[] } {
  let now = people
  function change(disabledAt: string | null): Account {
    now = now.map((one) => (one.personId === 'p9' ? { ...one, disabledAt } : one))
    return account({ disabledAt })
  }
  const isDisabled = () => now.some(({ personId, disabledAt }) => personId === 'p9' && disabledAt !== null)
  const { fetch, asked } = answering({
    'GET /api/people': () => ({ items: now }),
    'PATCH /api/people/p9': () => change(isDisabled() ? null : '2026-11-24T09:00:00.000Z'),
  })
  vi.stubGlobal('fetch', fetch)
  const client = quietClient()
  client.setQueryData(meKey, meOf())
  render(
    <InPortal client={client}>
      <PeoplePage />
    </InPortal>,
  )
  return { asked }
}

test('disabling somebody asks first, and says what it means', async () => {
  const { asked } = open([account({})])
  fireEvent.click(await screen.findByRole('button', { name: 'Disable Erin Doyle' }))
  const dialog = await screen.findByRole('dialog', { name: 'Disable Erin Doyle?' })
  expect(dialog.textContent).toContain('logged off in every browser within a second')
  expect(dialog.textContent).toContain('Their meetings stay')
  expect(asked).not.toContain('PATCH /api/people/p9')
  fireEvent.click(screen.getAllByRole('button', { name: 'Disable Erin Doyle' }).at(-1) as HTMLElement)
  expect(await screen.findByText('Erin Doyle disabled')).toBeTruthy()
  expect(await screen.findByText('Disabled')).toBeTruthy()
  expect(screen.getByText(/since .*24 Nov/)).toBeTruthy()
})

test('disabling the wrong person is undone where it is said', async () => {
  open([account({})])
  fireEvent.click(await screen.findByRole('button', { name: 'Disable Erin Doyle' }))
  await screen.findByRole('dialog')
  fireEvent.click(screen.getAllByRole('button', { name: 'Disable Erin Doyle' }).at(-1) as HTMLElement)
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(await screen.findByText('Erin Doyle enabled')).toBeTruthy()
  await waitFor(() => expect(screen.queryByText('Disabled')).toBeNull())
})

test('of somebody who lends, it says that lists may stop updating', async () => {
  open([account({ isLending: true })])
  fireEvent.click(await screen.findByRole('button', { name: 'Disable Erin Doyle' }))
  expect((await screen.findByRole('dialog')).textContent).toContain(
    'unless somebody else lends one, lists stop updating',
  )
})

test('enabling needs one press', async () => {
  open([account({ disabledAt: '2026-11-23T09:00:00.000Z' })])
  fireEvent.click(await screen.findByRole('button', { name: 'Enable Erin Doyle' }))
  expect(await screen.findByText('Erin Doyle enabled')).toBeTruthy()
  await waitFor(() => expect(screen.queryByText('Disabled')).toBeNull())
})

test('nobody is offered to disable themselves', async () => {
  open([account({ personId: 'p1', name: 'Olivia Brandt' })])
  expect(await screen.findByText('You')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Disable/ })).toBeNull()
})

test('a search without results names it', async () => {
  open([])
  expect(await screen.findByText('Nobody is disabled. Search for a person to disable them.')).toBeTruthy()
  fireEvent.change(screen.getByRole('searchbox', { name: 'Find a person' }), { target: { value: 'zoe' } })
  expect(await screen.findByText('No results for “zoe”')).toBeTruthy()
})

test('it says whom the search finds, and what to do about somebody who has not been here yet', async () => {
  open([])
  const about = (await screen.findByText(/^Everybody who has signed in, and your organizers at GoTo\./)).textContent
  expect(about).toContain('Anybody else can’t be disabled before their first visit')
})
