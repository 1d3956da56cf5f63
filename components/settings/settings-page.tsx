'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { SectionColumn } from '#components/shell/section-column.tsx'
import { useIsMeKnown } from '#components/shell/use-me.ts'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { AppearanceSection } from './appearance-section.tsx'
import { ConnectionSection } from './connection-section.tsx'
import { KeyboardSection } from './keyboard-section.tsx'
import { movedSections, ownSections } from './sections.ts'
import { SessionsSection } from './sessions-section.tsx'
import { TokensSection } from './tokens-section.tsx'
import { ZoneSection } from './zone-section.tsx'

export function SettingsPage() {
  const isMeKnown = useIsMeKnown()
  useMovedSections()

  if (!isMeKnown) return <SettingsSkeleton />

  return (
    <>
      <h1 className="font-semibold text-28">Settings</h1>
      <div className="mt-6 gap-12 lg:grid lg:grid-cols-[11rem_minmax(0,1fr)]">
        <nav aria-label="Sections" className="mb-6 lg:mb-0">
          <ul className="sticky top-20 flex flex-wrap lg:flex-col">
            {ownSections.map(([id, name]) => (
              <li key={id}>
                <a
                  href={`#${id}`}
                  className="flex h-8 items-center rounded-lg px-2 text-14 text-soft hover:bg-hover hover:text-ink"
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="min-w-0 max-w-3xl">
          <SectionColumn>
            <ConnectionSection />
            <SessionsSection />
            <AppearanceSection />
            <ZoneSection />
            <KeyboardSection />
            <TokensSection />
          </SectionColumn>
        </div>
      </div>
    </>
  )
}

/** The server never learns what follows `#`: only the page itself can lead on from there. */
function useMovedSections(): void {
  const router = useRouter()
  useEffect(() => {
    function lead(): void {
      const href = movedSections[window.location.hash.slice(1)]
      if (href) router.replace(href)
    }
    lead()
    window.addEventListener('hashchange', lead)
    return () => window.removeEventListener('hashchange', lead)
  }, [router])
}

function SettingsSkeleton() {
  return (
    <>
      <h1 className="font-semibold text-28">Settings</h1>
      <div role="status" aria-label="Loading settings" className="animate-late">
        <Skeleton className="mt-6 h-40 w-full max-w-3xl rounded-xl" />
      </div>
    </>
  )
}
