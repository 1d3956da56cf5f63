import type { ReactNode } from 'react'

/** Nothing here: why, and what to do next. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-3 rounded-xl border border-line border-dashed px-6 py-12 text-center">
      <p className="font-medium text-16">{title}</p>
      {children ? <div className="max-w-prose text-body text-soft">{children}</div> : null}
      {action}
    </div>
  )
}
