import { useZone } from '#components/shell/use-me.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import type { Announcement } from '#lib/announcements/schema.ts'
import { formatDateTime } from '#lib/time/format.ts'
import { SafeHtml } from './safe-html.tsx'

type MessageConflictProps = { theirs: Announcement; onKeepMine: () => void; onTakeTheirs: () => void }

/** Somebody else saved in the meantime: shows their version and lets the person choose. */
export function MessageConflict({ theirs, onKeepMine, onTakeTheirs }: MessageConflictProps) {
  const zone = useZone()
  return (
    <div className="flex flex-col gap-3">
      <Banner tone="attention">
        {theirs.changedBy} changed this message {formatDateTime(theirs.changedAt, zone)}. Your changes aren’t lost:
        choose which version to keep.
      </Banner>
      <div className="rounded-lg border border-line bg-sunken p-3">
        <SafeHtml html={theirs.html} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={onKeepMine}>Save mine</Button>
        <Button onClick={onTakeTheirs}>Use theirs</Button>
      </div>
    </div>
  )
}
