'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { announce } from '#components/shell/announce.tsx'
import { formatMeetingId } from '#lib/meeting-id.ts'

/** The meeting ID; a press copies it. */
export function CopyId({ digits }: { digits: string }) {
  const [isCopied, setCopied] = useState(false)
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

  const Icon = isCopied ? Check : Copy
  return (
    <button
      type="button"
      onClick={copy}
      aria-label={`Copy meeting ID ${id}`}
      className="figures group/copy -mx-1.5 inline-flex h-7 items-center gap-1.5 rounded-md px-1.5 text-14 text-soft hover:bg-hover hover:text-ink"
    >
      {id}
      <Icon
        aria-hidden="true"
        size={14}
        className={
          isCopied ? 'text-live' : 'opacity-0 group-hover/copy:opacity-100 group-focus-visible/copy:opacity-100'
        }
      />
    </button>
  )
}
