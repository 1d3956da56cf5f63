'use client'

import { useState } from 'react'
import { announce } from '#components/shell/announce.tsx'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { formatMeetingId } from '#lib/meeting-id.ts'

/** The meeting ID; a press copies it. */
export function CopyId({ digits, className }: { digits: string; className?: string }) {
  const [isCopied, setCopied] = useState(false)
  // Drawn for who comes near: a hundred rows have a hundred of them.
  const [isNear, setNear] = useState(false)
  const come = () => setNear(true)
  const leave = () => setNear(false)
  const id = formatMeetingId(digits)

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(id)
    } catch {
      announce('Your browser didn’t allow copying.')
      return
    }
    announce(`${id} copied`)
    setCopied(true)
    setTimeout(() => setCopied(false), 1_500)
  }

  return (
    <button
      type="button"
      onClick={copy}
      onPointerEnter={come}
      onPointerLeave={leave}
      onFocus={come}
      onBlur={leave}
      aria-label={`Copy meeting ID ${id}`}
      className={cx(
        'figures -mx-1.5 flex h-7 w-fit items-center gap-1.5 rounded-md px-1.5 text-14 text-soft hover:bg-hover hover:text-ink',
        !isNear && !isCopied && 'pr-6.5',
        className,
      )}
    >
      {id}
      {isNear || isCopied ? (
        <Icon name={isCopied ? 'check' : 'copy'} size={14} className={isCopied ? 'text-live' : undefined} />
      ) : null}
    </button>
  )
}
