import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Filters } from './filters.tsx'

let turn: (() => void) | undefined

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({
    addEventListener: (_: string, tell: () => void) => {
      turn = tell
    },
    removeEventListener: () => {
      turn = undefined
    },
  }))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function openSheet(): Promise<HTMLElement> {
  render(
    <Filters done="Show 3 meetings">
      <select aria-label="Days" />
    </Filters>,
  )
  const button = screen.getByRole('button', { name: 'Filter' })
  button.focus()
  fireEvent.click(button)
  return screen.findByRole('dialog', { name: 'Filter' })
}

test('the sheet holds the one set of filters, and its button leads back to the list and the opener', async () => {
  const sheet = await openSheet()
  expect(screen.getAllByLabelText('Days')).toEqual([within(sheet).getByLabelText('Days')])
  fireEvent.click(within(sheet).getByRole('button', { name: 'Show 3 meetings' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Filter' })))
  expect(screen.getAllByLabelText('Days')).toHaveLength(1)
})

test('Escape closes the sheet, and so does a screen that becomes wide', async () => {
  const sheet = await openSheet()
  fireEvent.keyDown(within(sheet).getByLabelText('Days'), { key: 'Escape' })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  fireEvent.click(screen.getByRole('button', { name: 'Filter' }))
  await screen.findByRole('dialog')
  turn?.()
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})
