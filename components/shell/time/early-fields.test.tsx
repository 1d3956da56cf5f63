import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as typedText from '#lib/time/typed-text.ts'
import { DayTimeFields } from './day-time-fields.tsx'
import { reading } from './reading.ts'

let arrive: () => void = () => undefined

beforeEach(() => {
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB')
  vi.spyOn(reading, 'expect').mockReturnValue(undefined)
  const now = vi.spyOn(reading, 'now').mockReturnValue(null)
  vi.spyOn(reading, 'load').mockReturnValue(
    new Promise((resolve) => {
      arrive = () => {
        now.mockReturnValue(typedText)
        resolve(typedText)
      }
    }),
  )
})

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

function open() {
  function Held() {
    const [at, setAt] = useState({ day: '', time: '' })
    return (
      <>
        <DayTimeFields label="Starts" at={at} today="2026-11-24" error={null} onChange={setAt} />
        <output>{`${at.day} ${at.time}`}</output>
        <button type="button" onClick={() => setAt({ day: '2026-12-05', time: '08:00' })}>
          Elsewhere
        </button>
      </>
    )
  }
  render(<Held />)
  const field = (part: string) => screen.getByLabelText<HTMLInputElement>(`Starts: ${part}`)
  return {
    day: field('day'),
    time: field('time'),
    type: (part: string, value: string) => fireEvent.change(field(part), { target: { value } }),
    values: () => screen.getByRole('status').textContent,
  }
}

test('a day and a time both typed early are both read', async () => {
  const { type, values } = open()
  type('day', '3 dec')
  type('time', '3pm')
  expect(values()).toBe(' ')
  await act(async () => arrive())
  expect(values()).toBe('2026-12-03 15:00')
})

test.each(['Enter', 'Escape'])('%s with the list open keeps a time that cannot be read yet', async (key) => {
  const { time, type, values } = open()
  fireEvent.click(time)
  type('time', '3pm')
  fireEvent.keyDown(time, { key })
  fireEvent.blur(time)
  expect(time.value).toBe('3pm')
  await act(async () => arrive())
  expect(values()).toBe(' 15:00')
})

test('a value chosen elsewhere wins over a text that could not be read, and coming back to the field tries again', async () => {
  vi.useFakeTimers()
  const load = vi.spyOn(reading, 'load').mockRejectedValue(new Error('gone'))
  const { time, type, values } = open()
  type('time', '3pm')
  await act(() => vi.advanceTimersByTimeAsync(10_000))
  expect(time.value).toBe('3pm')
  expect(screen.getByText(/Foyer couldn’t read “3pm”/)).toBeTruthy()
  load.mockResolvedValue(typedText)
  vi.spyOn(reading, 'now').mockReturnValue(typedText)
  await act(async () => fireEvent.focus(time))
  await act(() => vi.advanceTimersByTimeAsync(0))
  expect(values()).toBe(' 15:00')
  expect(screen.queryByText(/couldn’t read/)).toBeNull()

  vi.spyOn(reading, 'now').mockReturnValue(null)
  load.mockRejectedValue(new Error('gone'))
  type('time', '4pm')
  await act(() => vi.advanceTimersByTimeAsync(10_000))
  fireEvent.click(screen.getByRole('button', { name: 'Elsewhere' }))
  expect(time.value).toBe('08:00')
})
