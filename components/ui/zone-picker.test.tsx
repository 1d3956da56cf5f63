import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { ZonePicker } from './zone-picker.tsx'

afterEach(cleanup)

const choose = vi.fn()

function open(): HTMLElement {
  render(
    <main id="main">
      <ZonePicker zone="Europe/Berlin" onChoose={choose} />
    </main>,
  )
  return screen.getByRole('combobox', { name: 'Time zone' })
}

async function expectZones(check: (zones: (string | null)[]) => void): Promise<void> {
  await waitFor(() => {
    const options = within(screen.getByRole('listbox')).getAllByRole('option')
    check(options.map((option) => option.textContent))
  })
}

test('a zone is found by the words of its name, best match first, and all are there before anything is typed', async () => {
  const box = open()
  fireEvent.keyDown(box, { key: 'ArrowDown' })
  await expectZones((zones) => expect(zones.length).toBeGreaterThan(100))
  fireEvent.change(box, { target: { value: 'lord how' } })
  await expectZones((zones) => expect(zones).toEqual(['Australia/Lord Howe']))
  fireEvent.change(box, { target: { value: 'asia/tok' } })
  await expectZones((zones) => expect(zones).toEqual(['Asia/Tokyo']))
  fireEvent.change(box, { target: { value: 'utc' } })
  await expectZones((zones) => expect(zones[0]).toBe('UTC'))
  fireEvent.click(screen.getByRole('option', { name: 'UTC' }))
  await waitFor(() => expect(choose).toHaveBeenCalledWith('UTC'))
})
