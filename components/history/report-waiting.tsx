import { LoaderCircle } from 'lucide-react'

/** GoTo has a session's attendees only some time after its end: they come by themselves. */
export function ReportWaiting() {
  return (
    <div
      role="status"
      className="mt-6 flex items-center gap-3 rounded-xl border border-line border-dashed px-4 py-6 text-body text-soft"
    >
      <LoaderCircle aria-hidden="true" size={16} className="animate-spin text-faint" />
      Attendees are being fetched from GoTo … They appear here by themselves, usually within some minutes of the end.
    </div>
  )
}
