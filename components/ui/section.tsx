import type { ReactNode } from 'react'
import { Panel } from './panel.tsx'

type SectionProps = { id: string; title: string; about?: ReactNode; children: ReactNode }

/** One section of Settings or Admin, with its own address. Shown once those above have their height, so that it never moves. */
export function Section({ id, title, about, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-20 [:has([data-loading])~&]:invisible">
      <h2 id={`${id}-title`} className="font-semibold text-16">
        {title}
      </h2>
      {about ? <p className="mt-1 max-w-prose text-body text-soft">{about}</p> : null}
      <div className="mt-3">
        <Panel>{children}</Panel>
      </div>
    </section>
  )
}
