import { X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { cx } from './cx.ts'

/** `state`: what a press changes, in one word; `isStrong`: stands out. */
export type Tag = { key: string; name: string; title?: string; state?: string; isStrong?: boolean }

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
    <span
      className={cx(
        'edge inline-flex h-7 max-w-full items-center rounded-md text-14',
        tag.isStrong ? 'bg-accent-soft text-accent-ink' : 'bg-sunken text-ink',
      )}
    >
      {onToggle ? (
        <button
          type="button"
          tabIndex={-1}
          data-tag=""
          title={tag.title}
          onClick={onToggle}
          onKeyDown={press}
          className="flex h-7 min-w-0 items-center gap-1.5 rounded-md pl-2"
        >
          <span dir="auto" className="min-w-0 truncate">
            {tag.name}
          </span>{' '}
          <span className={cx('shrink-0 text-12', tag.isStrong ? 'font-medium' : 'text-faint')}>{tag.state}</span>
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
        <X aria-hidden="true" size={12} />
      </button>
    </span>
  )
}

const steps: Record<string, -1 | 1 | 'first' | 'last'> = { ArrowLeft: -1, ArrowRight: 1, Home: 'first', End: 'last' }
