'use client'

import { type ReactNode, useCallback, useState } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { lazily } from '#components/ui/lazily.tsx'

const Sheet = lazily(() => import('#components/ui/sheet.tsx').then((module) => module.Sheet))

type FiltersProps = {
  /** What the sheet's button promises, such as `Show 12 meetings`. */
  done: ReactNode
  children: ReactNode
}

/** The filters of a list: a row where there is room; on a phone, where the list comes first, a sheet one press away. */
export function Filters({ done, children }: FiltersProps) {
  const [isOpen, setOpen] = useState(false)
  /** How often it was: each time is another attempt, if it didn't load. */
  const [opened, setOpened] = useState(0)
  const close = useCallback(() => setOpen(false), [])
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(true)
          setOpened(opened + 1)
        }}
        className="inline-flex h-9 items-center gap-1.5 rounded-lg border border-line bg-raised px-3 text-body shadow-low hover:bg-hover sm:hidden"
      >
        <Icon name="sliders-horizontal" size={16} className="text-faint" />
        Filter
      </button>
      {/* Only ever in one place. */}
      {isOpen ? null : <div className="contents max-sm:hidden">{children}</div>}
      {opened > 0 ? (
        <Sheet key={opened} title="Filter" isOpen={isOpen} onClose={close} done={done}>
          {isOpen ? children : null}
        </Sheet>
      ) : null}
    </>
  )
}
