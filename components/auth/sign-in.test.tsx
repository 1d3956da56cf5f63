import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { answering, problem, testDrafts } from '#components/shell/fixture.tsx'
import { forgetDrafts, keepDraft, openDrafts } from '#components/shell/kept-draft.ts'
import { SignIn } from './sign-in.tsx'

afterEach(() => {
  cleanup()
  forgetDrafts()
  vi.unstubAllGlobals()
  localStorage.clear()
})

const ways = { 'GET /api/auth/providers': { goto: { id: 'goto' } }, 'GET /api/auth/csrf': { csrfToken: 'x' } }
async function shown(me: () => unknown): Promise<{ isKept: () => boolean; isAsked: () => boolean }> {
  await openDrafts(testDrafts)
  keepDraft('form', { text: 'typed' })
  const isKept = () => localStorage.getItem('foyer-draft-form') !== null
  await waitFor(() => expect(isKept()).toBe(true))
  const { fetch, asked } = answering({ ...ways, 'GET /api/me': me })
  vi.stubGlobal('fetch', fetch)
  render(<SignIn />)
  await screen.findByRole('button', { name: 'Sign in with GoTo' })
  return { isKept, isAsked: () => asked.includes('GET /api/me') }
}

test.each([
  ['a link shows the page to somebody signed in', () => ({})],
  ['nobody can tell, because the database is away', () => problem('upstream_unavailable', 'Away.')],
])('what was typed stays when %s', async (_, me) => {
  const { isKept, isAsked } = await shown(me)
  await waitFor(() => expect(isAsked()).toBe(true))
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(isKept()).toBe(true)
})

test('what was typed is forgotten when the server says that the session is over', async () => {
  const { isKept } = await shown(() => problem('unauthenticated', 'Over.'))
  await waitFor(() => expect(isKept()).toBe(false))
})

test('of somebody who left nothing here the server isn’t asked who they are', async () => {
  const { fetch, asked } = answering(ways)
  vi.stubGlobal('fetch', fetch)
  render(<SignIn />)
  await screen.findByRole('button', { name: 'Sign in with GoTo' })
  await waitFor(() => expect(asked).toHaveLength(2))
  expect(asked).not.toContain('GET /api/me')
})
