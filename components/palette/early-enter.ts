import type { KeyboardEvent } from 'react'
import { matchWords } from './match-words.ts'

/** So often, a frame apart, an Enter waits for the entries to follow what was typed. */
const mostFrames = 10

/**
 * Letters that were typed before the field had the focus reach cmdk a moment after they are shown. An Enter in between
 * would choose what was found before them, perhaps join a meeting: it is held back until the chosen entry is one of what
 * was typed.
 */
export function holdEarlyEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  const root = event.currentTarget
  const input = root.querySelector('input')
  if (!input || isChosenByWords(root, input.value)) return
  event.preventDefault()
  let frames = 0
  const again = () => {
    if (!input.isConnected) return
    if (isChosenByWords(root, input.value))
      input.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
    else if (++frames < mostFrames) requestAnimationFrame(again)
  }
  requestAnimationFrame(again)
}

function isChosenByWords(root: HTMLElement, typed: string): boolean {
  if (typed.trim() === '') return true
  const chosen = root.querySelector<HTMLElement>('[cmdk-item][aria-selected="true"]')
  const value = chosen?.dataset.value
  if (!chosen || value === undefined) return false
  return value === typed.trim() || matchWords(value, typed, [chosen.dataset.keywords ?? '']) > 0
}
