'use client'

import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { cx } from './cx.ts'
import type { FieldWiring } from './field.tsx'
import { type Tag, TagChip } from './tag-chip.tsx'
import { optionId, type TagOption, TagOptions } from './tag-options.tsx'

/** What ended the text: a key, or leaving the box. */
export type TextEnd = 'Enter' | ',' | ';' | 'leave'

type TagBoxProps = {
  wiring: FieldWiring
  placeholder: string
  tags: Tag[]
  options: TagOption[]
  text: string
  /** Shown while the typed text finds nothing. */
  nothing: string
  onText: (text: string) => void
  onChoose: (value: string) => void
  onRemove: (key: string) => void
  onToggle?: (key: string) => void
  /** Enter, a comma, a semicolon or leaving the box, with nothing chosen from the list. */
  onEnter?: (text: string, by: TextEnd) => void
  /** Answers whether it took the text. */
  onPaste?: (text: string) => boolean
}

/**
 * Several things in one box, each a chip, with a list of what to add. Arrow keys lead from the text to the chips, where
 * Enter changes one and Backspace removes it.
 */
export function TagBox({ wiring, placeholder, tags, options, text, nothing, ...does }: TagBoxProps) {
  const { onText, onChoose, onRemove, onToggle, onEnter, onPaste } = does
  const [isOpen, setOpen] = useState(false)
  /** Which option Enter takes. */
  const [active, setActive] = useState(0)
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const isShown = isOpen && text.trim() !== ''
  const marked = isShown ? options[Math.min(active, options.length - 1)] : undefined
  const markedAt = marked ? options.indexOf(marked) : -1

  function focusTag(index: number): void {
    const chips = box.current?.querySelectorAll<HTMLElement>('[data-tag]') ?? []
    const target = index < chips.length ? chips[Math.max(0, index)] : document.getElementById(wiring.id)
    target?.focus()
  }

  function remove(key: string): void {
    const index = tags.findIndex((tag) => tag.key === key)
    onRemove(key)
    // Once the chip is gone: the one now in its place, else the text.
    requestAnimationFrame(() => focusTag(index))
  }

  function toggle({ key, isText }: Tag): void {
    onToggle?.(key)
    if (!isText) return
    // Its text is in the box again, and whom it may mean is offered.
    requestAnimationFrame(() => focusTag(Number.POSITIVE_INFINITY))
    setOpen(true)
  }

  function choose({ value }: TagOption): void {
    setOpen(false)
    onChoose(value)
  }

  function move(step: number): void {
    if (isShown) setActive((markedAt + step + options.length) % Math.max(options.length, 1))
    setOpen(true)
  }

  function press(event: KeyboardEvent<HTMLInputElement>): void {
    // An input method takes the keys with which somebody chooses a sign.
    if (event.nativeEvent.isComposing) return
    const isAtStart = event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === 0
    const leadsToTags = event.key === 'ArrowLeft' || (event.key === 'Backspace' && text === '')
    if (leadsToTags && isAtStart && tags.length > 0) focusTag(tags.length - 1)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event.key === 'ArrowDown' ? 1 : -1)
    else if (event.key === 'Escape' && isShown) setOpen(false)
    else if (event.key === 'Enter' || event.key === ',' || event.key === ';') {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return
      if (event.key === 'Enter' && marked) choose(marked)
      // The list stays open, because results are still on their way.
      else if (text.trim()) onEnter?.(text, event.key)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="relative">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a press beside the text is one on the text */}
      <div
        ref={box}
        onMouseDown={(event) => {
          if (event.target !== event.currentTarget) return
          event.preventDefault()
          focusTag(Number.POSITIVE_INFINITY)
        }}
        className={cx(
          'flex max-h-60 min-h-9 cursor-text overflow-y-auto flex-wrap items-center gap-1.5 rounded-lg border bg-raised px-1.5 py-1 transition-colors duration-100 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-accent-ink has-[input:focus-visible]:outline-offset-2',
          wiring['aria-invalid'] ? 'border-trouble' : 'border-line-strong hover:border-soft',
        )}
      >
        {tags.map((tag, index) => (
          <TagChip
            key={tag.key}
            tag={tag}
            {...(onToggle ? { onToggle: () => toggle(tag) } : {})}
            onRemove={() => remove(tag.key)}
            onMove={(step) => focusTag(step === 'first' ? 0 : step === 'last' ? tags.length - 1 : index + step)}
          />
        ))}
        <input
          {...wiring}
          role="combobox"
          aria-expanded={isShown}
          aria-controls={isShown ? id : undefined}
          aria-activedescendant={marked ? optionId(id, markedAt) : undefined}
          aria-autocomplete="list"
          placeholder={tags.length === 0 ? placeholder : ''}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setActive(0)
            setOpen(true)
            onText(event.target.value)
          }}
          onClick={() => setOpen(true)}
          onKeyDown={press}
          onPaste={(event) => {
            if (onPaste?.(event.clipboardData.getData('text'))) event.preventDefault()
          }}
          onBlur={(event) => {
            setOpen(false)
            const isInside = box.current?.contains(event.relatedTarget)
            if (!isInside && text.trim()) onEnter?.(text, 'leave')
          }}
          className="h-7 min-w-24 flex-1 bg-transparent px-1.5 text-body outline-none"
        />
      </div>
      {isShown ? (
        <TagOptions
          id={id}
          options={options}
          markedAt={markedAt}
          nothing={nothing}
          onMark={setActive}
          onChoose={choose}
        />
      ) : null}
    </div>
  )
}
