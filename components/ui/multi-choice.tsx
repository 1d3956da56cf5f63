'use client'

import { type FocusEvent, useRef, useState } from 'react'
import { cx } from './cx.ts'
import { lazily } from './lazily.tsx'
import type { Choice } from './multi-choices.tsx'

const MultiChoices = lazily(() => import('./multi-choices.tsx').then((module) => module.MultiChoices))

type MultiChoiceProps = {
  label: string
  /** The text on the closed button. */
  summary: string
  choices: readonly Choice[]
  chosen: readonly string[]
  onToggle: (value: string) => void
  /** One is chosen, and chosen the list is done with. */
  isSingle?: boolean
  className?: string
}

/** Choose one or several of many: type to narrow, arrows to move, Enter to add or remove, Escape to close. */
export function MultiChoice({
  label,
  summary,
  choices,
  chosen,
  onToggle,
  isSingle = false,
  className,
}: MultiChoiceProps) {
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)

  function leave(event: FocusEvent): void {
    if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
  }

  function close(): void {
    setOpen(false)
    opener.current?.focus()
  }

  function choose(value: string): void {
    onToggle(value)
    if (isSingle) close()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: closes what is open inside when the focus leaves
    <div className={cx('sm:relative', className)} onBlur={leave}>
      <button
        ref={opener}
        type="button"
        aria-expanded={isOpen}
        aria-haspopup="listbox"
        aria-label={`${label}: ${summary}`}
        onPointerEnter={MultiChoices.expect}
        onFocus={MultiChoices.expect}
        onClick={() => setOpen(!isOpen)}
        className="picker h-9 w-full truncate rounded-lg border border-line bg-raised pr-8 pl-3 text-left text-body text-ink shadow-low transition-colors duration-100 hover:bg-hover"
      >
        {summary}
      </button>
      {isOpen ? (
        <MultiChoices
          label={label}
          choices={choices}
          chosen={chosen}
          isSingle={isSingle}
          onToggle={choose}
          onClose={close}
        />
      ) : null}
    </div>
  )
}
