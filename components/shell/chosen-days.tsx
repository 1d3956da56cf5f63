import { Input } from '#components/ui/input.tsx'

type ChosenDaysProps = {
  from: string | undefined
  to: string | undefined
  onDays: (days: { from?: string | null; to?: string | null }) => void
}

/** From which day to which, by date. Load it lazily. */
export function ChosenDays({ from, to, onDays }: ChosenDaysProps) {
  return (
    <span className="flex flex-wrap items-center gap-1.5 text-14 text-soft max-sm:mt-2 sm:absolute sm:top-11 sm:left-0 sm:z-20 sm:flex-nowrap sm:rounded-xl sm:border sm:border-line sm:bg-raised sm:p-3 sm:shadow-high">
      <Input
        type="date"
        aria-label="From day"
        value={from ?? ''}
        max={to}
        onChange={(event) => onDays({ from: event.target.value || null })}
        className="figures"
      />
      to
      <Input
        type="date"
        aria-label="To day"
        value={to ?? ''}
        min={from}
        onChange={(event) => onDays({ to: event.target.value || null })}
        className="figures"
      />
    </span>
  )
}
