import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { DateField } from './date-field.tsx'
import { reading } from './reading.ts'
import { TimeField } from './time-field.tsx'

beforeAll(() => reading.load())

const language = vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB')

afterEach(() => {
  cleanup()
  language.mockReturnValue('en-GB')
})

function openTime(value: string) {
  const chosen: string[] = []
  function Open() {
    const [time, setTime] = useState(value)
    return (
      <TimeField
        aria-label="Starts"
        value={time}
        onChange={(now) => {
          chosen.push(now)
          setTime(now)
        }}
        onUnread={(text) => text !== null && chosen.push(`unread ${text}`)}
      />
    )
  }
  render(<Open />)
  return { box: screen.getByRole<HTMLInputElement>('combobox', { name: 'Starts' }), chosen }
}

const said = (box: HTMLInputElement) => box.value.replaceAll('\u00a0', ' ')

function typeInto(box: HTMLInputElement, value: string): void {
  fireEvent.change(box, { target: { value } })
  fireEvent.blur(box)
}

test.each([
  ['930', '09:30'],
  ['9:30pm', '21:30'],
  ['14h30', '14:30'],
  ['noon', '12:00'],
])('a time typed as “%s” is %s, and then written as all times are', (typed, time) => {
  const { box, chosen } = openTime('10:00')
  typeInto(box, typed)
  expect([chosen.at(-1), said(box)]).toEqual([time, time])
})

test('somebody with 12 hours sees and types 12 hours, and the value is the same', () => {
  language.mockReturnValue('en-US')
  const { box, chosen } = openTime('14:30')
  expect(said(box)).toBe('2:30 PM')
  typeInto(box, '3:15')
  expect([chosen.at(-1), said(box)]).toEqual(['15:15', '3:15 PM'])
  fireEvent.click(box)
  expect(screen.getByRole('option', { selected: true }).textContent).toBe('3:15\u00a0PM')
})

test('what is no time has no value, stays as it was typed, and is told', () => {
  const { box, chosen } = openTime('10:00')
  typeInto(box, '25h')
  expect(chosen).toEqual(['', 'unread 25h'])
  expect(box.value).toBe('25h')
})

test('arrow keys go to the next quarter, Page keys by hours, around midnight too', () => {
  const { box, chosen } = openTime('23:40')
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'PageUp']) fireEvent.keyDown(box, { key })
  expect(chosen).toEqual(['23:45', '00:00', '23:45', '22:45'])
})

test('the list opens at the time, a press chooses, and Enter with the list open does not send the form', () => {
  const { box, chosen } = openTime('10:00')
  fireEvent.click(box)
  expect(screen.getByRole('option', { selected: true }).textContent).toBe('10:00')
  expect(fireEvent.keyDown(box, { key: 'Enter' })).toBe(false)
  expect(screen.queryByRole('listbox')).toBeNull()
  fireEvent.click(box)
  fireEvent.click(screen.getByRole('option', { name: '16:45' }))
  expect(chosen).toEqual(['16:45'])
  expect(screen.queryByRole('listbox')).toBeNull()
})

function openDate(value: string) {
  const chosen: string[] = []
  function Open() {
    const [day, setDay] = useState(value)
    return (
      <DateField
        aria-label="Day"
        value={day}
        today="2026-11-24"
        onChange={(now) => {
          chosen.push(now)
          setDay(now)
        }}
      />
    )
  }
  render(<Open />)
  return { box: screen.getByRole<HTMLInputElement>('textbox', { name: 'Day' }), chosen }
}

test.each([
  ['2027-03-28', '2027-03-28', 'Sun 28 Mar 2027'],
  ['1/12', '2026-12-01', 'Tue 1 Dec 2026'],
  ['tomorrow', '2026-11-25', 'Wed 25 Nov 2026'],
])('a day typed as “%s” is %s, written with its weekday', (typed, day, shown) => {
  const { box, chosen } = openDate('2026-11-24')
  typeInto(box, typed)
  expect([chosen.at(-1), box.value]).toEqual([day, shown])
})

test('the calendar is gone through with the keys, and gives the focus back', async () => {
  const { box, chosen } = openDate('2026-11-30')
  fireEvent.click(screen.getByRole('button', { name: 'Open calendar' }))
  const grid = await screen.findByRole('grid', { name: 'November 2026' })
  const focused = () => document.activeElement?.getAttribute('aria-label')
  expect(focused()).toBe('Mon 30 Nov 2026')
  const walk: [string, string][] = [
    ['ArrowRight', 'Tue 1 Dec 2026'],
    ['ArrowDown', 'Tue 8 Dec 2026'],
    ['End', 'Sun 13 Dec 2026'],
    ['Home', 'Mon 7 Dec 2026'],
    ['PageDown', 'Thu 7 Jan 2027'],
    ['PageUp', 'Mon 7 Dec 2026'],
    ['ArrowLeft', 'Sun 6 Dec 2026'],
  ]
  for (const [key, day] of walk) {
    fireEvent.keyDown(grid, { key })
    expect(focused()).toBe(day)
  }
  fireEvent.click(document.activeElement as HTMLElement)
  expect(chosen).toEqual(['2026-12-06'])
  expect(document.activeElement).toBe(box)
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('the 31st goes to the last day of a shorter month, and a week begins as the reader’s language has it', async () => {
  language.mockReturnValue('en-US')
  openDate('2027-01-31')
  fireEvent.click(screen.getByRole('button', { name: 'Open calendar' }))
  const grid = await screen.findByRole('grid')
  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)[0]).toBe('Su')
  fireEvent.keyDown(grid, { key: 'PageDown' })
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Sun 28 Feb 2027')
})

test('a press on the next month keeps the focus there, and Escape is heard there, too', async () => {
  const { box } = openDate('2026-11-24')
  fireEvent.click(screen.getByRole('button', { name: 'Open calendar' }))
  await screen.findByRole('grid', { name: 'November 2026' })
  const next = screen.getByRole('button', { name: 'Next month' })
  next.focus()
  fireEvent.click(next)
  fireEvent.click(next)
  expect(screen.getByRole('grid', { name: 'January 2027' })).toBeTruthy()
  expect(document.activeElement).toBe(next)
  fireEvent.keyDown(next, { key: 'Escape' })
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(box)
})
