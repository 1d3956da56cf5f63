import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { Command } from 'cmdk'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { holdEarlyEnter } from './early-enter.ts'
import { matchWords } from './match-words.ts'
import { Entry } from './palette-entry.tsx'

let chosen: string[] = []

beforeEach(() => {
  chosen = []
  Element.prototype.scrollIntoView = () => undefined
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  )
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function open(): HTMLInputElement {
  render(
    <Command filter={matchWords} onKeyDown={holdEarlyEnter}>
      <Command.Input />
      <Command.List>
        <Entry icon={null} keywords={['join']} onSelect={() => chosen.push('meeting')}>
          Budget review
        </Entry>
        <Entry icon={null} onSelect={() => chosen.push('log off')}>
          Log off
        </Entry>
      </Command.List>
    </Command>,
  )
  return screen.getByRole('combobox')
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))

test('an Enter chooses what was typed for, and the first entry where nothing was', () => {
  const input = open()
  fireEvent.keyDown(input, { key: 'Enter' })
  expect(chosen).toEqual(['meeting'])
  fireEvent.change(input, { target: { value: 'join' } })
  fireEvent.keyDown(input, { key: 'Enter' })
  fireEvent.change(input, { target: { value: 'log' } })
  fireEvent.keyDown(input, { key: 'Enter' })
  expect(chosen).toEqual(['meeting', 'meeting', 'log off'])
})

test('an Enter before the entries have followed joins nothing, and chooses once they have', async () => {
  const input = open()
  // The letters are in the field, and cmdk hasn't heard of them.
  input.value = 'Log off'
  fireEvent.keyDown(input, { key: 'Enter' })
  await frame()
  expect(chosen).toEqual([])
  input.value = ''
  fireEvent.change(input, { target: { value: 'Log off' } })
  await vi.waitFor(() => expect(chosen).toEqual(['log off']))
})
