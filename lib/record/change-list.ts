import { afterTransaction, beforeCommit, type Tx } from '#lib/db/client.ts'
import { bumpListVersion } from '#lib/db/list-version.ts'
import { emitAll } from '#lib/events/emit.ts'
import { forgetListStamp } from './list-stamp.ts'

/** What became of a meeting, by its row's id. */
export type MeetingNews = { id: string; is: 'created' | 'changed' | 'cancelled' }

const newsOf = new WeakMap<Tx, Map<string, MeetingNews['is']>>()

/**
 * The way to write what the lists of meetings show. Everything else follows from the transaction: its last statements
 * raise the version of the list, and before that tell of each meeting once; when it is over, this process asks anew.
 * `npm run check` refuses any other way.
 */
export function changeList(tx: Tx, ...news: MeetingNews[]): Tx {
  const known = newsOf.get(tx) ?? new Map<string, MeetingNews['is']>()
  newsOf.set(tx, known)
  for (const { id, is } of news) known.set(id, weightier(known.get(id), is))
  beforeCommit(tx, 'meeting news', () => tell(tx, known))
  // The very last: it locks one row that every change of every list needs.
  beforeCommit(tx, 'version of the list of meetings', () => bumpListVersion(tx, 'meetings'))
  afterTransaction(tx, forgetListStamp)
  return tx
}

/** For columns and rows that no list shows: leases, counters, the past. */
export function unlisted(tx: Tx): Tx {
  return tx
}

async function tell(tx: Tx, news: ReadonlyMap<string, MeetingNews['is']>): Promise<void> {
  if (news.size === 0) return
  await emitAll(
    tx,
    [...news].map(([id, is]) => ({ kind: `meeting.${is}` as const, key: id, payload: { meetingId: id } })),
  )
}

/** Who is told of a new meeting learns of it as it is by then, and of one that is gone nothing else matters. */
function weightier(before: MeetingNews['is'] | undefined, is: MeetingNews['is']): MeetingNews['is'] {
  return is === 'changed' && before !== undefined ? before : is
}
