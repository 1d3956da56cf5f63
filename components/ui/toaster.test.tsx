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
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
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

test.each([
  ['Undo', () => undefined],
  ['Close notice', () => undefined],
  ['Undo', () => void showToast({ tone: 'done', text: 'It will take place.' })],
])('after a press on %s the focus is where it was before the toast', (name, run) => {
  render(<button type="button">Cancel meeting</button>)
  done('Being cancelled', { actions: [{ label: 'Undo', run }] })
  const before = screen.getByRole('button', { name: 'Cancel meeting' })
  before.focus()
  act(() => screen.getByRole('button', { name: 'Undo' }).focus())
  act(() => screen.getByRole('button', { name }).focus())
  fireEvent.click(screen.getByRole('button', { name }))
  expect(document.activeElement).toBe(before)
})

test('what an action leads to keeps the focus it takes', () => {
  render(<input aria-label="Subject" />)
  const field = screen.getByRole('textbox', { name: 'Subject' })
  done('Kept', { actions: [{ label: 'Open form', run: () => field.focus() }] })
  act(() => screen.getByRole('button', { name: 'Open form' }).focus())
  fireEvent.click(screen.getByRole('button', { name: 'Open form' }))
  expect(document.activeElement).toBe(field)
})

test('where what had the focus is gone, or the offer ends by itself, the focus goes to the page and not to its top', () => {
  const page = render(
    <main id="main" tabIndex={-1}>
      <button type="button">Row</button>
    </main>,
  )
  screen.getByRole('button', { name: 'Row' }).focus()
  done('Being cancelled', { actions: [{ label: 'Undo', run: () => undefined }], openMs: 10_000 })
  act(() => screen.getByRole('button', { name: 'Undo' }).focus())
  page.rerender(<main id="main" tabIndex={-1} />)
  later(10_000)
  expect(document.activeElement).toBe(document.getElementById('main'))
})

/** Rows of a page of 700 px, each with what is pressed; the toast takes the last 80 of them. */
test.each([
  ['at the end of the view', 640, true],
  ['just above the toast', 590, true],
  ['further up', 400, false],
  ['below the view', 800, false],
])('a toast lies over nothing that it speaks of: what was pressed is %s', (_, y, isHigh) => {
  vi.stubGlobal('innerHeight', 700)
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return this.matches('main button') ? new DOMRect(0, y, 30, 30) : new DOMRect(0, 620, 400, 64)
  })
  render(
    <main id="main">
      <button type="button">Copy link</button>
    </main>,
  )
  screen.getByRole('button', { name: 'Copy link' }).focus()
  done('Link copied')
  expect(screen.getByText('Link copied').closest('[data-high]') !== null).toBe(isHigh)
})
