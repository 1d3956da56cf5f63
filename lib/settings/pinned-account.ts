import { recordAudit } from '#lib/audit/record-audit.ts'
import { now } from '#lib/clock.ts'
import type { Tx } from '#lib/db/client.ts'
import { db } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { readSetting } from './read-setting.ts'

/**
 * The one GoTo account of this company; null until an administrator has connected. `GOTO_ACCOUNT_KEY` outranks the
 * database.
 */
export async function pinnedAccount(tx: Tx = db()): Promise<string | null> {
  return env().gotoAccountKey ?? (await readSetting('goto.account', tx))
}

/** Pins an account unless one is pinned. @returns the account pinned now: of two at once, the first wins. */
export async function pinAccount(tx: Tx, accountKey: string): Promise<string> {
  const pinned = await tx.$executeRaw`
    INSERT INTO setting (key, value, changed_at) VALUES ('goto.account', to_jsonb(${accountKey}::text), ${now()})
    ON CONFLICT (key) DO NOTHING`
  if (pinned === 1) {
    await recordAudit('stranger', 'account.pin', { subject: { kind: 'account', id: accountKey } }, tx)
  }
  return (await pinnedAccount(tx)) ?? accountKey
}
