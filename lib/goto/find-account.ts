import { type ErrorCode, toAppError } from '#lib/errors.ts'
import type { GotoClient } from './client.ts'

/** What is known about a token besides GoTo's answers. */
export type KnownOfToken = {
  /** The account key in the token's own answer: older hosts sent it (goto-api.md 3.3). */
  accountKey?: string | null
  /** This company's account, and a grant to read it. */
  company?: { accountKey: string; client: GotoClient }
}

/**
 * The account keys of an organizer whom GoTo names without any account (goto-api.md 17.3): from the token's own answer,
 * from what they planned, or because the company's grant finds them among its organizers. None is guessed.
 */
export async function findAccounts(client: GotoClient, organizerKey: string, known: KnownOfToken): Promise<string[]> {
  if (known.accountKey) return [known.accountKey]
  const planned = await unless(['forbidden', 'not_found'], client.call('listUpcomingMeetings'))
  // Others' meetings, which they co-organize, say nothing about them.
  const own = planned?.rows.filter((row) => row.organizerKey === organizerKey) ?? []
  const keys = [...new Set(own.flatMap(({ accountKey }) => accountKey ?? []))]
  if (keys.length > 0 || !known.company) return keys
  const { accountKey, client: company } = known.company
  const asked = company.call('getOrganizer', { path: { organizerKey } })
  const found = await unless(['forbidden', 'not_found', 'not_connected'], asked)
  return found?.organizerKey === organizerKey ? [accountKey] : []
}

/** null where GoTo says no; anything else is not an answer and is thrown. */
async function unless<T>(codes: ErrorCode[], call: Promise<T>): Promise<T | null> {
  try {
    return await call
  } catch (thrown) {
    if (codes.includes(toAppError(thrown).code)) return null
    throw thrown
  }
}
