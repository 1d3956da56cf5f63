import type { Actor, PersonActor } from '#lib/auth/actor.ts'
import { AppError } from '#lib/errors.ts'
import { networkOf } from './client-address.ts'
import { sentences } from './sentences.ts'

/** How many changes a person may make in a burst, and the refill rate: far above a person, far below a flood. */
const changes = { burst: 300, perSecond: 50 }
/** Before sign-in every request counts, and whole offices share an address. */
const strangers = { burst: 300, perSecond: 50 }
/** The cost of calling GoTo while a person waits, or of making a long file: a dozen in a burst, two a second. */
export const costly = 25
const mostBuckets = 20_000

type Bucket = { level: number; at: number }
const buckets = new Map<string, Bucket>()

export type RequestFacts = {
  method: string
  /** How many requests it counts as. Calling GoTo while a person waits, or making a file, costs much more than one. */
  cost?: number
}

/**
 * Counts a request against its person, its API token or, before sign-in, its address. A signed-in person's reads are free unless they
 * state a cost: they come from memory or our own database, searches wait for each other (turns.ts), and overload is shed
 * before it hurts (lib/http/server.ts).
 * Per process: with n processes a flood gets n times as far, which is still a limit and costs no round trip.
 * @throws AppError `rate_limited`.
 */
export function limitRequests(
  actor: Actor | null,
  address: string,
  { method, cost }: RequestFacts,
  atMs = performance.now(),
): void {
  const isRead = method === 'GET' || method === 'HEAD'
  if (actor?.kind === 'system' || (actor && isRead && cost === undefined)) return
  const key = actor ? keyOf(actor) : `address ${networkOf(address)}`
  const { burst, perSecond } = actor ? changes : strangers
  const bucket = buckets.get(key) ?? { level: 0, at: atMs }
  bucket.level = Math.max(0, bucket.level - ((atMs - bucket.at) / 1000) * perSecond)
  bucket.at = atMs
  remember(key, bucket)
  if (bucket.level >= burst) {
    throw new AppError('rate_limited', sentences.tooMany, {
      retryAfterSeconds: Math.ceil((bucket.level - burst + 1) / perSecond),
    })
  }
  bucket.level += cost ?? 1
}

/** A program that asks for too much doesn't stop its owner's pages. */
function keyOf(actor: PersonActor): string {
  return actor.kind === 'token' ? `token ${actor.tokenId}` : `person ${actor.personId}`
}

/** Takes back one request of a stranger's that is counted otherwise by now. */
export function giveBack(address: string): void {
  const bucket = buckets.get(`address ${networkOf(address)}`)
  if (bucket) bucket.level = Math.max(0, bucket.level - 1)
}

/** Starts over, as in a new process: for tests, whose people have the same ids. */
export function forgetRequests(): void {
  buckets.clear()
}

/** Keeps the map in order of last use and bounded, so that a flood of addresses cannot fill the memory. */
function remember(key: string, bucket: Bucket): void {
  buckets.delete(key)
  buckets.set(key, bucket)
  if (buckets.size <= mostBuckets) return
  const oldest = buckets.keys().next().value
  if (oldest !== undefined) buckets.delete(oldest)
}
