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
  await expectZones((zones) => expect(zones).toEqual(['Australia/Lord HoweGMT+11']))
  fireEvent.change(box, { target: { value: 'asia/tok' } })
  await expectZones((zones) => expect(zones).toEqual(['Asia/TokyoGMT+9']))
  fireEvent.change(box, { target: { value: 'utc' } })
  await expectZones((zones) => expect(zones[0]).toBe('UTCGMT'))
  fireEvent.click(screen.getByRole('option', { name: /^UTC/ }))
  await waitFor(() => expect(choose).toHaveBeenCalledWith('UTC'))
})

test.each([
  ['EST', 'America/New York'],
  ['ist', 'Asia/Kolkata'],
  ['GMT+5:30', 'Asia/Kolkata'],
  ['+5:45', 'Asia/Kathmandu'],
  ['calcutta', 'Asia/Kolkata'],
  ['kolkata', 'Asia/Kolkata'],
  ['kiev', 'Europe/Kyiv'],
])('“%s” finds %s', async (typed, name) => {
  const box = open()
  fireEvent.keyDown(box, { key: 'ArrowDown' })
  fireEvent.change(box, { target: { value: typed } })
  await expectZones((zones) => expect(zones.some((zone) => zone?.startsWith(name))).toBe(true))
  await expectZones((zones) => expect(zones.length).toBeLessThan(40))
})

test('a zone the browser calls Calcutta is Kolkata, chosen and listed once', async () => {
  render(<ZonePicker zone="Asia/Calcutta" onChoose={choose} />)
  const box = screen.getByRole<HTMLInputElement>('combobox', { name: 'Time zone' })
  expect(box.value).toBe('Asia/Kolkata')
  fireEvent.keyDown(box, { key: 'ArrowDown' })
  await expectZones((zones) => expect(zones.filter((zone) => /Kolkata|Calcutta/.test(zone ?? ''))).toHaveLength(1))
})

test.each([
  ['2027-07-01T10:00:00Z', 'GMT+2', 'GMT−4'],
  ['2027-01-01T10:00:00Z', 'GMT+1', 'GMT−5'],
])('a zone is as far ahead as at the instant it is chosen for: %s', async (at, berlin, newYork) => {
  render(<ZonePicker zone="Europe/Berlin" at={at} onChoose={choose} />)
  const box = screen.getByRole<HTMLInputElement>('combobox', { name: 'Time zone' })
  fireEvent.keyDown(box, { key: 'ArrowDown' })
  fireEvent.change(box, { target: { value: 'europe/berl' } })
  await expectZones((zones) => expect(zones).toEqual([`Europe/Berlin${berlin}`]))
  fireEvent.change(box, { target: { value: newYork } })
  await expectZones((zones) => expect(zones).toContain(`America/New York${newYork}`))
})
