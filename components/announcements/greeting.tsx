import { useMe } from '#components/shell/use-me.ts'
import { apart } from '#lib/apart.ts'
import { timeKey } from '#lib/time/format.ts'

const greetings = [
  [5, 'Hello'],
  [12, 'Good morning'],
  [18, 'Good afternoon'],
  [24, 'Good evening'],
] as const

/** Where there is no message. Load it lazily. */
export function Greeting({ now, zone }: { now: Date; zone: string }) {
  const name = useMe()?.name.split(' ')[0]
  const hour = Number(timeKey(now, zone).slice(0, 2))
  const greeting = greetings.find(([until]) => hour < until)?.[1] ?? 'Hello'
  return (
    <p className="flex h-11 items-center font-semibold text-20">
      {greeting}
      {name ? `, ${apart(name)}` : ''}
    </p>
  )
}
