import { afterEach, expect, test, vi } from 'vitest'
import { meKey } from '#lib/people/queries.ts'
import { answering, meOf, problem, quietClient } from './fixture.tsx'
import { isStillMine } from './is-still-mine.ts'
import { forgetDrafts } from './kept-draft.ts'

afterEach(() => {
  forgetDrafts()
  vi.unstubAllGlobals()
})

/** Olivia's page, brought up again, when the server answers this. */
async function broughtUp(answer: unknown): Promise<{ isMine: boolean; isReloaded: boolean }> {
  const reload = vi.fn()
  vi.stubGlobal('location', { ...window.location, reload })
  vi.stubGlobal('fetch', answering({ 'GET /api/me': answer }).fetch)
  const client = quietClient()
  client.setQueryData(meKey, meOf())
  return { isMine: await isStillMine(client), isReloaded: reload.mock.calls.length > 0 }
}

test('a page is its person’s for as long as they are signed in, and while nobody can tell', async () => {
  expect(await broughtUp(meOf())).toEqual({ isMine: true, isReloaded: false })
  expect(await broughtUp(problem('upstream_unavailable', 'Away.'))).toEqual({ isMine: true, isReloaded: false })
  expect(await broughtUp(problem('unauthenticated', 'Over.'))).toEqual({ isMine: false, isReloaded: false })
})

test('whoever signs in after them, or they themselves in a new session, sees nothing of it: it is loaded anew', async () => {
  const others = { ...meOf().drafts, id: 'another session' }
  expect(await broughtUp(meOf({ personId: 'p2', drafts: others }))).toEqual({ isMine: false, isReloaded: true })
  expect(await broughtUp(meOf({ drafts: others }))).toEqual({ isMine: false, isReloaded: true })
})
