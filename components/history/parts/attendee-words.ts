import type { SessionAttendee } from '#lib/history/schema.ts'

type Told = Pick<SessionAttendee, 'name' | 'typedName' | 'alsoTyped' | 'kind' | 'mayBe' | 'mayBeAtLeast' | 'note'>

/** `typed “bill b.”`, `also typed “iPhone”`: the names that are not the row's own. */
export function typedWords({ name, typedName, alsoTyped }: Pick<Told, 'name' | 'typedName' | 'alsoTyped'>): string[] {
  const others = alsoTyped.map((other) => `“${other}”`).join(', ')
  return [
    ...(typedName === '' || typedName === name ? [] : [`typed “${typedName}”`]),
    ...(others ? [`also typed ${others}`] : []),
  ]
}

/** How many people a row may be that says nobody's name; null: it says one, or is known. */
export function placeholderWords({ kind, typedName, mayBe, mayBeAtLeast }: Told): string | null {
  if (kind !== 'placeholder') return null
  if (mayBe === null || mayBe < 2)
    return typedName === '' ? 'Nobody knows who this was' : 'Placeholder name: nobody knows who this was'
  const least = mayBeAtLeast ?? 1
  const rows = typedName === '' ? `${mayBe} rows without a name` : `${mayBe} rows of this name`
  const people = least === mayBe ? `${mayBe} people` : `${least} to ${mayBe} people`
  return `${typedName === '' ? 'One' : 'Placeholder name: one'} of ${rows}, ${people} in all`
}

/** What is said of the address of a row, which stands above it; null: nothing. */
export function addressWords({ note }: Pick<Told, 'note'>): string | null {
  switch (note) {
    case 'shared-address':
      return 'Shared address: several people used it at the same time'
    case 'perhaps-shared-address':
      return 'Perhaps a shared address: several names used it'
    case null:
      return null
  }
}
