'use client'

import { useId, useState } from 'react'
import { lazily } from '#components/ui/lazily.tsx'
import { usePopover } from '#components/ui/use-popover.ts'
import { useMe } from './use-me.ts'

const AccountItems = lazily(() => import('./account-items.tsx').then((module) => module.AccountItems))
const AskLogOff = lazily(() => import('./ask-log-off.tsx').then((module) => module.AskLogOff))

/** A native popover: the browser handles Escape, a press elsewhere and the focus's way back. */
export function AccountMenu() {
  const me = useMe()
  const id = useId()
  const { isOpen, onToggle } = usePopover(id)
  const [isAsking, setAsking] = useState(false)

  function ask(): void {
    close(id)
    setAsking(true)
  }

  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        onPointerEnter={AccountItems.expect}
        onFocus={AccountItems.expect}
        className="grid size-9 shrink-0 place-items-center rounded-full hover:bg-hover"
      >
        <span className="sr-only">{me ? `Account of ${me.name}` : 'Account'}</span>
        <span
          aria-hidden="true"
          className="edge grid size-7 place-items-center rounded-full bg-accent-soft font-semibold text-12 text-accent-ink"
        >
          {me ? initials(me.name) : ''}
        </span>
      </button>
      <div
        id={id}
        popover="auto"
        onToggle={onToggle}
        className="fixed inset-auto top-14 right-[max(1rem,calc((100vw-72rem)/2+1rem))] m-0 w-64 rounded-xl border border-line bg-raised p-1.5 text-ink shadow-high min-h-45"
      >
        {isOpen ? <AccountItems onChosen={() => close(id)} onEverywhere={ask} /> : null}
      </div>
      {isAsking ? <AskLogOff onClose={() => setAsking(false)} /> : null}
    </>
  )
}

function close(id: string): void {
  document.getElementById(id)?.hidePopover()
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const last = words.length > 1 ? words.at(-1) : ''
  return `${words[0]?.[0] ?? ''}${last?.[0] ?? ''}`.toUpperCase()
}
