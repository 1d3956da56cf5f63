import type { Actor } from '#lib/auth/actor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import { knownTo } from '#lib/people/known-to.ts'
import type { ListedRow } from '#lib/record/meetings/listed-rows.ts'

/** Whom and which groups of a meeting this actor could not invite to a copy: the rule of `readInvitations`. */
export async function findNotMine(actor: Actor, { meeting }: ListedRow): Promise<string[]> {
  if (!can(actor, 'meeting.create')) return []
  const groupIds = meeting.invitedGroups.map(({ groupId }) => groupId)
  const byName = meeting.invited.map(({ personId }) => personId)
  const ids = [...new Set([...byName, ...meeting.invitedGroups.flatMap(({ personIds }) => personIds)])]
  const [people, groups] = await Promise.all([
    ids.length === 0
      ? []
      : db().person.findMany({ where: { id: { in: ids }, AND: knownTo(actor) }, select: { id: true } }),
    groupIds.length === 0
      ? []
      : db().group.findMany({ where: { id: { in: groupIds }, goneAt: null }, select: { id: true } }),
  ])
  const mine = new Set([...people, ...groups].map(({ id }) => id))
  return [...ids, ...groupIds].filter((id) => !mine.has(id))
}
