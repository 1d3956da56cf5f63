'use client'

import { useRouter } from 'next/navigation'
import type { ComponentProps } from 'react'
import { goHere } from './address.ts'
import { leavePlace } from './list-place.ts'

/**
 * A link between pages of the portal that keeps what is loaded. Not next/link, whose prefetching costs more than it
 * would save.
 */
export function PageLink({ href, onClick, ...rest }: ComponentProps<'a'> & { href: string }) {
  const router = useRouter()
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        onClick?.(event)
        const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
        if (!isPlain || event.defaultPrevented) return
        const target = new URL(href, window.location.href)
        const isHere = target.pathname === window.location.pathname
        // A place on this page: the browser goes there, and moves the focus too.
        if (isHere && target.hash) return
        event.preventDefault()
        if (isHere) goHere(href)
        else {
          leavePlace(event.currentTarget)
          router.push(href)
        }
      }}
    />
  )
}
