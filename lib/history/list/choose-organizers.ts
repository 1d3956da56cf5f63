import { type Actor, isPerson } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { invalid, uuidOf } from '#lib/db/list-filter.ts'
import type { HistoryFilter } from '#lib/history/schema.ts'
import { sentences } from '#lib/history/sentences.ts'

export type ChosenOrganizer = { id: string; name: string; isGone: boolean }

/**
 * Whose past a filter asks for: the people and groups it names, else the actor's own, else, for somebody who organizes
 * nothing, everything they may see. @throws AppError `forbidden` for one they may not see, `invalid` for an unknown id
 */
export async function chooseOrganizers(
  actor: Actor,
  { organizer, group }: Pick<HistoryFilter, 'organizer' | 'group'>,
): Promise<ChosenOrganizer[]> {
  authorize(actor, 'history.list')
  if (!organizer && !group) return chosen(await defaultWhere(actor))
  const personIds = idsOf('organizer', organizer)
  const groupIds = idsOf('group', group)
  const [people, groups] = await Promise.all([
    db().organizer.findMany({ where: { personId: { in: personIds } } }),
    db().group.findMany({ where: { id: { in: groupIds } }, select: { id: true } }),
  ])
  if (new Set(people.map(({ personId }) => personId)).size < personIds.length)
    throw invalid('organizer', sentences.noSuchOrganizer)
  if (groups.length < groupIds.length) throw invalid('group', sentences.noSuchGroup)
  for (const { id, groupId } of people) authorize(actor, 'history.read', { organizerId: id, groupId })
  // For a whole group, organizing something in it isn't enough.
  for (const { id } of groups) authorize(actor, 'history.read', { organizerId: '', groupId: id })
  return chosen({ OR: [{ personId: { in: personIds } }, { groupId: { in: groupIds } }] })
}

async function defaultWhere(actor: Actor) {
  if (!isPerson(actor)) return {}
  if (actor.organizerIds.length > 0) return { id: { in: actor.organizerIds } }
  return actor.isAdministrator ? {} : { groupId: { in: actor.managedGroupIds } }
}

async function chosen(where: NonNullable<Parameters<ReturnType<typeof db>['organizer']['findMany']>[0]>['where']) {
  const rows = await db().organizer.findMany({ where: where ?? {}, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
  return rows.map(({ id, name, goneAt }): ChosenOrganizer => ({ id, name, isGone: goneAt !== null }))
}

const mostChosen = 200

/** Comma-separated, duplicates removed. */
function idsOf(field: string, text: string | undefined): string[] {
  const parts = (text ?? '').split(',').filter((part) => part !== '')
  if (parts.length > mostChosen) throw invalid(field, sentences.tooManyChosen(mostChosen))
  return [...new Set(parts.map((part) => uuidOf(field, part.trim()).toLowerCase()))]
}
