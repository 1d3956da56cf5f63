import { act, cleanup, render, screen } from '@testing-library/react'
import { memo } from 'react'
import { afterEach, expect, test } from 'vitest'
import { formatTime } from '#lib/time/format.ts'
import { applyClock } from '#lib/time/reader.ts'
import { ByClock } from './by-clock.tsx'

afterEach(() => {
  applyClock('browser')
  cleanup()
})

const Time = memo(function Time({ at }: { at: string }) {
  return <time>{formatTime(at, 'UTC')}</time>
})

test('another clock reaches every time on the page, whatever remembers how it was drawn, and this browser keeps it', () => {
  render(
    <ByClock>
      <Time at="2026-11-24T14:30:00Z" />
    </ByClock>,
  )
  const shown = () => screen.getByRole('time').textContent
  expect(shown()).toBe('14:30')
  act(() => applyClock('12'))
  expect(shown()).toBe('2:30\u00a0pm')
  expect(localStorage.getItem('foyer-clock')).toBe('12')
  act(() => applyClock('browser'))
  expect(shown()).toBe('14:30')
  expect(localStorage.getItem('foyer-clock')).toBeNull()
})
