import { useMe } from '#components/shell/use-me.ts'
import { apart } from '#lib/apart.ts'
import { timeKey } from '#lib/time/format.ts'

/** Where there is no message. */
export function Greeting({ now, zone }: { now: Date; zone: string }) {
  const name = useMe()?.name.split(' ')[0]
  return (
    <p className="flex h-11 items-center font-semibold text-20">
      {greetingAt(timeKey(now, zone))}
      {name ? `, ${apart(name)}` : ''}
    </p>
  )
}

/** For a local time like `09:30`. */
function greetingAt(time: string): string {
  if (time < '05') return 'Hello'
  if (time < '12') return 'Good morning'
  return time < '18' ? 'Good afternoon' : 'Good evening'
}
