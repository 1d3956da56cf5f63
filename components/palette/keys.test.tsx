import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isHeld, shortcuts } from '#components/shell/shortcuts.ts'
import { beginTypeAhead, endTypeAhead, onTypeAhead } from '#components/shell/type-ahead.ts'
import { keyHelpFor } from './key-help.ts'
import { keysFor, onKeys } from './keys.ts'

const palette = vi.fn()
const help = vi.fn()
const go = vi.fn()
const pressed = vi.fn()
let stop: () => void = () => undefined

beforeEach(() => {
  render(
    <>
      <input type="search" aria-label="Search" />
      <a href="#another" data-join="other">
        Join now
      </a>
      <a href="#marked" data-join="next">
        Join now
      </a>
    </>,
  )
  for (const link of screen.getAllByRole('link'))
    link.addEventListener('click', () => pressed(link.getAttribute('href')))
})

afterEach(() => {
  stop()
  cleanup()
  for (const spy of [palette, help, go, pressed]) spy.mockReset()
})

function listen(singleKeys: boolean, abilities: string[] = []): void {
  stop = onKeys(singleKeys ? keysFor(abilities) : null, { palette, help, go })
}

test('J presses the Join that is marked with it, wherever it stands', () => {
  listen(true)
  fireEvent.keyDown(document.body, { key: 'j' })
  expect(pressed).toHaveBeenCalledExactlyOnceWith('#marked')
})

test('switched off, only Ctrl K is left', () => {
  listen(false)
  for (const key of ['j', '?', '/', 'g', 'h']) fireEvent.keyDown(document.body, { key })
  expect([pressed, help, go].flatMap((spy) => spy.mock.calls)).toEqual([])
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true })
  expect(palette).toHaveBeenCalledOnce()
})

test('a key that is typed into a field stays there', () => {
  listen(true)
  fireEvent.keyDown(screen.getByLabelText('Search'), { key: 'j' })
  expect(pressed).not.toHaveBeenCalled()
})

test('g and then s goes to Settings, s alone goes nowhere', () => {
  listen(true)
  fireEvent.keyDown(document.body, { key: 's' })
  expect(go).not.toHaveBeenCalled()
  fireEvent.keyDown(document.body, { key: 'g' })
  fireEvent.keyDown(document.body, { key: 's' })
  expect(go).toHaveBeenCalledExactlyOnceWith('/settings')
})

test('g and then a goes to Admin for administrators, and nowhere for the others', () => {
  listen(true)
  for (const key of ['g', 'a']) fireEvent.keyDown(document.body, { key })
  expect(go).not.toHaveBeenCalled()
  stop()
  listen(true, ['settings.read'])
  for (const key of ['g', 'a']) fireEvent.keyDown(document.body, { key })
  expect(go).toHaveBeenCalledExactlyOnceWith('/admin')
})

test('g and then y goes to History for those who have one, and nowhere for the others', () => {
  listen(true)
  for (const key of ['g', 'y']) fireEvent.keyDown(document.body, { key })
  expect(go).not.toHaveBeenCalled()
  stop()
  listen(true, ['history.list'])
  for (const key of ['g', 'y']) fireEvent.keyDown(document.body, { key })
  expect(go).toHaveBeenCalledExactlyOnceWith('/history')
})

test('c begins a meeting for those who organize, and does nothing for the others', () => {
  listen(true)
  fireEvent.keyDown(document.body, { key: 'c' })
  expect(go).not.toHaveBeenCalled()
  stop()
  listen(true, ['meeting.create'])
  fireEvent.keyDown(document.body, { key: 'c' })
  expect(go).toHaveBeenCalledExactlyOnceWith('/meetings/new')
})

test('the slash puts the cursor into the search', () => {
  listen(true)
  fireEvent.keyDown(document.body, { key: '/' })
  expect(document.activeElement).toBe(screen.getByLabelText('Search'))
})

test('what is typed right after Ctrl K waits for the palette, and presses nothing', () => {
  palette.mockImplementation(beginTypeAhead)
  listen(true, ['meeting.create'])
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true })
  for (const key of ['c', 'j', 'x', 'Backspace', ' ', '?']) fireEvent.keyDown(document.body, { key })
  // False: it was taken, and presses nothing that still has the focus.
  expect(fireEvent.keyDown(document.body, { key: 'Enter' })).toBe(false)
  const heard: string[] = []
  onTypeAhead((text) => heard.push(text))()
  expect(heard).toEqual(['cj ?'])
  expect(palette).toHaveBeenCalledOnce()
  for (const spy of [help, go, pressed]) expect(spy).not.toHaveBeenCalled()
})

test('listening again, as when the abilities arrive, and a palette that hears late lose no letter', () => {
  palette.mockImplementation(beginTypeAhead)
  listen(true)
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true })
  fireEvent.keyDown(document.body, { key: 'c' })
  stop()
  listen(true, ['meeting.create'])
  fireEvent.keyDown(document.body, { key: 'c' })
  const heard: string[] = []
  const close = onTypeAhead((text) => heard.push(text))
  fireEvent.keyDown(document.body, { key: 'j' })
  expect(heard).toEqual(['cc', 'ccj'])
  close()
  fireEvent.keyDown(document.body, { key: 'c' })
  expect(go).toHaveBeenCalledExactlyOnceWith('/meetings/new')
})

test('the help names every key there is, also those of fields and dialogs', () => {
  const named = keyHelpFor(['meeting.create', 'history.list'])
  const known = [...Object.values(shortcuts), ...keysFor(['meeting.create', 'history.list']).map(({ keys }) => keys)]
  expect(new Set(named.map(({ keys }) => keys))).toEqual(new Set(known))
  expect(named.map(({ keys }) => keys)).toEqual(expect.arrayContaining(['Ctrl K', 'Esc', 'Ctrl Enter', 'C', 'G Y']))
  expect(keyHelpFor([]).map(({ keys }) => keys)).not.toContain('Ctrl Enter')
})

test('Ctrl or ⌘ is held for what is held, and nothing more', () => {
  const enter = { key: 'Enter', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
  expect(isHeld(shortcuts.save, { ...enter, ctrlKey: true })).toBe(true)
  expect(isHeld(shortcuts.save, { ...enter, metaKey: true })).toBe(true)
  expect(isHeld(shortcuts.save, enter)).toBe(false)
  expect(isHeld(shortcuts.save, { ...enter, ctrlKey: true, altKey: true })).toBe(false)
  expect(isHeld(shortcuts.palette, { ...enter, ctrlKey: true })).toBe(false)
})

test('a palette that is given up before it is here takes no further keys', () => {
  palette.mockImplementation(beginTypeAhead)
  listen(true)
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true })
  const search = screen.getByLabelText('Search')
  search.focus()
  expect(fireEvent.keyDown(search, { key: 'a' })).toBe(false)
  endTypeAhead()
  expect(fireEvent.keyDown(search, { key: 'b' })).toBe(true)
})
