import { useId } from 'react'
import { offeredScopes, type Scope, type ScopeWords } from '#lib/tokens/sentences.ts'

type ScopeChoiceProps = {
  chosen: readonly Scope[]
  /** Not to be had for whom it is. */
  excluded: readonly Scope[]
  error: string | undefined
  onChange: (scopes: readonly Scope[]) => void
}

/** What a token may do, grouped, in plain words. */
export function ScopeChoice({ chosen, excluded, error, onChange }: ScopeChoiceProps) {
  const id = useId()
  const toggle = (scope: Scope) =>
    onChange(chosen.includes(scope) ? chosen.filter((one) => one !== scope) : [...chosen, scope])
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined} className="flex flex-col gap-3">
      <legend className="mb-2 font-medium text-14">What it may do</legend>
      {error ? (
        <p id={`${id}-error`} className="-mt-1 text-14 text-trouble">
          {error}
        </p>
      ) : null}
      {offeredScopes.map(({ heading, scopes }) => (
        <fieldset key={heading}>
          <legend className="mb-1 text-12 text-faint">{heading}</legend>
          {scopes.map((words) => (
            <ScopeCheckbox
              key={words.scope}
              words={words}
              isChosen={chosen.includes(words.scope)}
              isExcluded={excluded.includes(words.scope)}
              isInvalid={error !== undefined}
              onToggle={() => toggle(words.scope)}
            />
          ))}
        </fieldset>
      ))}
    </fieldset>
  )
}

type ScopeCheckboxProps = {
  words: ScopeWords
  isChosen: boolean
  isExcluded: boolean
  isInvalid: boolean
  onToggle: () => void
}

function ScopeCheckbox({ words, isChosen, isExcluded, isInvalid, onToggle }: ScopeCheckboxProps) {
  const id = useId()
  const { scope, name, about } = words
  return (
    <label className="flex items-start gap-2.5 rounded-lg py-1 has-disabled:opacity-60">
      <input
        type="checkbox"
        checked={isChosen}
        disabled={isExcluded}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-about`}
        aria-invalid={isInvalid || undefined}
        onChange={onToggle}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <span className="text-14">
        <span id={`${id}-name`}>{name}</span>
        <span id={`${id}-about`} className="block text-12 text-faint">
          {isExcluded ? 'Only people can' : about} · {scope}
        </span>
      </span>
    </label>
  )
}
