import type { ReactNode } from 'react'

/** A box on the page for what belongs together. */
export function Panel({ children }: { children: ReactNode }) {
  return <div className="rounded-xl border border-line bg-raised p-4 shadow-low sm:p-5">{children}</div>
}
