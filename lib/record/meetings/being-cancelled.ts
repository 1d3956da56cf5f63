import { AppError } from '#lib/errors.ts'
import type { MeetingState } from '#lib/record/schema.ts'
import { sentences } from '#lib/record/sentences.ts'
import type { ListedRow } from './listed-rows.ts'

/** Refuses to act on a meeting that is being cancelled, until somebody undoes that. @throws AppError `conflict` */
export function refuseWhenCancelling(isCancelling: boolean): void {
  if (isCancelling) throw new AppError('conflict', sentences.beingCancelled)
}

/** Why this cannot be cancelled, as a sentence. null: it can. */
export function whyNotCancel({ planned }: ListedRow, state: MeetingState): string | null {
  if (state === 'live' || state === 'ending') return sentences.isRunning
  const isOver = state === 'ended' || state === 'captured'
  return planned && isOver ? sentences.hasTakenPlace : null
}
