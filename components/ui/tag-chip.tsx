import type { KeyboardEvent } from 'react'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'

export type Tag = {
  key: string
  name: string
  title?: string
  /** What a press changes, in a word. */
  state?: string
  tone?: 'plain' | 'strong' | 'attention' | 'trouble'
  /** A press shows more of it below the box; whether it does now. */
  isOpen?: boolean
  /** A press puts its text back into the box. */
  isText?: boolean
}

type TagChipProps = {
  tag: Tag
  onToggle?: () => void
  onRemove: () => void
  onMove: (step: -1 | 1 | 'first' | 'last') => void
}

/** One of several in a box. Reached with the arrow keys, since tabbing through all of them would take long. */
export function TagChip({ tag, onToggle, onRemove, onMove }: TagChipProps) {
  function press(event: KeyboardEvent): void {
    const step = steps[event.key]
    if (step !== undefined) onMove(step)
    else if (event.key === 'Backspace' || event.key === 'Delete') onRemove()
    else return
    event.preventDefault()
  }

  return (
    <span className={cx('edge inline-flex h-7 max-w-full items-center rounded-md text-14', tones[tag.tone ?? 'plain'])}>
      {onToggle ? (
        <button
          type="button"
          tabIndex={-1}
          data-tag=""
          title={tag.title}
          aria-expanded={tag.isOpen}
          onClick={onToggle}
          onKeyDown={press}
          className="flex h-7 min-w-0 items-center gap-1.5 rounded-md pl-2"
        >
          <span dir="auto" className="min-w-0 truncate">
            {tag.name}
          </span>{' '}
          <span className={cx('shrink-0 text-12', (tag.tone ?? 'plain') === 'plain' ? 'text-faint' : 'font-medium')}>
            {tag.state}
          </span>
        </button>
      ) : (
        <span className="min-w-0 truncate pl-2" title={tag.title}>
          {tag.name}
        </span>
      )}
      <button
        type="button"
        tabIndex={-1}
        {...(onToggle ? {} : { 'data-tag': '' })}
        aria-label={`Remove ${tag.name}`}
        onClick={onRemove}
        onKeyDown={press}
        className="grid size-7 shrink-0 place-items-center rounded-md text-faint hover:text-ink"
      >
        <Icon name="x" size={12} />
      </button>
    </span>
  )
}

const tones = {
  plain: 'bg-sunken text-ink',
  strong: 'bg-accent-soft text-accent-ink',
  attention: 'bg-attention-soft text-attention',
  trouble: 'bg-trouble-soft text-trouble',
}

const steps: Record<string, -1 | 1 | 'first' | 'last'> = { ArrowLeft: -1, ArrowRight: 1, Home: 'first', End: 'last' }
