import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clearToasts } from '#components/shell/fixture.tsx'
import { Toaster } from '#components/ui/toaster.tsx'
import { openHost } from './open-host.ts'

const hostUrl = 'https://host.example/start?token=secret'
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
  const opening = openHost(() => answer.promise)
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
  await openHost(async () => ({ hostUrl }))
  expect(tab.window.opener).toBeNull()
  expect(window.history.length).toBe(entries)
  expect(document.documentElement.outerHTML).not.toContain('secret')
  expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.toContain('secret')
})

test('when GoTo refuses, the tab closes and the page says why', async () => {
  const tab = newTab()
  open.mockReturnValue(tab.window)
  const opened = await openHost(() =>
    Promise.reject(new Error('Your GoTo connection has ended. Reconnect in Settings.')),
  )
  expect(opened).toBe(false)
  expect(tab.isClosed()).toBe(true)
  expect(tab.replaced).toEqual([])
  expect(await screen.findByText('Your GoTo connection has ended. Reconnect in Settings.')).toBeTruthy()
})

test('a blocked tab starts nothing, says so, and can be tried again', async () => {
  const start = vi.fn(async () => ({ hostUrl }))
  open.mockReturnValueOnce(null)
  expect(await openHost(start)).toBe(false)
  expect(start).not.toHaveBeenCalled()
  const tab = newTab()
  open.mockReturnValueOnce(tab.window)
  fireEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(tab.replaced).toEqual([hostUrl]))
})
