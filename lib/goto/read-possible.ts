import type { GotoCallName } from './contract/calls.ts'
import type { Rows, SetAside } from './contract/rows.ts'
import { reportSetAside } from './report-odd.ts'

/**
 * Rows that can be true, as the reader returns them; one that cannot is set aside with those that could not be read,
 * and spoils no other. An invalid id identifies no meeting.
 */
export function readPossible<R extends { meetingId: string }, T>(
  name: GotoCallName,
  { rows, setAside }: Rows<R>,
  whyImpossible: (row: R) => string | null,
  read: (row: R) => T,
): Rows<T> {
  const possible: T[] = []
  const impossible: SetAside[] = []
  for (const row of rows) {
    const isNamed = /^[1-9]\d{5,17}$/.test(row.meetingId)
    const because = isNamed ? whyImpossible(row) : 'meetingId is not a meeting ID'
    if (because === null) possible.push(read(row))
    else impossible.push({ id: isNamed ? row.meetingId : null, because })
  }
  reportSetAside(name, impossible)
  return { rows: possible, setAside: [...setAside, ...impossible] }
}
