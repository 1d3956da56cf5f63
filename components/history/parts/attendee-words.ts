import { apart } from '#lib/apart.ts'
import type { SessionAttendee } from '#lib/history/schema.ts'

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

type Counted = Pick<SessionAttendee, 'kind' | 'mayBe' | 'mayBeAtLeast'>

/**
 * `9 people`, or `8–9 people` where rows with a placeholder name may be fewer people than rows. Each of a name's rows
 * carries its part of the difference, however its letters are written.
 */
export function peopleRangeText(attendees: readonly Counted[]): string {
  const people = attendees.filter(({ kind }) => kind !== 'notetaker')
  const fewer = Math.round(
    people.reduce((sum, { mayBe, mayBeAtLeast }) => sum + (mayBe === null ? 0 : 1 - (mayBeAtLeast ?? 1) / mayBe), 0),
  )
  const most = people.length
  if (fewer > 0) return `${most - fewer}–${most} people`
  return peopleText({ people: most })
}

/** `1 person`, `9 people` */
export function peopleText({ people }: { people: number | null }): string {
  if (people === null) return 'not counted'
  return people === 1 ? '1 person' : `${people} people`
}
