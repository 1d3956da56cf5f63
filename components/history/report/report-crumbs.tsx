import { PageLink } from '#components/shell/page-link.tsx'
import { Icon } from '#components/ui/icon.tsx'

/** The way back from a report, also from one that couldn't be loaded. */
export function ReportCrumbs() {
  return (
    <nav aria-label="You are here" className="flex items-center gap-1 text-14 text-faint print:hidden">
      <PageLink href="/history" className="rounded-md hover:text-ink">
        History
      </PageLink>
      <Icon name="chevron-right" size={14} />
      <span aria-current="page">Attendance report</span>
    </nav>
  )
}
