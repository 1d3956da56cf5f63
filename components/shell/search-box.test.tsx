import { act, cleanup } from '@testing-library/react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useAddress } from './address.ts'
import { SearchBox } from './search-box.tsx'

beforeEach(() => {
  vi.useFakeTimers()
  window.history.replaceState(null, '', '/')
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  document.body.replaceChildren()
})

/** As on a page: `q` is what the address says. */
function Page() {
  return <SearchBox label="Search" q={useAddress().get('q') ?? ''} />
}

test('what was typed before the page came to life is searched for', async () => {
  const place = document.body.appendChild(document.createElement('div'))
  place.innerHTML = renderToString(<Page />)
  const input = place.querySelector('input')
  if (!input) throw new Error('There is no field.')
  input.value = 'benefits'
  const root = await act(async () => hydrateRoot(place, <Page />))
  await act(async () => vi.advanceTimersByTime(300))
  expect(input.value).toBe('benefits')
  expect(window.location.search).toBe('?q=benefits')
  await act(async () => root.unmount())
})
