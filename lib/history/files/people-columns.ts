import type { Session } from '#lib/history/schema.ts'

/** What every file says of a person, in this order. */
export const peopleHeader = [
  'Name',
  'Typed name',
  'E-mail',
  'Role',
  'Invited',
  'First join',
  'Last leave',
  'Minutes',
  'Share',
  'Confidence',
  'Reasons',
]

/** The first of them, of whoever was invited and not seen. */
export function absentColumns({ name, required }: Session['missing'][number]): (string | null)[] {
  return [name, null, null, 'absent', required ? 'required' : 'optional']
}
