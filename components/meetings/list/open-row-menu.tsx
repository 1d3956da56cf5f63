'use client'

import { Menu } from '@base-ui/react/menu'
import { BarChart3, Copy, CopyPlus, type LucideIcon, Pencil, X } from 'lucide-react'
import type { RefObject } from 'react'
import { type Act, actName, actsOf } from '#components/meetings/act/acts-of.ts'
import { shortcuts } from '#components/shell/shortcuts.ts'
import { useMe } from '#components/shell/use-me.ts'
import { cx } from '#components/ui/cx.ts'
import { entryStyle } from '#components/ui/list-style.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { actOfKey } from './use-row-acts.ts'

type OpenRowMenuProps = {
  meeting: Meeting
  now: Date
  button: RefObject<HTMLButtonElement | null>
  onChoose: (act: Act) => void
  onClose: () => void
}

/** What can be done about a row, each with its key. Load it lazily. */
export function OpenRowMenu({ meeting, now, button, onChoose, onClose }: OpenRowMenuProps) {
  const me = useMe()
  const acts = actsOf(meeting, now, me?.abilities.includes('meeting.create') ?? false)
  const hasKeys = me?.preferences.singleKeys ?? false
  return (
    <Menu.Root
      open
      modal={false}
      onOpenChange={(isOpen, { event }) => {
        // The button closes it by itself.
        const isButton = event.target instanceof Node && button.current?.contains(event.target)
        if (!isOpen && !isButton) onClose()
      }}
    >
      <Menu.Portal container={document.getElementById('main') ?? undefined}>
        <Menu.Positioner anchor={button} align="end" sideOffset={4} className="z-40 outline-none">
          <Menu.Popup
            aria-label={meeting.subject}
            finalFocus={button}
            onKeyDown={(event) => {
              const act = hasKeys ? actOfKey(event) : undefined
              if (act && acts.includes(act)) onChoose(act)
            }}
            className="w-52 rounded-xl border border-line bg-raised p-1.5 text-ink shadow-high outline-none"
          >
            {acts.map((act) => {
              const Icon = icons[act]
              return (
                <Menu.Item
                  key={act}
                  onClick={() => onChoose(act)}
                  aria-keyshortcuts={hasKeys ? shortcuts[act].keys.toLowerCase() : undefined}
                  className={cx(entryStyle, 'h-9 items-center gap-2.5', act === 'cancel' && 'text-trouble')}
                >
                  <Icon aria-hidden="true" size={16} />
                  <span className="flex-1">{actName(act, meeting)}</span>
                  {hasKeys ? (
                    <span aria-hidden="true" className="text-12 text-faint max-sm:hidden">
                      {shortcuts[act].keys}
                    </span>
                  ) : null}
                </Menu.Item>
              )
            })}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

const icons: Record<Act, LucideIcon> = {
  report: BarChart3,
  edit: Pencil,
  duplicate: CopyPlus,
  copyLink: Copy,
  cancel: X,
}
