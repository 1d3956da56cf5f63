import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { TagBox } from './tag-box.tsx'

afterEach(cleanup)

const options = ['Ann', 'Cy', 'Dana'].map((label) => ({ value: label, label, note: '' }))

function Box({ onChoose, onEnter }: { onChoose: (value: string) => void; onEnter: (text: string) => void }) {
  const [text, setText] = useState('')
  const wiring = {
    id: 'box',
    'aria-labelledby': 'name',
    'aria-describedby': undefined,
    'aria-invalid': undefined,
  } as const
  return (
    <>
      <span id="name">People</span>
      <TagBox
        wiring={wiring}
        placeholder=""
        tags={[]}
        options={text === 'nobody' ? [] : options}
        text={text}
        nothing="Nobody is called that."
        onText={setText}
        onChoose={onChoose}
        onRemove={() => undefined}
        onEnter={onEnter}
      />
    </>
  )
}

function open() {
  const onChoose = vi.fn()
  const onEnter = vi.fn()
  render(<Box onChoose={onChoose} onEnter={onEnter} />)
  const box = screen.getByRole<HTMLInputElement>('combobox', { name: 'People' })
  box.focus()
  return { box, onChoose, onEnter }
}

const key = (box: HTMLElement, name: string) => fireEvent.keyDown(box, { key: name })
const marked = () => screen.queryByRole('option', { selected: true })?.textContent

test('what is typed offers options, arrows mark one around the ends, and Enter takes it', () => {
  const { box, onChoose, onEnter } = open()
  expect(box.getAttribute('aria-expanded')).toBe('false')
  fireEvent.change(box, { target: { value: 'a' } })
  expect(box.getAttribute('aria-expanded')).toBe('true')
  expect(marked()).toBe('Ann')
  key(box, 'ArrowDown')
  expect(marked()).toBe('Cy')
  expect(document.getElementById(box.getAttribute('aria-activedescendant') ?? '')?.textContent).toBe('Cy')
  key(box, 'ArrowUp')
  key(box, 'ArrowUp')
  expect(marked()).toBe('Dana')
  key(box, 'Enter')
  expect(onChoose).toHaveBeenCalledWith('Dana')
  expect(onEnter).not.toHaveBeenCalled()
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(document.activeElement).toBe(box)
})

test('after Escape, Enter takes the text as it stands', () => {
  const { box, onChoose, onEnter } = open()
  fireEvent.change(box, { target: { value: 'ann@x.org' } })
  key(box, 'Escape')
  expect(screen.queryByRole('listbox')).toBeNull()
  key(box, 'Enter')
  expect(onEnter).toHaveBeenCalledWith('ann@x.org', 'Enter')
  expect(onChoose).not.toHaveBeenCalled()
})

test('a press on an option takes it, and the focus stays in the box', () => {
  const { box, onChoose } = open()
  fireEvent.change(box, { target: { value: 'a' } })
  const option = screen.getByRole('option', { name: 'Cy' })
  expect(fireEvent.mouseDown(option)).toBe(false)
  fireEvent.click(option)
  expect(onChoose).toHaveBeenCalledWith('Cy')
  expect(document.activeElement).toBe(box)
})

test('what finds nothing is said', () => {
  const { box } = open()
  fireEvent.change(box, { target: { value: 'nobody' } })
  expect(screen.getByRole('status').textContent).toBe('Nobody is called that.')
  expect(screen.queryByRole('option')).toBeNull()
})

test('Enter while an input method is composing chooses nothing', () => {
  const { box, onChoose } = open()
  fireEvent.change(box, { target: { value: 'a' } })
  fireEvent.keyDown(box, { key: 'Enter', isComposing: true })
  expect(onChoose).not.toHaveBeenCalled()
})
