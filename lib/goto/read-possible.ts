import type { GotoCallName } from './contract/calls.ts'
import type { Rows, SetAside } from './contract/rows.ts'
import { reportSetAside } from './report-odd.ts'

/**
 * Rows that can be true, in the reader's words; one that cannot is put aside beside those that could not be read, and
 * spoils no other. An id that is none names no meeting.
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
    const because = isNamed ? whyImpossible(row) : 'meetingId is not a meeting id'
    if (because === null) possible.push(read(row))
    else impossible.push({ id: isNamed ? row.meetingId : null, because })
  }
  reportSetAside(name, impossible)
  return { rows: possible, setAside: [...setAside, ...impossible] }
}
