import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { JoinById } from './join-by-id.tsx'

const open = vi.fn()

beforeEach(() => {
  vi.stubGlobal('open', open)
  render(<JoinById />)
})

afterEach(() => {
  cleanup()
  open.mockReset()
  vi.unstubAllGlobals()
})

function join(typed: string): void {
  fireEvent.change(screen.getByLabelText('Join by ID'), { target: { value: typed } })
  fireEvent.click(screen.getByRole('button', { name: 'Join' }))
}

/** The first test that presses is the one that still has to wait for the reader. */
test('pressed twice before what reads it is here, Join opens one tab in the press, which leads there afterwards', async () => {
  const replaced: string[] = []
  const tab = { document: document.implementation.createHTMLDocument(''), opener: window, close: vi.fn() }
  open.mockReturnValueOnce({ ...tab, location: { replace: (address: string) => replaced.push(address) } })
  join('123-456-789')
  expect(open).toHaveBeenCalledExactlyOnceWith('about:blank', '_blank')
  expect(tab.document.title).toBe('Joining …')
  fireEvent.click(screen.getByRole('button', { name: 'Join' }))
  await vi.waitFor(() => expect(replaced).toEqual(['/meetings/123456789/join']))
  expect(open).toHaveBeenCalledOnce()
  expect(tab.close).not.toHaveBeenCalled()
})

test.each(['123-456-789', '123456789', ' 123 456 789 ', 'https://meet.goto.com/123456789', 'Weekly “123-456-789”'])(
  'takes the ID as people have it: %s',
  (typed) => {
    join(typed)
    expect(open).toHaveBeenCalledExactlyOnceWith('/meetings/123456789/join', '_blank', 'noopener')
  },
)

test('a pasted invitation leaves the ID that was read from it', async () => {
  const text = 'Join: https://meet.goto.com/123456789\nAccess Code: 123-456-789\n1. Open it'
  const field = screen.getByLabelText<HTMLInputElement>('Join by ID')
  fireEvent.focus(field)
  await vi.waitFor(() => {
    fireEvent.paste(field, { clipboardData: { getData: () => text } })
    expect(field.value).toBe('123-456-789')
  })
})

test('says what is wrong with a bad one, keeps it and puts the cursor there', async () => {
  join('12-34')
  const field = screen.getByLabelText<HTMLInputElement>('Join by ID')
  expect((await screen.findByRole('alert')).textContent).toContain('nine digits')
  expect(open).not.toHaveBeenCalled()
  expect(field.value).toBe('12-34')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(document.activeElement).toBe(field)
})
