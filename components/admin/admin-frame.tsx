'use client'

import { usePathname } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'
import { PageLink } from '#components/shell/page-link.tsx'
import { useIsMeKnown, useMe } from '#components/shell/use-me.ts'
import { cx } from '#components/ui/cx.ts'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { NotForYou } from './not-for-you.tsx'
import { adminPages } from './pages.ts'

/** What is the company's: its own navigation beside each of its pages, for those who may open any. */
export function AdminFrame({ children }: { children: ReactNode }) {
  const path = usePathname()
  const abilities = useMe()?.abilities
  const isMeKnown = useIsMeKnown()
  if (!isMeKnown) return <AdminSkeleton />
  const open = adminPages.filter(({ ability }) => abilities?.includes(ability))
  if (!open.some(({ href }) => href === path)) return <NotForYou />
  return (
    <div className="gap-12 lg:grid lg:grid-cols-[11rem_minmax(0,1fr)]">
      <AdminNavigation pages={open} path={path} />
      <div className="min-w-0">{children}</div>
    </div>
  )
}

type AdminNavigationProps = { pages: { href: string; name: string }[]; path: string }

/** Wide: a column beside the page. Narrow: a row of tabs above it, which scrolls by itself when it is longer. */
function AdminNavigation({ pages, path }: AdminNavigationProps) {
  const here = useRef<HTMLLIElement>(null)

  // Of a long row the page one is on must be in view, whichever led here.
  useEffect(() => {
    if (path) here.current?.scrollIntoView?.({ block: 'nearest', inline: 'center' })
  }, [path])

  return (
    <nav
      aria-label="Admin"
      className="-mx-4 mb-5 overflow-x-auto border-line border-b px-4 [scrollbar-width:none] sm:-mx-6 sm:px-6 lg:m-0 lg:overflow-visible lg:border-0 lg:p-0"
    >
      <ul className="sticky top-19 flex w-max gap-1 lg:w-auto lg:flex-col">
        {pages.map(({ href, name }) => {
          const isHere = href === path
          return (
            <li key={href} ref={isHere ? here : null} className="scroll-mx-8">
              <PageLink
                href={href}
                aria-current={isHere ? 'page' : undefined}
                className={cx(
                  'flex h-10 items-center whitespace-nowrap border-b-2 px-2 text-14 -outline-offset-2 hover:text-ink lg:h-8 lg:rounded-lg lg:border-0 lg:hover:bg-hover',
                  isHere
                    ? 'border-accent-ink font-medium text-ink lg:bg-sunken lg:forced-colors:underline'
                    : 'border-transparent text-soft',
                )}
              >
                {name}
              </PageLink>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

function AdminSkeleton() {
  return (
    <div role="status" aria-label="Loading Admin" className="animate-late">
      <Skeleton className="h-40 w-full rounded-xl" />
    </div>
  )
}
