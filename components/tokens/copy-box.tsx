import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { inputStyle } from '#components/ui/input-style.ts'

type CopyBoxProps = {
  label: string
  text: string
  isLong?: boolean
  /** Its button gets the focus when it appears. */
  isFirst?: boolean
  onCopied: () => void
}

/**
 * A secret to copy. Not by a toast as elsewhere: where the browser forbids copying, that would show it again in a corner
 * of the page; here it is selected, to be copied by hand.
 */
export function CopyBox({ label, text, isLong = false, isFirst = false, onCopied }: CopyBoxProps) {
  const id = useId()
  const box = useRef<HTMLTextAreaElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [outcome, setOutcome] = useState<'copied' | 'selected' | null>(null)

  useEffect(() => {
    if (isFirst) button.current?.focus()
  }, [isFirst])

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      setOutcome('copied')
      onCopied()
    } catch {
      box.current?.select()
      setOutcome('selected')
    }
  }

  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium text-14">
        {label}
      </label>
      <div className="flex gap-2 max-sm:flex-col sm:items-start">
        <textarea
          ref={box}
          id={id}
          readOnly
          spellCheck={false}
          rows={isLong ? 6 : 3}
          value={text}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onCopy={onCopied}
          className={cx(
            inputStyle,
            'min-w-0 flex-1 field-sizing-content resize-none break-all py-1.5 font-mono text-12 leading-5',
          )}
        />
        <Button ref={button} aria-label={`${outcome === 'copied' ? 'Copied' : 'Copy'}: ${label}`} onClick={copy}>
          <Icon name={outcome === 'copied' ? 'check' : 'copy'} size={16} />
          {outcome === 'copied' ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <p role="status" className="text-14 text-attention empty:hidden">
        {outcome === 'selected'
          ? 'Your browser didn’t allow copying. It’s selected: press Ctrl C, on a Mac ⌘ C.'
          : null}
      </p>
    </div>
  )
}
