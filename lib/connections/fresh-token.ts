import { setTimeout as delay } from 'node:timers/promises'
import { recordAudit } from '#lib/audit/record-audit.ts'
import { now } from '#lib/clock.ts'
import { AppError } from '#lib/errors.ts'
import { type GotoToken, refreshToken } from '#lib/goto/oauth.ts'
import { log } from '#lib/log.ts'
import { accessEnd, type Grant, isForgotten, notConnected, readGrant, revokeGrant, writeTokens } from './grant-rows.ts'
import { type Lease, takeLease } from './lease.ts'
import { endTokens } from './revoke-at-goto.ts'
import { sentences } from './sentences.ts'

/**
 * An access token of a grant that GoTo should accept; `rejected` is one it has just rejected. However many requests in
 * however many processes wait for it, the grant is refreshed once: within a process they share one flight, between
 * processes a lease decides, and its holder looks again before asking GoTo.
 * @throws AppError `not_connected` when the grant is no longer any good; `upstream_unavailable` when GoTo could not be
 * reached: the grant then stays as it is.
 */
export async function freshToken(connectionId: string, rejected: string | null = null): Promise<string> {
  for (;;) {
    const running = flights.get(connectionId)
    if (!running) return fly(connectionId, rejected)
    const token = await running
    if (token !== rejected) return token
  }
}

/** One of each per process, even where Next holds a second copy of this module. */
type Shared = { flights: Map<string, Promise<string>>; unsaved: Map<string, { accessToken: string; endsAt: Date }> }
const shared = globalThis as typeof globalThis & { [key: symbol]: Shared | undefined }
const key = Symbol.for('foyer.grants')
shared[key] ??= { flights: new Map(), unsaved: new Map() }
const { flights, unsaved } = shared[key]

const longestWaitMs = 90_000
/** A token about to expire would expire on its way to GoTo. */
const marginMs = 60_000

function fly(connectionId: string, rejected: string | null): Promise<string> {
  const flight = obtain(connectionId, rejected).finally(() => flights.delete(connectionId))
  flights.set(connectionId, flight)
  return flight
}

async function obtain(id: string, rejected: string | null): Promise<string> {
  const givesUpAt = performance.now() + longestWaitMs
  for (let pauseMs = 50; ; pauseMs = Math.min(pauseMs * 1.5, 500)) {
    const known = unsaved.get(id)
    if (known && isUsable(known.accessToken, known.endsAt, rejected)) return known.accessToken
    const grant = await readGrant(id)
    if (isUsable(grant.accessToken, grant.accessExpiresAt, rejected)) return grant.accessToken
    const lease = await takeLease(id)
    const token = lease && (await refreshUnder(lease, id, rejected))
    if (token) return token
    if (performance.now() > givesUpAt) {
      throw new AppError('upstream_unavailable', sentences.slowToRenew, {
        retryAfterSeconds: 10,
      })
    }
    await delay(pauseMs * (0.5 + Math.random()))
  }
}

/** @returns null when the caller must start over. */
async function refreshUnder(lease: Lease, id: string, rejected: string | null): Promise<string | null> {
  let isWritten = true
  try {
    const grant = await readGrant(id)
    if (isUsable(grant.accessToken, grant.accessExpiresAt, rejected)) return grant.accessToken
    const token = await redeem(grant)
    if (token === null) return await afterRefusal(grant)
    try {
      if (await writeTokens(grant, token)) return token.accessToken
      await forgetTokens(grant, token)
      return null
    } catch (error) {
      log.error({ err: error, connectionId: id }, 'renewed tokens not written; retrying from memory')
      isWritten = false
      void writeFromMemory(lease, grant, token)
      return token.accessToken
    }
  } finally {
    if (isWritten) await lease.release()
  }
}

/** @returns null when GoTo says the grant is no good. */
async function redeem(grant: Grant): Promise<GotoToken | null> {
  if (grant.refreshToken === null) return null
  const result = await refreshToken(grant.refreshToken)
  return result.kind === 'granted' ? result.token : null
}

/** Believes a refusal only of the tokens stored now: somebody may have renewed or reconnected in the meantime. */
async function afterRefusal(grant: Grant): Promise<null> {
  const again = await readGrant(grant.id)
  if (again.version !== grant.version) return null
  await revokeGrant(grant, 'invalid_grant')
  const subject = { kind: 'connection', id: grant.id }
  await recordAudit({ kind: 'system', job: 'refresh' }, 'connection.refused', { subject, outcome: 'failed' })
  log.warn({ connectionId: grant.id }, 'GoTo refuses this grant; the person must reconnect')
  throw notConnected()
}

/**
 * A single-use refresh token that is not stored is lost for good. So until the database takes it, this process keeps
 * using what it holds, and keeps the lease so that nobody redeems a used token.
 */
async function writeFromMemory(lease: Lease, grant: Grant, token: GotoToken): Promise<void> {
  unsaved.set(grant.id, { accessToken: token.accessToken, endsAt: accessEnd(token) })
  for (let pauseMs = 100; ; pauseMs = Math.min(pauseMs * 2, 1_000)) {
    await delay(pauseMs, undefined, { ref: false })
    try {
      if (!(await writeTokens(grant, token))) await forgetTokens(grant, token)
      break
    } catch (error) {
      log.warn({ err: error, connectionId: grant.id }, 'renewed tokens still not written')
    }
  }
  unsaved.delete(grant.id)
  await lease.release()
}

/**
 * What GoTo gave after its person had disconnected belongs to nobody: it is ended there too. After a reconnection it is
 * left to run out, since GoTo may end the new grant along with it.
 */
async function forgetTokens({ id }: Grant, token: GotoToken): Promise<void> {
  if (!(await isForgotten(id))) return
  await endTokens(token)
}

function isUsable(accessToken: string, endsAt: Date, rejected: string | null): boolean {
  return accessToken !== rejected && endsAt.getTime() - now().getTime() > marginMs
}
