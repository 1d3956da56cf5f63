import { AppError } from '#lib/errors.ts'
import { sentences } from './sentences.ts'

/** So many searches of one person run at once, so that fifty of theirs leave the database to everybody else. */
const mostAtOnce = 2
/** A page asks for a handful of lists; a script that asks for more is told to wait. */
const mostWaiting = 30

type Line = { running: number; waiting: (() => void)[] }
const lines = new Map<string, Line>()

/** Runs what a person asks for in the order of asking, a few at once. Per process. @throws AppError `rate_limited` */
export async function inTurnOf<T>(personId: string, run: () => T | Promise<T>): Promise<T> {
  const line = lines.get(personId) ?? { running: 0, waiting: [] }
  lines.set(personId, line)
  if (line.running >= mostAtOnce) {
    if (line.waiting.length >= mostWaiting)
      throw new AppError('rate_limited', sentences.tooManyAtOnce, { retryAfterSeconds: 1 })
    await new Promise<void>((resolve) => line.waiting.push(resolve))
  } else line.running += 1
  try {
    return await run()
  } finally {
    const next = line.waiting.shift()
    if (next) next()
    else line.running -= 1
    if (line.running === 0) lines.delete(personId)
  }
}
