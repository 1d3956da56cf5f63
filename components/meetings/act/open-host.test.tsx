import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clearToasts } from '#components/shell/fixture.tsx'
import { Toaster } from '#components/ui/toaster.tsx'
import { openHost } from './open-host.ts'

const hostUrl = 'https://host.example/start?token=secret'
const named = { failed: 'Couldn’t start “Budget”.' }
const open = vi.fn<(address: string, target: string) => Window | null>()

beforeEach(() => {
  vi.stubGlobal('open', open)
  render(<Toaster />)
})

afterEach(() => {
  clearToasts()
  cleanup()
  open.mockReset()
  vi.unstubAllGlobals()
})

type FakeTab = { window: Window; replaced: string[]; isClosed: () => boolean }

/** A tab that remembers where it was sent. */
function newTab(): FakeTab {
  const replaced: string[] = []
  let isClosed = false
  const tab = {
    opener: window,
    document: document.implementation.createHTMLDocument(''),
    location: { replace: (address: string) => replaced.push(address) },
    close: () => {
      isClosed = true
    },
  }
  return { window: tab as unknown as Window, replaced, isClosed: () => isClosed }
}

test('the tab opens in the press, before GoTo has answered, and then takes the address of the host', async () => {
  const tab = newTab()
  open.mockReturnValue(tab.window)
  const answer = Promise.withResolvers<{ hostUrl: string }>()
  const opening = openHost(() => answer.promise, named)
  expect(open).toHaveBeenCalledExactlyOnceWith('about:blank', '_blank')
  expect(tab.window.document.body.textContent).toBe('Starting …')
  expect(tab.replaced).toEqual([])
  answer.resolve({ hostUrl })
  expect(await opening).toBe(true)
  expect(tab.replaced).toEqual([hostUrl])
})

test('the meeting cannot reach back into Foyer, and nothing of the page keeps the address', async () => {
  const tab = newTab()
  open.mockReturnValue(tab.window)
  const entries = window.history.length
  await openHost(async () => ({ hostUrl }), named)
  expect(tab.window.opener).toBeNull()
  expect(window.history.length).toBe(entries)
  expect(document.documentElement.outerHTML).not.toContain('secret')
  expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.toContain('secret')
})

test('when GoTo refuses, the tab stays and says why, and a toast names the meeting and tries again', async () => {
  const tab = newTab()
  open.mockReturnValueOnce(tab.window)
  const start = vi.fn(async () => ({ hostUrl }))
  start.mockRejectedValueOnce(new Error('Your GoTo connection has ended. Reconnect in Settings.'))
  expect(await openHost(start, named)).toBe(false)
  expect(tab.isClosed()).toBe(false)
  expect(tab.replaced).toEqual([])
  expect(tab.window.document.title).toBe('Couldn’t start “Budget”.')
  expect([...tab.window.document.body.children].map(({ textContent }) => textContent)).toEqual([
    'Couldn’t start “Budget”.',
    'Your GoTo connection has ended. Reconnect in Settings.',
    'You can close this tab.',
  ])
  const notice = 'Couldn’t start “Budget”. Your GoTo connection has ended. Reconnect in Settings.'
  expect(await screen.findByText(notice)).toBeTruthy()

  const another = newTab()
  open.mockReturnValueOnce(another.window)
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(another.replaced).toEqual([hostUrl]))
  expect(screen.queryByText(notice)).toBeNull()
})

test('what is said of a failed start is gone once another press succeeds, and that of another meeting stays', async () => {
  open.mockImplementation(() => newTab().window)
  await openHost(() => Promise.reject(new Error('GoTo is busy.')), named)
  const notice = await screen.findByText('Couldn’t start “Budget”. GoTo is busy.')
  await openHost(async () => ({ hostUrl }), { failed: 'Couldn’t start “Sync”.' })
  expect(notice.isConnected).toBe(true)
  await openHost(async () => ({ hostUrl }), named)
  await waitFor(() => expect(notice.isConnected).toBe(false))
})

test('where the page already says it, the tab closes and no toast repeats it', async () => {
  const tab = newTab()
  open.mockReturnValue(tab.window)
  await openHost(() => Promise.reject(new Error('Pick a later end.')), { ...named, isSaid: () => true })
  expect(tab.isClosed()).toBe(true)
  expect(screen.getByRole('region', { name: 'Notices' }).textContent).toBe('')
})

test('a blocked tab starts nothing, says so, and can be tried again', async () => {
  const start = vi.fn(async () => ({ hostUrl }))
  open.mockReturnValueOnce(null)
  expect(await openHost(start, named)).toBe(false)
  expect(start).not.toHaveBeenCalled()
  const tab = newTab()
  open.mockReturnValueOnce(tab.window)
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(tab.replaced).toEqual([hostUrl]))
})
