import { useEffect, useLayoutEffect, useRef } from 'react'
import { cx } from './cx.ts'

export type TagOption = { value: string; label: string; note: string }

type TagOptionsProps = {
  id: string
  options: TagOption[]
  /** Which one Enter takes; -1: none. */
  markedAt: number
  /** Said instead of options. */
  nothing: string
  onMark: (index: number) => void
  onChoose: (option: TagOption) => void
}

/** The list under a box of chips, or above it where there is more room. The focus stays in the box. */
export function TagOptions({ id, options, markedAt, nothing, onMark, onChoose }: TagOptionsProps) {
  const popup = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => placeBeside(popup.current))
  useEffect(() => {
    document.getElementById(optionId(id, markedAt))?.scrollIntoView({ block: 'nearest' })
  }, [id, markedAt])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press must not take the focus from the box
    <div
      ref={popup}
      onMouseDown={(event) => event.preventDefault()}
      className="absolute inset-x-0 top-full z-40 mt-1 overflow-hidden rounded-xl border border-line bg-raised text-ink shadow-high data-above:top-auto data-above:bottom-full data-above:mt-0 data-above:mb-1"
    >
      <p role="status" className="px-4 py-3 text-14 text-faint empty:hidden">
        {options.length === 0 ? nothing : null}
      </p>
      <div id={id} role="listbox" aria-label="Suggestions" className="max-h-80 overflow-y-auto p-1.5 empty:hidden">
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the box points at the marked option
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the box does the same
          <div
            key={option.value}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === markedAt}
            onMouseMove={() => onMark(index)}
            onClick={() => onChoose(option)}
            className={cx(
              'flex min-h-9 cursor-pointer items-center justify-between gap-3 rounded-lg px-2.5 py-1 text-14',
              index === markedAt ? 'edge bg-hover text-ink' : 'text-soft',
            )}
          >
            <span dir="auto" className="min-w-0 truncate">
              {option.label}
            </span>
            <span className="min-w-0 shrink truncate text-12 text-faint">{option.note}</span>
          </div>
        ))}
      </div>
    </div>
  )
}

export function optionId(list: string, index: number): string {
  return `${list}-${index}`
}

function placeBeside(popup: HTMLElement | null): void {
  const box = popup?.parentElement?.getBoundingClientRect()
  if (!popup || !box) return
  const below = window.innerHeight - box.bottom - footHeight()
  popup.toggleAttribute('data-above', popup.offsetHeight > below && box.top > below)
}

/** What `FormFoot` covers. */
function footHeight(): number {
  return Number.parseFloat(document.documentElement.style.getPropertyValue('--foot')) || 0
}
