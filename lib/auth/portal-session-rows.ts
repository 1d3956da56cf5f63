import { pool } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'

/** A session with its person's standing, read in one round trip. */
export type SessionRow = {
  id: string
  personId: string
  via: 'goto' | 'company'
  name: string
  email: string | null
  lastSeenAt: Date
  idleEndsAt: Date
  endsAt: Date
  revokedAt: Date | null
  disabledAt: Date | null
  hasAdministratorGrant: boolean
  verifiedEmails: string[]
  organizerIds: string[]
  organizerKeys: string[]
  groupIds: string[]
  managedGroupIds: string[]
}

/**
 * The session with this token hash, ended or not; null when there is none. Cached for half a second, because a page
 * asks for several things at once: a revocation anywhere takes effect everywhere within a second.
 */
export function findSessionRow(tokenHash: string): Promise<SessionRow | null> {
  const kept = rows.get(tokenHash)
  const at = performance.now()
  if (kept && at - kept.at < cachedMs) return kept.row
  const row = readRow(tokenHash)
  rows.set(tokenHash, { at, row })
  row.catch(() => rows.delete(tokenHash))
  if (rows.size > 5_000) forgetOld(at)
  return row
}

/** Whether a session with this token hash has been found by this process, be it over by now. */
export function isKnownSession(tokenHash: string): boolean {
  return known.has(tokenHash)
}

/** After a change to sessions or rights in this process, nothing older counts. */
export function forgetSessionRows(): void {
  rows.clear()
}

const cachedMs = 500

/** More sessions than a process ever serves; the longest-known ones are forgotten first. */
const mostKnown = 50_000

type Memory = { rows: Map<string, { at: number; row: Promise<SessionRow | null> }>; known: Set<string> }

/** Shared by both copies of this module in a process: see the decision on the node server. */
const shared = globalThis as typeof globalThis & { [key: symbol]: Memory | undefined }
const key = Symbol.for('foyer.sessions')
shared[key] ??= { rows: new Map(), known: new Set() }
const { rows, known } = shared[key]

function forgetOld(at: number): void {
  for (const [hash, kept] of rows) if (at - kept.at >= cachedMs) rows.delete(hash)
}

async function readRow(tokenHash: string): Promise<SessionRow | null> {
  // A role counts only in the pinned account, and an address only when verified.
  const { rows: found } = await pool().query<SessionRow>({
    name: 'session-by-token',
    text: `
      SELECT s.id, s.person_id AS "personId", s.via, p.name, p.email, s.last_seen_at AS "lastSeenAt",
        s.idle_ends_at AS "idleEndsAt", s.ends_at AS "endsAt", s.revoked_at AS "revokedAt", p.disabled_at AS "disabledAt",
        EXISTS (SELECT FROM connection c WHERE c.person_id = p.id AND c.is_administrator AND c.status = 'active'
          AND c.account_key = coalesce($2, (SELECT value #>> '{}' FROM setting WHERE key = 'goto.account'))
        ) AS "hasAdministratorGrant",
        ARRAY(SELECT a.email FROM address a WHERE a.person_id = p.id AND a.verified_by IS NOT NULL) AS "verifiedEmails",
        ARRAY(SELECT o.id::text FROM organizer o WHERE o.person_id = p.id AND o.gone_at IS NULL) AS "organizerIds",
        ARRAY(SELECT o.organizer_key::text FROM organizer o WHERE o.person_id = p.id AND o.gone_at IS NULL) AS "organizerKeys",
        ARRAY(SELECT DISTINCT o.group_id::text FROM organizer o
          WHERE o.person_id = p.id AND o.gone_at IS NULL AND o.group_id IS NOT NULL) AS "groupIds",
        ARRAY(SELECT m.group_id::text FROM group_manager m WHERE m.person_id = p.id) AS "managedGroupIds"
      FROM portal_session s JOIN person p ON p.id = s.person_id
      WHERE s.token_hash = $1`,
    values: [tokenHash, env().gotoAccountKey],
  })
  if (found[0]) remember(tokenHash)
  return found[0] ?? null
}

function remember(tokenHash: string): void {
  known.delete(tokenHash)
  known.add(tokenHash)
  if (known.size <= mostKnown) return
  const [longest] = known
  if (longest !== undefined) known.delete(longest)
}
