import { useZone } from '#components/shell/use-me.ts'
import { serverNow } from '#lib/http/api.ts'
import { dayKey, formatDay, formatTime } from '#lib/time/format.ts'

/** A quiet note that this was typed earlier and can be discarded. */
export function KeptNotice({ at, onDiscard }: { at: string; onDiscard: () => void }) {
  const zone = useZone()
  const now = serverNow()
  const isToday = dayKey(at, zone) === dayKey(now, zone)
  return (
    <p className="figures text-14 text-faint">
      Draft from {isToday ? '' : `${formatDay(at, zone, now)}, `}
      {formatTime(at, zone)} ·{' '}
      <button
        type="button"
        onClick={onDiscard}
        className="rounded text-soft underline underline-offset-2 hover:text-ink"
      >
        Discard
      </button>
    </p>
  )
}
