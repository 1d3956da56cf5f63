import type { ReactNode } from 'react'
import { SectionColumn } from '#components/shell/section-column.tsx'

type AdminPageProps = { title: string; about?: ReactNode; action?: ReactNode; children: ReactNode }

/** One page of Admin: what it is about, and what can be done with all of it. */
export function AdminPage({ title, about, action, children }: AdminPageProps) {
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <h1 className="font-semibold text-28">{title}</h1>
        {action}
      </div>
      {about ? <p className="mt-1 max-w-prose text-body text-soft">{about}</p> : null}
      <div className="mt-5">
        <SectionColumn>{children}</SectionColumn>
      </div>
    </>
  )
}
