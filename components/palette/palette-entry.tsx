import { Command } from 'cmdk'
import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon.tsx'

export const groupStyle =
  '[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-12 [&_[cmdk-group-heading]]:text-faint'

type EntryProps = {
  icon: ReactNode
  note?: string
  /** Shown below its name: what to know before choosing it. */
  warning?: string | null
  /** Shown below its name as well, calmly. */
  notes?: readonly string[]
  value?: string
  forceMount?: true
  /** Other words that find it: the server's search covers more than its name. */
  keywords?: string[]
  onSelect: () => void
  children: ReactNode
}

/** A command by the name that is shown; `value` is what it is found by, if that is more. */
export type NamedEntry = Omit<EntryProps, 'children' | 'forceMount'> & { name: string }

/** One entry of the palette. */
export function Entry({ icon, note, warning, notes = [], onSelect, children, ...rest }: EntryProps) {
  return (
    <Command.Item
      {...rest}
      onSelect={onSelect}
      className="flex min-h-10 cursor-pointer items-center gap-3 rounded-lg px-3 py-1.5 text-14 text-soft data-[selected=true]:bg-hover data-[selected=true]:text-ink forced-colors:data-[selected=true]:outline-2"
    >
      <span aria-hidden="true" className="shrink-0 text-faint">
        {icon}
      </span>
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2">{children}</span>
        {notes.map((text) => (
          <span key={text} className="figures mt-0.5 block text-12 text-faint">
            {text}
          </span>
        ))}
        {warning ? (
          <span className="mt-0.5 flex items-start gap-1 text-12 text-attention">
            <Icon name="triangle-alert" size={14} className="mt-px shrink-0" />
            <span className="line-clamp-2 [overflow-wrap:anywhere]">{warning}</span>
          </span>
        ) : null}
      </span>
      {note ? <span className="figures shrink-0 text-12 text-faint">{note}</span> : null}
    </Command.Item>
  )
}
