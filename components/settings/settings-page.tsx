'use client'

import { MessageSection } from '#components/announcements/message-section.tsx'
import { useIsSettling } from '#components/shell/use-is-settling.ts'
import { useIsMeKnown, useMe } from '#components/shell/use-me.ts'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { AppearanceSection } from './appearance-section.tsx'
import { ConnectionSection } from './connection-section.tsx'
import { KeyboardSection } from './keyboard-section.tsx'
import { LendingSection } from './lending-section.tsx'
import { ManagersSection } from './managers-section.tsx'
import { PeopleSection } from './people-section.tsx'
import { ReadingSection } from './reading-section.tsx'
import { companySections, ownSections } from './sections.ts'
import { SessionsSection } from './sessions-section.tsx'
import { usePlace } from './use-place.ts'
import { VisibilitySection } from './visibility-section.tsx'
import { ZoneSection } from './zone-section.tsx'

export function SettingsPage() {
  const abilities = useMe()?.abilities
  const open = companySections.filter(([, , ability]) => abilities?.includes(ability))
  const openIds = open.map(([id]) => id)
  const hasCompanys = open.length > 0
  const isMeKnown = useIsMeKnown()

  const isSettling = useIsSettling()
  usePlace(isMeKnown)

  if (!isMeKnown) return <SettingsSkeleton />

  return (
    <>
      <h1 className="font-semibold text-28">Settings</h1>
      <div className="mt-6 gap-12 lg:grid lg:grid-cols-[11rem_minmax(0,1fr)]">
        <nav aria-label="Sections" className="mb-6 lg:mb-0">
          <div className="sticky top-20 flex flex-wrap gap-x-6 gap-y-4 lg:flex-col">
            <Contents title="Your settings" entries={ownSections} />
            {hasCompanys ? <Contents title="Company settings" entries={open} /> : null}
          </div>
        </nav>
        <div data-settling={isSettling ? '' : undefined} className="flex max-w-3xl flex-col gap-10">
          <ConnectionSection />
          <SessionsSection />
          <AppearanceSection />
          <ZoneSection />
          <KeyboardSection />
          {openIds.includes('message') ? <MessageSection /> : null}
          {openIds.includes('lending') ? <LendingSection /> : null}
          {openIds.includes('managers') ? <ManagersSection /> : null}
          {openIds.includes('people') ? <PeopleSection /> : null}
          {openIds.includes('visibility') ? <VisibilitySection /> : null}
          {openIds.includes('reading') ? <ReadingSection /> : null}
        </div>
      </div>
    </>
  )
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

function Contents({ title, entries }: { title: string; entries: readonly (readonly [string, string, string?])[] }) {
  return (
    <div>
      <p className="px-2 pb-1 font-medium text-12 text-faint">{title}</p>
      <ul className="flex flex-wrap lg:flex-col">
        {entries.map(([id, name]) => (
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
    </div>
  )
}
