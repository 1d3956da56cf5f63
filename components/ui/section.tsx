import type { ReactNode } from 'react'
import { Panel } from './panel.tsx'

type SectionProps = { id: string; title: string; about?: ReactNode; children: ReactNode }

/**
 * One section of Settings or Admin, with its own address. While the page settles it is shown once those above have their height,
 * so that it doesn't move.
 */
export function Section({ id, title, about, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="[[data-settling]>:has([data-loading])~&]:invisible">
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
