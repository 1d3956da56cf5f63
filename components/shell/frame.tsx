import type { ReactNode } from 'react'
import { Toaster } from '#components/ui/toaster.tsx'
import { AccountMenu } from './account-menu.tsx'
import { LiveRegion } from './announce.tsx'
import { Freshness } from './freshness.tsx'
import { Logo } from './logo.tsx'
import { Navigation } from './navigation.tsx'
import { Notices } from './notices.tsx'
import { PageLink } from './page-link.tsx'
import { SkipLink } from './skip-link.tsx'

/** The frame of every signed-in page. `commands`: the palette's button, which lives in a higher room. */
export function Frame({ commands, children }: { commands: ReactNode; children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <header className="sticky top-0 z-30 print:hidden border-line border-b bg-surface/90 backdrop-blur-md">
        <div className="mx-auto flex h-14 max-w-[72rem] items-center gap-1 px-4 sm:gap-2 sm:px-6">
          <PageLink
            href="/"
            aria-label="Foyer, home"
            className="mr-1 flex items-center gap-2 rounded-lg font-semibold text-16 sm:mr-4"
          >
            <Logo />
            <span className="hidden sm:inline">Foyer</span>
          </PageLink>
          <Navigation />
          {/* No box around what follows: it would move when another of them arrives. */}
          <span className="flex-1" />
          <Freshness />
          {commands}
          <AccountMenu />
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto max-w-[72rem] px-4 pt-5 pb-24 outline-none sm:px-6 print:max-w-none print:p-0"
      >
        <Notices />
        {children}
      </main>
      <LiveRegion />
      <Toaster />
    </>
  )
}
