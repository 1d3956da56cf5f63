import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { answering, clearToasts, InPortal, meOf, problem, quietClient } from '#components/shell/fixture.tsx'
import { meKey } from '#lib/people/queries.ts'
import type { ApiTokenDraft } from '#lib/tokens/schema.ts'
import { TokenDialog } from './token-dialog.tsx'

afterEach(() => {
  clearToasts()
  cleanup()
  vi.unstubAllGlobals()
})

const secret = `foyer_${'A'.repeat(49)}`
const closed = vi.fn()

function open(abilities: string[], answer: unknown = { id: 't1', token: secret }): ApiTokenDraft[] {
  closed.mockReset()
  vi.stubGlobal('ResizeObserver', Still)
  const { fetch } = answering({ 'POST /api/tokens': answer })
  const sent: ApiTokenDraft[] = []
  vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
    if (init?.method === 'POST') sent.push(JSON.parse(String(init.body)) as ApiTokenDraft)
    return fetch(input, init)
  })
  const client = quietClient()
  client.setQueryData(meKey, meOf({ abilities }))
  render(
    <InPortal client={client}>
      <TokenDialog onClose={closed} />
    </InPortal>,
  )
  return sent
}

class Still {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

function clipboard(writeText: (text: string) => Promise<void>): void {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } })
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const tick = (name: RegExp) => fireEvent.click(screen.getByRole('checkbox', { name }))

async function create(): Promise<void> {
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Lobby screen' } })
  tick(/^See meetings/)
  press('Create token')
  await screen.findByLabelText('API token')
}

test('without a name or a scope nothing is sent, and the cursor goes to what is missing', () => {
  const sent = open([])
  press('Create token')
  expect(document.activeElement).toBe(screen.getByLabelText('Name'))
  expect(screen.getByText('Enter a name.')).toBeTruthy()
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Lobby screen' } })
  press('Create token')
  expect(screen.getByText('Choose at least one scope.')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: /^See meetings/ }))
  expect(sent).toEqual([])
})

test('what was chosen is what is asked for: for me, for ninety days', async () => {
  const sent = open([])
  expect(screen.queryByRole('radio', { name: 'For a service' })).toBeNull()
  await create()
  const days = (Date.parse(sent[0]?.expiresAt ?? '') - Date.now()) / 86_400_000
  expect(Math.round(days)).toBe(90)
  expect(sent).toMatchObject([{ name: 'Lobby screen', scopes: ['meetings:read'], actsAs: 'me' }])
})

test('a service is an administrator’s to create, and never changes meetings', async () => {
  const sent = open(['token.manage'])
  tick(/^Change meetings/)
  fireEvent.click(screen.getByRole('radio', { name: 'For a service' }))
  const changing = screen.getByRole('checkbox', { name: /^Change meetings/ }) as HTMLInputElement
  expect([changing.checked, changing.disabled]).toEqual([false, true])
  await create()
  expect(sent).toMatchObject([{ scopes: ['meetings:read'], actsAs: 'service' }])
})

test('the token is shown with an example, and is copied by a press', async () => {
  const copied: string[] = []
  clipboard(async (text) => void copied.push(text))
  open([])
  await create()
  expect((screen.getByLabelText('Try it in a terminal') as HTMLTextAreaElement).value).toContain(
    `Authorization: Bearer ${secret}`,
  )
  press('Copy: API token')
  await screen.findByRole('button', { name: 'Copied: API token' })
  expect(copied).toEqual([secret])
  press('Done')
  expect(closed).toHaveBeenCalledOnce()
})

test('who leaves without it is told once that it cannot be seen again', async () => {
  open([])
  await create()
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })
  expect((await screen.findByRole('alert')).textContent).toMatch(/haven’t copied the token/)
  expect(closed).not.toHaveBeenCalled()
  press('Close without copying')
  expect(closed).toHaveBeenCalledOnce()
})

test('where the browser forbids copying it is selected, and no toast repeats it', async () => {
  clipboard(() => Promise.reject(new Error('no')))
  open([])
  await create()
  press('Copy: API token')
  await screen.findByText(/It’s selected: press Ctrl C/)
  expect(screen.queryByText(new RegExp(`Copy it from here: ${secret}`))).toBeNull()
})

test('a refusal is said in the window, and what was typed stays', async () => {
  open([], problem('conflict', 'You have 20 API tokens already. Revoke one you no longer need.'))
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Lobby screen' } })
  tick(/^See meetings/)
  press('Create token')
  await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/You have 20 API tokens already/))
  expect((screen.getByLabelText('Name') as HTMLInputElement).value).toBe('Lobby screen')
})
