'use client'

import { useQuery } from '@tanstack/react-query'
import { type RefObject, useId, useLayoutEffect, useRef, useState } from 'react'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { announcementsQuery } from '#lib/announcements/queries.ts'
import type { Announcement } from '#lib/announcements/schema.ts'
import { Greeting } from './greeting.tsx'
import { SafeHtml } from './safe-html.tsx'

/**
 * The company's newest message in one line, which opens to all there are. Without one, a greeting. Always of the same
 * height, so that nothing moves when it arrives.
 */
export function MessageBar({ now, zone }: { now: Date | null; zone: string }) {
  const query = useQuery(announcementsQuery)
  const [newest, ...others] = query.data?.items ?? []
  if (newest)
    return (
      <section aria-label="Company message">
        <Message key={newest.id} message={newest} others={others} />
      </section>
    )
  if (query.isPending || !now) return <Skeleton className="h-11 rounded-xl" />
  return <Greeting now={now} zone={zone} />
}

function Message({ message, others }: { message: Announcement; others: readonly Announcement[] }) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const text = useRef<HTMLDivElement>(null)
  const first = firstBlock(message.html)
  const isCut = useIsCut(text, isOpen)
  return (
    <div className="edge flex min-h-11 items-start gap-3 rounded-xl border border-line bg-raised py-1.25 pr-1.5 pl-4 shadow-low">
      <Icon name="megaphone" size={16} className="mt-2 shrink-0 text-accent-ink" />
      <div id={id} ref={text} className="min-w-0 flex-1 py-1 sm:py-1.5 sm:leading-5">
        <SafeHtml html={isOpen ? message.html : first.html} isOneLine={!isOpen} />
        {isOpen
          ? others.map(({ id: other, html }) => (
              <div key={other} className="mt-3 border-line border-t pt-3">
                <SafeHtml html={html} isOneLine={false} />
              </div>
            ))
          : null}
      </div>
      {isOpen || isCut || first.isPart || others.length > 0 ? (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
          className="flex h-8 shrink-0 items-center gap-1 rounded-lg px-2.5 font-medium text-14 text-accent-ink hover:bg-hover"
        >
          {isOpen ? 'Close' : others.length > 0 ? `Read all ${others.length + 1}` : 'Read'}
          <span className="sr-only">{others.length > 0 ? ' company messages' : ' the company message'}</span>
          <Icon
            name="chevron-down"
            size={16}
            className={cx('transition-transform duration-100', isOpen && 'rotate-180')}
          />
        </button>
      ) : null}
    </div>
  )
}

/** Its first paragraph, heading or list, and whether there is more. Parsed into an inert document, so nothing in it runs. */
function firstBlock(html: string): { html: string; isPart: boolean } {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const blocks = [...body.children].filter((child) => child.textContent?.trim())
  return { html: blocks[0]?.outerHTML ?? html, isPart: blocks.length > 1 }
}

/** Whether its one line is cut off at this width. Once open, it stays as it was: nothing is cut then. */
function useIsCut(box: RefObject<HTMLElement | null>, isOpen: boolean): boolean {
  const [isCut, setCut] = useState(false)
  useLayoutEffect(() => {
    const element = box.current
    if (isOpen || !element) return
    const measure = () =>
      setCut([...element.querySelectorAll('*')].some((one) => one.scrollWidth > one.clientWidth + 1))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box, isOpen])
  return isCut
}
