import { afterTransaction, beforeCommit, type Tx } from '#lib/db/client.ts'
import { bumpListVersion } from '#lib/db/list-version.ts'
import { emitAll } from '#lib/events/emit.ts'
import { forgetListStamp } from './list-stamp.ts'

/** What happened to a meeting, by its row's id. */
export type MeetingNews = { id: string; is: 'created' | 'changed' | 'cancelled' }

const newsOf = new WeakMap<Tx, Map<string, MeetingNews['is']>>()

/**
 * The way to write anything the meeting lists show. The rest follows from the transaction: its last statements announce
 * each meeting once and then raise the list version; when it is over, this process asks for the version again.
 * `npm run check` allows no other way.
 */
export function changeList(tx: Tx, ...news: MeetingNews[]): Tx {
  const known = newsOf.get(tx) ?? new Map<string, MeetingNews['is']>()
  newsOf.set(tx, known)
  for (const { id, is } of news) known.set(id, weightier(known.get(id), is))
  beforeCommit(tx, 'meeting news', () => announce(tx, known))
  // Last of all: it locks one row that every change to a list needs.
  beforeCommit(tx, 'version of the list of meetings', () => bumpListVersion(tx, 'meetings'))
  afterTransaction(tx, forgetListStamp)
  return tx
}

/** For columns and rows no list shows: leases, counters, the past. */
export function unlisted(tx: Tx): Tx {
  return tx
}

async function announce(tx: Tx, news: ReadonlyMap<string, MeetingNews['is']>): Promise<void> {
  if (news.size === 0) return
  await emitAll(
    tx,
    [...news].map(([id, is]) => ({ kind: `meeting.${is}` as const, key: id, payload: { meetingId: id } })),
  )
}

/** News of a new meeting shows it as it is by then, and once it is gone nothing else matters. */
function weightier(before: MeetingNews['is'] | undefined, is: MeetingNews['is']): MeetingNews['is'] {
  return is === 'changed' && before !== undefined ? before : is
}
