import { type Actor, isPerson, type PersonActor } from '#lib/auth/actor.ts'
import { AppError } from '#lib/errors.ts'
import { sentences } from './sentences.ts'

/** So many searches of one person run at once, so that fifty of theirs leave the database to everybody else. */
const mostAtOnce = 2
/** A page asks for a handful of lists; a script that asks for more is told to wait. */
const mostWaiting = 30

type Line = { running: number; waiting: (() => void)[] }
const lines = new Map<string, Line>()

/**
 * Where a verb works the database hard after waiting for GoTo, it takes its turn itself, there. `isBegun`: a part of
 * what has begun to be sent, which is never refused.
 */
export type Turn = <T>(run: () => Promise<T>, isBegun?: boolean) => Promise<T>

export function turnOf(actor: Actor): Turn {
  return (run, isBegun) => (isPerson(actor) ? inTurnOf(lineOf(actor), run, isBegun) : run())
}

/** All programs of one person wait in one line, which is not that of their pages. */
function lineOf(actor: PersonActor): string {
  return actor.kind === 'token' ? `tokens of ${actor.personId}` : actor.personId
}

/** For pages and tests, which wait for nobody. */
export const noTurn: Turn = (run) => run()

/** Runs what a person asks for in the order of asking, a few at once. Per process. @throws AppError `rate_limited` */
export async function inTurnOf<T>(who: string, run: () => T | Promise<T>, isBegun = false): Promise<T> {
  const line = lines.get(who) ?? { running: 0, waiting: [] }
  lines.set(who, line)
  if (line.running >= mostAtOnce) {
    if (line.waiting.length >= mostWaiting && !isBegun)
      throw new AppError('rate_limited', sentences.tooManyAtOnce, { retryAfterSeconds: 1 })
    await new Promise<void>((resolve) => line.waiting.push(resolve))
  } else line.running += 1
  try {
    return await run()
  } finally {
    const next = line.waiting.shift()
    if (next) next()
    else line.running -= 1
    if (line.running === 0) lines.delete(who)
  }
}
