import type { ReactNode } from 'react'
import { Logo } from './logo.tsx'

/** The frame of pages that do one thing: sign in, wait for a host, report a missing page. */
export function PlainFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-14 items-center px-4 sm:px-6">
        <a href="/" aria-label="Foyer, home" className="flex items-center gap-2 rounded-lg font-semibold text-16">
          <Logo />
          Foyer
        </a>
      </header>
      <main id="main" className="mx-auto flex w-full max-w-md flex-1 flex-col justify-center px-4 pb-[18dvh]">
        {children}
      </main>
    </div>
  )
}
