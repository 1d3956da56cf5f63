import type { SessionAttendee } from '#lib/history/schema.ts'
import { deviationWords } from '#lib/history/sentences.ts'

type Punctuality = Pick<SessionAttendee, 'isLate' | 'leftEarly'>

/** Under a time that somebody was late or left early at. */
export function Deviation({ row, of }: { row: Punctuality; of: keyof Punctuality }) {
  return row[of] ? <span className="block text-12 text-attention">{deviationWords[of]}</span> : null
}
