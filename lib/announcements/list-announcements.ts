import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import type { AnnouncementFilter, AnnouncementList } from './schema.ts'
import { viewAnnouncement } from './view.ts'

/** Messages shown now; with `all` (administrators only), planned and past ones too. Newest first. */
export async function listAnnouncements(actor: Actor, { all }: AnnouncementFilter): Promise<AnnouncementList> {
  authorize(actor, all ? 'announcement.edit' : 'announcement.read')
  const at = now()
  const shown = {
    AND: [{ OR: [{ startsAt: null }, { startsAt: { lte: at } }] }, { OR: [{ endsAt: null }, { endsAt: { gt: at } }] }],
  }
  const rows = await db().announcement.findMany({
    where: { goneAt: null, ...(all ? {} : shown) },
    orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
    take: 100,
  })
  const editors = await db().person.findMany({
    where: { id: { in: rows.map((row) => row.changedBy) } },
    select: { id: true, name: true },
  })
  const names = new Map(editors.map(({ id, name }) => [id, name]))
  return { items: rows.map((row) => viewAnnouncement(row, names.get(row.changedBy) ?? '')) }
}
