'use client'

import { useEffect, useState } from 'react'
import { sittingText } from '#components/history/parts/punctuality-text.ts'
import { changeAddress, useAddress } from '#components/shell/address.ts'
import { Banner } from '#components/ui/banner.tsx'
import { apart } from '#lib/apart.ts'
import type { Session } from '#lib/history/schema.ts'
import { nobodySentence } from '#lib/history/sentences.ts'
import { serverNow } from '#lib/http/api.ts'
import { formatDay } from '#lib/time/format.ts'
import { MissingPeople } from './missing-people.tsx'
import { ReportBars } from './report-bars.tsx'
import { ReportFacts } from './report-facts.tsx'
import { ReportHead } from './report-head.tsx'
import { ReportTable } from './report-table.tsx'
import { ReportNotes } from './report-waiting.tsx'
import { Sittings } from './sittings.tsx'
import { reportSorting, sortRows } from './sort.ts'

type ReportProps = { session: Session; isWhole: boolean; error: Error | null; zone: string }

/** Who was there, and when: bars and a table of the same rows. */
export function Report({ session, isWhole, error, zone }: ReportProps) {
  const sort = reportSorting.read(useAddress().get('sort'))
  const [active, setActive] = useState<string | null>(null)
  const rows = sortRows(session.attendees, sort)
  const part = session.sittings.length < 2 ? null : (sittingText(session) ?? 'Whole meeting')
  useTitle([apart(session.subject), formatDay(session.startedAt, zone, serverNow()), part].filter(Boolean).join(', '))
  return (
    <article>
      <ReportHead session={session} isWhole={isWhole} zone={zone} />
      <Sittings session={session} isWhole={isWhole} zone={zone} />
      {error ? (
        <div role="status" className="mt-5 print:hidden">
          <Banner tone="trouble">{error.message} Showing the last version loaded.</Banner>
        </div>
      ) : null}
      <ReportFacts session={session} zone={zone} />
      <ReportNotes report={session} />
      {rows.length > 0 ? (
        <>
          <ReportBars session={session} rows={rows} active={active} onActive={setActive} zone={zone} />
          <ReportTable
            session={session}
            rows={rows}
            sort={sort}
            onSort={(next) => changeAddress({ sort: reportSorting.write(next) }, 'replace')}
            active={active}
            onActive={setActive}
            zone={zone}
          />
        </>
      ) : session.asOf === null ? null : (
        <p className="mt-7 rounded-xl border border-line border-dashed px-4 py-8 text-center text-body text-soft">
          {nobodySentence(session.people)}
        </p>
      )}
      <MissingPeople session={session} />
    </article>
  )
}

/** Tabs, bookmarks and printed files carry the name of the session, and of the sitting. */
function useTitle(title: string): void {
  useEffect(() => {
    const before = document.title
    document.title = `${title} · Foyer`
    return () => {
      document.title = before
    }
  }, [title])
}
