'use client'

import { Menu } from '@base-ui/react/menu'
import type { RefObject } from 'react'
import { actName } from '#components/meetings/act/act-name.ts'
import type { Act } from '#components/meetings/act/acts.ts'
import { actsOf } from '#components/meetings/act/acts-of.ts'
import { shortcuts } from '#components/shell/shortcuts.ts'
import { useMe } from '#components/shell/use-me.ts'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { IconName } from '#components/ui/icon-names.ts'
import { menuItemStyle, OpenMenu } from '#components/ui/open-menu.tsx'
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
    <OpenMenu
      label={meeting.subject}
      button={button}
      onClose={onClose}
      onKeyDown={(event) => {
        const act = hasKeys ? actOfKey(event) : undefined
        if (act && acts.includes(act)) onChoose(act)
      }}
      className="w-52"
    >
      {acts.map((act) => {
        return (
          <Menu.Item
            key={act}
            onClick={() => onChoose(act)}
            aria-keyshortcuts={hasKeys ? shortcuts[act].toLowerCase() : undefined}
            className={cx(menuItemStyle, act === 'cancel' && 'text-trouble')}
          >
            <Icon name={icons[act]} size={16} />
            <span className="flex-1">{actName(act, meeting)}</span>
            {hasKeys ? (
              <span aria-hidden="true" className="text-12 text-faint max-sm:hidden">
                {shortcuts[act]}
              </span>
            ) : null}
          </Menu.Item>
        )
      })}
    </OpenMenu>
  )
}

const icons: Record<Act, IconName> = {
  report: 'bar-chart-3',
  edit: 'pencil',
  duplicate: 'copy-plus',
  copyLink: 'copy',
  cancel: 'x',
}
