import { apart } from '#lib/apart.ts'
import type { SessionAttendee } from '#lib/history/schema.ts'
import { rangeOfPeople } from '#lib/history/sentences.ts'
import { peopleText } from './people-text.ts'

type Attendee = Pick<SessionAttendee, 'name' | 'typedName' | 'alsoTyped' | 'kind' | 'mayBe' | 'mayBeAtLeast' | 'note'>

/** `typed “bill b.”`, `also typed “iPhone”`: the names that are not the row's own. */
export function typedAs({ name, typedName, alsoTyped }: Pick<Attendee, 'name' | 'typedName' | 'alsoTyped'>): string[] {
  const others = alsoTyped.map((other) => `“${apart(other)}”`).join(', ')
  return [
    ...(typedName === '' || typedName === name ? [] : [`typed “${apart(typedName)}”`]),
    ...(others ? [`also typed ${others}`] : []),
  ]
}

/** How many people a placeholder row may be; null: it names or identifies somebody. */
export function placeholderWords({ kind, typedName, mayBe, mayBeAtLeast }: Attendee): string | null {
  if (kind !== 'placeholder') return null
  if (mayBe === null || mayBe < 2) return typedName === '' ? 'Could be anybody' : 'Placeholder name: could be anybody'
  const least = mayBeAtLeast ?? 1
  const rows = typedName === '' ? `${mayBe} rows without a name` : `${mayBe} rows with this name`
  const people = least === mayBe ? `${mayBe} people` : `${least} to ${mayBe} people`
  return `${typedName === '' ? 'One' : 'Placeholder name: one'} of ${rows}, ${people} in all`
}

/** A note on the row's address, which stands above it; null: none. */
export function addressWords({ note }: Pick<Attendee, 'note'>): string | null {
  switch (note) {
    case 'shared-address':
      return 'Shared address: several people used it at the same time'
    case 'perhaps-shared-address':
      return 'Perhaps a shared address: more than one person may have used it'
    case null:
      return null
  }
}

/** `9 people`, or `8–9 people` where rows with a placeholder name may be fewer people than rows. */
export function peopleRangeText(attendees: Parameters<typeof rangeOfPeople>[0]): string {
  return peopleText(rangeOfPeople(attendees))
}
