import { recordAudit } from '#lib/audit/record-audit.ts'
import type { TokenActor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { currentAddress, log } from '#lib/log.ts'

const minuteMs = 60_000
/** A program whose address changes with each run must not fill the audit log. */
export const mostAddresses = 100
/** More pairs of token and address than a minute brings; the oldest is forgotten first. */
const mostNoted = 10_000

type Memory = {
  /** When each pair of token and address was last noted by this process. */
  noted: Map<string, number>
  underWay: Set<Promise<void>>
}

/** Shared by both copies of this module in a process: see the decision on the node server. */
const shared = globalThis as typeof globalThis & { [key: symbol]: Memory | undefined }
const key = Symbol.for('foyer.token-uses')
shared[key] ??= { noted: new Map(), underWay: new Set() }
const { noted, underWay } = shared[key]

/**
 * Notes that a token is being used, at most once a minute, and in the audit log the first use from each address. Nobody
 * waits for it: a request is answered as fast as without.
 */
export function noteUse({ kind, tokenId }: TokenActor): void {
  const address = currentAddress()
  const at = now()
  const pair = `${tokenId} ${address}`
  const before = noted.get(pair)
  if (before !== undefined && at.getTime() - before < minuteMs) return
  noted.delete(pair)
  noted.set(pair, at.getTime())
  const [oldest] = noted.keys()
  if (noted.size > mostNoted && oldest !== undefined) noted.delete(oldest)
  const writing = write({ kind, tokenId }, address, at, before === undefined)
    .catch((err: unknown) => {
      noted.delete(pair)
      log.warn({ err, tokenId }, 'the use of an API token could not be noted')
    })
    .finally(() => underWay.delete(writing))
  underWay.add(writing)
}

/** Resolves when everything noted so far is written. */
export async function usesWritten(): Promise<void> {
  await Promise.all(underWay)
}

/** Starts over, as in a new process: for tests. */
export function forgetUses(): void {
  noted.clear()
}

type Token = Pick<TokenActor, 'kind' | 'tokenId'>

/** Several processes and addresses share the minute. */
async function write(token: Token, address: string, at: Date, isFirstHere: boolean): Promise<void> {
  const id = token.tokenId
  const before = new Date(at.getTime() - minuteMs)
  await db().apiToken.updateMany({
    where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: before } }] },
    data: { lastUsedAt: at, lastUsedFrom: address },
  })
  if (!isFirstHere) return
  const firsts = { actorId: id, action: 'token.first-use' }
  const known = await db().auditEntry.findMany({ where: firsts, select: { address: true }, take: mostAddresses })
  if (known.length === mostAddresses || known.some((first) => first.address === address)) return
  await recordAudit(token, firsts.action, { subject: { kind: 'token', id } })
}
