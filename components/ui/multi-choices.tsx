import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { bestFirst } from '#lib/search/match.ts'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'

export type Choice = { value: string; label: string; hint?: string | undefined }

/** The rest is found by typing: nobody reads a longer list. */
const mostShown = 100

type MultiChoicesProps = {
  label: string
  choices: readonly Choice[]
  chosen: readonly string[]
  onToggle: (value: string) => void
  isSingle: boolean
  onClose: () => void
}

/** What `MultiChoice` opens: a box to type in, and what is found. */
export function MultiChoices({ label, choices, chosen, isSingle, onToggle, onClose }: MultiChoicesProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  // Of a single choice the chosen one, so that Enter and Enter again leaves it.
  const chosenAt = isSingle ? choices.slice(0, mostShown).findIndex(({ value }) => chosen.includes(value)) : 0
  const [active, setActive] = useState(Math.max(0, chosenAt))
  const found = bestFirst(choices, typed, ({ label, hint = '' }) => [label, hint])
  const shown = found.slice(0, mostShown)

  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])

  function move(to: number): void {
    setActive((to + shown.length) % Math.max(shown.length, 1))
  }

  function press(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') move(active + 1)
    else if (event.key === 'ArrowUp') move(active - 1)
    else if (event.key === 'Enter' && shown[active]) onToggle(shown[active].value)
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="mt-1.5 overflow-hidden rounded-xl border border-line bg-raised sm:absolute sm:top-full sm:left-0 sm:z-20 sm:w-72 sm:shadow-high">
      <div className="relative border-line border-b">
        <Icon name="search" size={16} className="pointer-events-none absolute top-3 left-3.5 text-faint" />
        <input
          ref={focusOnce}
          role="combobox"
          aria-label={`Find in ${label.toLowerCase()}`}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={shown.length > 0 ? `${id}-${active}` : undefined}
          aria-autocomplete="list"
          placeholder="Type a name"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setActive(0)
          }}
          onKeyDown={press}
          className="h-10 w-full rounded-t-xl bg-transparent pr-3 pl-10 text-body text-ink -outline-offset-2"
        />
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        aria-multiselectable={!isSingle}
        className="max-h-72 overflow-y-auto p-1.5"
      >
        {shown.map((choice, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box above, which points at the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the box above does the same
          <div
            key={choice.value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={chosen.includes(choice.value)}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setActive(index)}
            onClick={() => onToggle(choice.value)}
            className={cx(
              'flex min-h-9 cursor-pointer items-center gap-2 rounded-lg px-2 py-1 text-14',
              index === active ? 'edge bg-hover text-ink' : 'text-soft',
            )}
          >
            <Tick isOn={chosen.includes(choice.value)} isRound={isSingle} />
            <span dir="auto" className="min-w-0 flex-1 truncate text-left">
              {choice.label}
            </span>
            {choice.hint ? <span className="shrink-0 text-12 text-faint">{choice.hint}</span> : null}
          </div>
        ))}
      </div>
      {found.length === 0 ? (
        <p className="px-4 pb-3 text-14 text-faint">
          No results for “<bdi>{typed.trim()}</bdi>”
        </p>
      ) : null}
      {found.length > mostShown ? (
        <p className="border-line border-t px-4 py-2 text-12 text-faint">
          {found.length - mostShown} more. Type to find them.
        </p>
      ) : null}
    </div>
  )
}

function Tick({ isOn, isRound }: { isOn: boolean; isRound: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        'grid size-4 shrink-0 place-items-center border',
        isRound ? 'rounded-full' : 'rounded',
        isOn ? 'border-accent bg-accent text-on-accent' : 'border-line-strong',
      )}
    >
      {isOn ? <Icon name="check" size={12} strokeWidth={3} /> : null}
    </span>
  )
}

function focusOnce(input: HTMLInputElement | null): void {
  input?.focus({ preventScroll: true })
}
