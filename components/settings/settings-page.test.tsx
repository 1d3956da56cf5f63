import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answering, InPortal, meOf, quietClient } from '#components/shell/fixture.tsx'
import { meKey } from '#lib/people/queries.ts'
import { movedSections, ownSections } from './sections.ts'
import { SettingsPage } from './settings-page.tsx'

/** The heights of the sections change: a browser says so. */
let resize: () => void = () => undefined
const seen = vi.fn()

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(tell: () => void) {
        resize = tell
      }
      observe(): void {}
      disconnect(): void {
        resize = () => undefined
      }
    },
  )
  Element.prototype.scrollIntoView = function (this: Element) {
    seen(this.id)
  }
})

afterEach(() => {
  cleanup()
  seen.mockClear()
  vi.unstubAllGlobals()
  vi.useRealTimers()
  window.history.replaceState(null, '', '/')
})

/** Answers everything but the person's own connection, which the test gives. */
function open(hash = ''): { give: () => void } {
  let give: (answer: Response) => void = () => undefined
  const held = new Promise<Response>((resolve) => {
    give = resolve
  })
  vi.stubGlobal('fetch', async (input: string) =>
    input.startsWith('/api/connections') ? held : Response.json({ items: [], nextCursor: null }),
  )
  window.history.replaceState(null, '', `/settings${hash}`)
  const client = quietClient()
  client.setQueryData(meKey, meOf())
  render(
    <InPortal client={client}>
      <SettingsPage />
    </InPortal>,
  )
  return { give: () => give(Response.json({ isPossible: true, connection: null })) }
}

test('the section that the address names stays in view until those above it have their heights', async () => {
  const { give } = open('#zone')
  expect(seen).toHaveBeenLastCalledWith('zone')
  resize()
  resize()
  expect(seen).toHaveBeenCalledTimes(3)
  give()
  await screen.findByText('Not connected.')
  resize()
  expect(seen).toHaveBeenCalledTimes(4)
  resize()
  expect(seen).toHaveBeenCalledTimes(4)
})

test.each(['wheel', 'touchMove', 'pointerDown', 'keyDown'] as const)('and only until somebody acts: %s', (act) => {
  open('#zone')
  fireEvent[act](document.body)
  resize()
  expect(seen).toHaveBeenCalledTimes(1)
})

/** Where the page and, on the screen, the section are when the browser tells that it scrolled. */
function scrollTo(scrolled: number, top: number, height = 2_000): void {
  vi.stubGlobal('scrollY', scrolled)
  vi.spyOn(document.getElementById('zone') as Element, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, top))
  vi.spyOn(document.getElementById('zone')?.parentElement as Element, 'clientHeight', 'get').mockReturnValue(height)
  fireEvent.scroll(document, { bubbles: true })
}

test('and only until the page is scrolled elsewhere, as by a scrollbar or a screen reader', () => {
  open('#zone')
  scrollTo(400, 0)
  resize()
  scrollTo(400, 170)
  resize()
  expect(seen).toHaveBeenCalledTimes(3)
  // The browser keeps what is seen in place, and scrolls less where the page got shorter.
  scrollTo(570, 170)
  scrollTo(300, 270, 1_900)
  resize()
  expect(seen).toHaveBeenCalledTimes(4)
  scrollTo(900, -250, 1_900)
  resize()
  expect(seen).toHaveBeenCalledTimes(4)
})

test('and not long, whatever hangs above: a phone that is turned later stays where it is', async () => {
  vi.useFakeTimers()
  open('#zone')
  await act(() => vi.advanceTimersByTimeAsync(2_500))
  resize()
  expect(seen).toHaveBeenCalledTimes(2)
  await act(() => vi.advanceTimersByTimeAsync(1_000))
  expect(document.querySelector('[data-loading]')).toBeTruthy()
  resize()
  expect(seen).toHaveBeenCalledTimes(2)
})

test('sections wait for the heights of those above, but not long', async () => {
  vi.useFakeTimers()
  open()
  const isWaiting = () => document.querySelector('[data-settling] #zone') !== null
  await act(() => vi.advanceTimersByTimeAsync(2_500))
  expect(isWaiting()).toBe(true)
  await act(() => vi.advanceTimersByTimeAsync(1_000))
  expect(isWaiting()).toBe(false)
  expect(document.getElementById('zone')).toBeTruthy()
})

/** Where the page leads on to. */
function follow(hash: string): string[] {
  const led: string[] = []
  vi.stubGlobal('fetch', answering({}).fetch)
  window.history.replaceState(null, '', `/settings${hash}`)
  render(
    <InPortal>
      <AppRouterContext value={{ replace: (href: string) => led.push(href) } as never}>
        <SettingsPage />
      </AppRouterContext>
    </InPortal>,
  )
  return led
}

test('an old address of a company’s section leads to where it is now', () => {
  for (const [id, href] of Object.entries(movedSections)) {
    expect(follow(`#${id}`), id).toEqual([href])
    cleanup()
  }
})

test('so does one that is followed on the page itself', () => {
  const led = follow('')
  window.history.replaceState(null, '', '/settings#people')
  window.dispatchEvent(new HashChangeEvent('hashchange'))
  expect(led).toEqual(['/admin/people'])
})

test('one’s own sections stay', () => {
  for (const [id] of ownSections) {
    expect(follow(`#${id}`), id).toEqual([])
    cleanup()
  }
})
