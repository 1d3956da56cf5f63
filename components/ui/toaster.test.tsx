import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { closeToast, showToast, useSaysItself } from './toast-store.ts'
import { Toaster } from './toaster.tsx'

beforeEach(() => {
  vi.useFakeTimers()
  render(<Toaster />)
})

afterEach(() => {
  closeToast()
  cleanup()
  vi.useRealTimers()
})

const done = (text: string, more = {}) => act(() => showToast({ tone: 'done', text, ...more }))
const later = (ms: number) => act(() => vi.advanceTimersByTime(ms))
const notices = () => screen.getByRole('region', { name: 'Notices' })

test('one toast at a time: the newest replaces the last, which could contradict it', () => {
  done('“Budget” is being cancelled.')
  done('“Budget” will take place as planned.')
  expect(notices().textContent).toBe('“Budget” will take place as planned.')
})

test('a toast goes by itself, trouble stays until closed', () => {
  done('Link copied')
  later(5_000)
  expect(notices().textContent).toBe('')
  act(() => showToast({ tone: 'trouble', text: 'Not saved.' }))
  later(60_000)
  expect(notices().textContent).toBe('Not saved.')
  fireEvent.click(screen.getByRole('button', { name: 'Close notice' }))
  expect(notices().textContent).toBe('')
})

test('the time of a replaced toast does not end the one that replaced it', () => {
  done('Link copied')
  later(4_000)
  done('Dial-in copied')
  later(4_000)
  expect(notices().textContent).toBe('Dial-in copied')
})

test.each([
  ['pointed at', (one: Element) => fireEvent.mouseEnter(one), (one: Element) => fireEvent.mouseLeave(one)],
  ['focused', (one: Element) => fireEvent.focus(one), (one: Element) => fireEvent.blur(one)],
])('a toast that is %s waits', (_, begin, end) => {
  done('Link copied')
  const close = screen.getByRole('button', { name: 'Close notice' })
  act(() => void begin(close.parentElement ?? close))
  later(60_000)
  expect(notices().textContent).toBe('Link copied')
  act(() => void end(close.parentElement ?? close))
  later(5_000)
  expect(notices().textContent).toBe('')
})

test('an offer that ends anyway does not wait', () => {
  done('Being cancelled', { actions: [{ label: 'Undo', run: () => undefined }], openMs: 10_000 })
  act(() => void fireEvent.mouseEnter(screen.getByRole('button', { name: 'Undo' })))
  later(10_000)
  expect(notices().textContent).toBe('')
})

function Row() {
  useSaysItself('undo 1')
  return null
}

test('what the page offers itself is only read out, and offered by the toast once the page is left', () => {
  const page = render(<Row />)
  done('“Budget” is being cancelled.', { actions: [{ label: 'Undo', run: () => undefined }], place: 'undo 1' })
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  expect(notices().textContent).toBe('“Budget” is being cancelled.')
  page.unmount()
  expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy()
})
