import { Combobox } from '@base-ui/react/combobox'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'

/** What hangs under a combobox: within the main part of the page, where those who listen look for it. */
export function ListPopup({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <Combobox.Portal container={document.getElementById('main') ?? undefined}>
      <Combobox.Positioner sideOffset={4} className="z-40 outline-none">
        <Combobox.Popup
          className={cx(
            'w-(--anchor-width) overflow-hidden rounded-xl border border-line bg-raised text-ink shadow-high',
            className,
          )}
        >
          {children}
        </Combobox.Popup>
      </Combobox.Positioner>
    </Combobox.Portal>
  )
}
