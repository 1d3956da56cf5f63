import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Filters } from './filters.tsx'

/** Whether an update has replaced the sheet. */
const missing = vi.hoisted(() => ({ now: true }))
vi.mock('#components/ui/lazily.tsx', async (original) => {
  const real = await original<typeof import('#components/ui/lazily.tsx')>()
  return {
    lazily: (load: () => Promise<never>) =>
      real.lazily(async () => {
        if (missing.now) throw new Error('404')
        return load()
      }),
  }
})

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ addEventListener: () => undefined, removeEventListener: () => undefined }))
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('filters that couldn’t be loaded are tried again with the next press', async () => {
  vi.useFakeTimers()
  render(
    <Filters done="Show 3 meetings">
      <select aria-label="Days" />
    </Filters>,
  )
  const button = screen.getByRole('button', { name: 'Filter' })
  fireEvent.click(button)
  await act(() => vi.advanceTimersByTimeAsync(10_000))
  expect(button.getAttribute('aria-expanded')).toBe('false')
  vi.useRealTimers()
  missing.now = false
  fireEvent.click(button)
  expect(await screen.findByRole('dialog', { name: 'Filter' })).toBeTruthy()
})
