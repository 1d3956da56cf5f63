import type { PersonActor } from '#lib/auth/actor.ts'
import { AppError } from '#lib/errors.ts'
import { sentences } from '#lib/meetings/sentences.ts'

const mostAtOnce = 2
const saving = new Map<string, number>()

/**
 * One person saves at most two meetings at once per process: nobody takes all the connections.
 * @throws AppError `rate_limited`
 */
export async function limitSaving<T>({ personId }: PersonActor, save: () => Promise<T>): Promise<T> {
  const before = saving.get(personId) ?? 0
  if (before >= mostAtOnce) throw new AppError('rate_limited', sentences.stillSavingOthers, { retryAfterSeconds: 2 })
  saving.set(personId, before + 1)
  try {
    return await save()
  } finally {
    const left = (saving.get(personId) ?? 1) - 1
    if (left > 0) saving.set(personId, left)
    else saving.delete(personId)
  }
}
