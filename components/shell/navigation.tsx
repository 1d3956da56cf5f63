'use client'

import { usePathname } from 'next/navigation'
import { useId } from 'react'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { PageLink } from './page-link.tsx'
import { allPlaces, isWithin, type Place, placesFor } from './places.ts'
import { useMe } from './use-me.ts'

/** Wide: all places side by side. On a phone: the current one, with the others one press away. */
export function Navigation() {
  const path = usePathname()
  const places = placesFor(useMe()?.abilities)
  return (
    <nav aria-label="Main">
      <div className="hidden items-center gap-0.5 sm:flex">
        {places
          .filter(({ isOnTop }) => isOnTop)
          .map((place) => (
            <TopLink key={place.href} place={place} path={path} />
          ))}
      </div>
      <PlaceMenu places={places} path={path} />
    </nav>
  )
}

function TopLink({ place, path }: { place: Place; path: string }) {
  const isHere = isWithin(path, place)
  return (
    <PageLink
      href={place.href}
      aria-current={isHere ? 'page' : undefined}
      className={cx(
        'flex h-9 items-center rounded-lg px-3 font-medium text-14 transition-colors duration-100 hover:bg-hover hover:text-ink',
        isHere ? 'text-ink' : 'text-faint',
      )}
    >
      <span className={cx('pt-0.5', isHere ? 'border-accent-ink border-b-2 pb-0.5' : 'pb-1')}>{place.name}</span>
    </PageLink>
  )
}

/** A native popover: the browser handles Escape, a press elsewhere and the focus's way back. */
function PlaceMenu({ places, path }: { places: Place[]; path: string }) {
  const id = useId()
  // Of all, because which are this person's is learnt a moment later.
  const here = allPlaces.find((place) => isWithin(path, place))
  return (
    <div className="sm:hidden">
      <button
        type="button"
        popoverTarget={id}
        className="flex h-9 items-center gap-1 rounded-lg px-2 font-medium text-14 text-ink hover:bg-hover"
      >
        <span className="sr-only">Current page: </span>
        {here?.name ?? 'Menu'}
        <Icon name="chevron-down" size={16} className="text-faint" />
      </button>
      <div
        id={id}
        popover="auto"
        className="fixed inset-auto top-14 left-4 m-0 w-56 rounded-xl border border-line bg-raised p-1.5 text-ink shadow-high"
      >
        {places.map((place) => {
          const isHere = isWithin(path, place)
          return (
            <PageLink
              key={place.href}
              href={place.href}
              aria-current={isHere ? 'page' : undefined}
              onClick={() => document.getElementById(id)?.hidePopover()}
              className="flex h-11 items-center justify-between rounded-lg px-3 text-16 text-soft hover:bg-hover hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              {place.name}
              {isHere ? <Icon name="check" size={16} /> : null}
            </PageLink>
          )
        })}
      </div>
    </div>
  )
}
