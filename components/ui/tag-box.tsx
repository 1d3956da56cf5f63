'use client'

import { Combobox } from '@base-ui/react/combobox'
import { type KeyboardEvent, useRef, useState } from 'react'
import { cx } from './cx.ts'
import type { FieldWiring } from './field.tsx'
import { type Tag, TagChip } from './tag-chip.tsx'
import { type TagOption, TagOptions } from './tag-options.tsx'

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
 * Enter changes one and Backspace removes it. Load it lazily.
 */
export function TagBox({ wiring, placeholder, tags, options, text, nothing, ...does }: TagBoxProps) {
  const { onText, onChoose, onRemove, onToggle, onEnter, onPaste } = does
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const highlighted = useRef<string | null>(null)

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

  function press(event: KeyboardEvent<HTMLInputElement> & { preventBaseUIHandler: () => void }): void {
    const isAtStart = event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === 0
    const leadsToTags = event.key === 'ArrowLeft' || (event.key === 'Backspace' && text === '')
    if (leadsToTags && isAtStart && tags.length > 0) {
      event.preventDefault()
      focusTag(tags.length - 1)
    } else if (event.key === 'Enter' || event.key === ',' || event.key === ';') {
      const takesItself = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
      if (takesItself || (event.key === 'Enter' && isOpen && highlighted.current !== null)) return
      event.preventDefault()
      // Keeps the list open, because results are still on their way.
      event.preventBaseUIHandler()
      if (text.trim()) onEnter?.(text, event.key)
    }
  }

  return (
    <Combobox.Root
      items={options}
      filter={null}
      value={null}
      inputValue={text}
      open={isOpen && text.trim() !== ''}
      onOpenChange={setOpen}
      onInputValueChange={(typed, { reason }) => {
        if (reason === 'input-change') onText(typed)
      }}
      onItemHighlighted={(option: TagOption | undefined) => {
        highlighted.current = option?.value ?? null
      }}
      onValueChange={(option: TagOption | null) => {
        if (option) onChoose(option.value)
      }}
      autoHighlight
    >
      <Combobox.InputGroup
        ref={box}
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
        <Combobox.Input
          {...wiring}
          placeholder={tags.length === 0 ? placeholder : ''}
          autoComplete="off"
          onKeyDown={press}
          onPaste={(event) => {
            if (onPaste?.(event.clipboardData.getData('text'))) event.preventDefault()
          }}
          onBlur={(event) => {
            const isInside = box.current?.contains(event.relatedTarget) || isOption(event.relatedTarget)
            if (!isInside && text.trim()) onEnter?.(text, 'leave')
          }}
          className="h-7 min-w-24 flex-1 bg-transparent px-1.5 text-body outline-none"
        />
      </Combobox.InputGroup>
      <TagOptions nothing={nothing} />
    </Combobox.Root>
  )
}

function isOption(element: EventTarget | null): boolean {
  return element instanceof Element && element.closest('[role=listbox], [role=option]') !== null
}
