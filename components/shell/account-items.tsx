import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { logOff } from './log-off.ts'
import { PageLink } from './page-link.tsx'
import { useMe } from './use-me.ts'

/** What the account menu offers. Load it lazily. */
export function AccountItems({ onChosen, onEverywhere }: { onChosen: () => void; onEverywhere: () => void }) {
  const me = useMe()
  return (
    <>
      <div className="px-2.5 pt-1.5 pb-2.5">
        <p dir="auto" className="truncate text-left font-medium text-14">
          {me?.name}
        </p>
        <p className="truncate text-12 text-faint">{me?.email}</p>
      </div>
      <hr className="mb-1.5 border-line" />
      <PageLink href="/settings" className={itemStyle} onClick={onChosen}>
        <Icon name="settings" size={16} />
        Settings
      </PageLink>
      <Item icon={<Icon name="log-out" size={16} />} onPress={() => logOff('here')}>
        Log off
      </Item>
      <Item icon={<Icon name="monitor-x" size={16} />} onPress={onEverywhere}>
        Log off everywhere
      </Item>
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
