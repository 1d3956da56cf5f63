import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Around, answering } from '#components/history/parts/testing.tsx'
import { useAddress } from '#components/shell/address.ts'
import { readFilter } from './filter.ts'
import { FilterBar } from './filter-bar.tsx'

const organizers = ['Mara Lind', 'Zofia Wójcik'].map((name) => {
  return { id: name, personId: `p-${name}`, name, email: '', group: null, can: { history: false } }
})

beforeEach(() => {
  window.history.replaceState(null, '', '/')
  vi.stubGlobal('fetch', answering({ '/api/organizers': { items: organizers }, '/api/groups': { items: [] } }))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function Bar() {
  return <FilterBar filter={readFilter(useAddress(), 'UTC')} zone="UTC" />
}

function organizerInAddress(): string | null {
  return new URLSearchParams(window.location.search).get('organizer')
}

test('an organizer is found by letters without accents, and all of them are back with one press', async () => {
  render(<Bar />, { wrapper: Around })
  fireEvent.click(screen.getByRole('button', { name: 'Organizers: All organizers' }))
  await screen.findByRole('option', { name: 'Zofia Wójcik' })
  const box = screen.getByRole('combobox', { name: 'Find in organizers' })
  fireEvent.change(box, { target: { value: 'wojcik' } })
  expect(
    within(screen.getByRole('listbox'))
      .getAllByRole('option')
      .map((option) => option.textContent),
  ).toEqual(['Zofia Wójcik'])
  fireEvent.keyDown(box, { key: 'Enter' })
  expect(organizerInAddress()).toBe('p-Zofia Wójcik')
  expect(screen.queryByRole('listbox')).toBeNull()

  const opener = screen.getByRole('button', { name: 'Organizers: Zofia Wójcik' })
  expect(document.activeElement).toBe(opener)
  // Opened by Enter, and Enter again, or held down: what was chosen stays.
  fireEvent.click(opener)
  fireEvent.keyDown(screen.getByRole('combobox', { name: 'Find in organizers' }), { key: 'Enter' })
  expect(organizerInAddress()).toBe('p-Zofia Wójcik')
  fireEvent.click(opener)
  fireEvent.click(screen.getByRole('option', { name: 'All organizers' }))
  expect(organizerInAddress()).toBeNull()
})
