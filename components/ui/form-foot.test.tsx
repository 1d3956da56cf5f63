import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FormFoot } from './form-foot.tsx'

/** The lower edge of everything by its id: the foot begins at 700 px. */
let bottoms: Record<string, number> = {}
let grow: () => void = () => undefined
let shown: string[] = []

beforeEach(() => {
  bottoms = { guests: 600, message: 630 }
  shown = []
  vi.stubGlobal('ResizeObserver', Watcher)
  Element.prototype.scrollIntoView = function show(this: Element) {
    shown.push(this.id)
  }
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function box(this: Element) {
    const bottom = this.hasAttribute('data-foot') ? 780 : (bottoms[this.id] ?? 0)
    return { top: bottom - 80, bottom } as DOMRect
  })
})

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

class Watcher {
  constructor(tell: () => void) {
    grow = tell
  }
  observe(): void {}
  disconnect(): void {}
}

function open(): void {
  render(
    <form>
      <input id="guests" aria-label="Invited" aria-invalid aria-describedby="message hint" />
      <p id="message">Nobody is called that.</p>
      <FormFoot trouble={null} focusOn={null} progress={null}>
        <button type="submit">Create</button>
      </FormFoot>
    </form>,
  )
}

test('what has the focus comes clear of the foot, with its message, when chips and lines push it down', () => {
  open()
  act(() => screen.getByRole('textbox', { name: 'Invited' }).focus())
  expect(shown).toEqual([])
  bottoms = { guests: 680, message: 760 }
  grow()
  expect(shown).toEqual(['message'])
  bottoms = { guests: 740, message: 790 }
  grow()
  expect(shown).toEqual(['message', 'message', 'guests'])
})

test('a field that somebody has scrolled away from is left where it is', () => {
  open()
  act(() => screen.getByRole('textbox', { name: 'Invited' }).focus())
  bottoms = { guests: 2_000, message: 2_030 }
  document.dispatchEvent(new Event('scroll'))
  grow()
  expect(shown).toEqual([])
})
