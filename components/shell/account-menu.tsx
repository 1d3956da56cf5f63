'use client'

import { type ReactNode, useId, useState } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import { logOff } from './log-off.ts'
import { PageLink } from './page-link.tsx'
import { useMe } from './use-me.ts'

const AskLogOff = lazily(() => import('./ask-log-off.tsx').then((module) => module.AskLogOff))

/** A native popover: the browser handles Escape, a press elsewhere and the focus's way back. */
export function AccountMenu() {
  const me = useMe()
  const id = useId()
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
        className="fixed inset-auto top-14 right-[max(1rem,calc((100vw-72rem)/2+1rem))] m-0 w-64 rounded-xl border border-line bg-raised p-1.5 text-ink shadow-high"
      >
        <div className="px-2.5 pt-1.5 pb-2.5">
          <p dir="auto" className="truncate text-left font-medium text-14">
            {me?.name}
          </p>
          <p className="truncate text-12 text-faint">{me?.email}</p>
        </div>
        <div className="border-line border-t pt-1.5">
          <PageLink href="/settings" className={itemStyle} onClick={() => close(id)}>
            <Icon name="settings" size={16} />
            Settings
          </PageLink>
          <Item icon={<Icon name="log-out" size={16} />} onPress={() => logOff('here')}>
            Log off
          </Item>
          <Item icon={<Icon name="monitor-x" size={16} />} onPress={ask}>
            Log off everywhere
          </Item>
        </div>
      </div>
      {isAsking ? <AskLogOff onClose={() => setAsking(false)} /> : null}
    </>
  )
}

const itemStyle =
  'flex h-9 w-full items-center gap-2.5 rounded-lg px-2.5 text-14 text-soft hover:bg-hover hover:text-ink'

function Item({ icon, onPress, children }: { icon: ReactNode; onPress: () => void; children: ReactNode }) {
  return (
    <button type="button" className={itemStyle} onClick={onPress}>
      {icon}
      {children}
    </button>
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
