import type { PersonActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { invalid } from '#lib/db/list-filter.ts'
import type { GroupInvitation } from '#lib/meetings/schema.ts'
import { sentences } from '#lib/meetings/sentences.ts'
import { inGroups, knownTo, knownToCompany } from '#lib/people/known-to.ts'
import type { InvitedGroupColumns } from '#lib/record/meetings/typed-meeting.ts'
import type { OwnOrganizer } from './draft-parts.ts'
import { type Invitations, refuseTooMany } from './invite.ts'

/**
 * The invited groups as they are stored, after refusing whoever cannot be invited: people this organizer may not know
 * of, unless `meetingId` invites them already. @throws AppError `invalid` naming the entry
 */
export async function readInvitations(
  actor: PersonActor,
  organizer: OwnOrganizer,
  invitations: Invitations,
  meetingId: string | null = null,
): Promise<InvitedGroupColumns[]> {
  const { invited, invitedGroups } = invitations
  const groups = await readGroups(organizer, invitedGroups, meetingId)
  const nowhere = invitedGroups.findIndex(({ groupId }) => groups.every((group) => group.groupId !== groupId))
  if (nowhere >= 0) throw invalid(`invitedGroups.${nowhere}.groupId`, sentences.unknownGroup)
  const [byName, inAGroup] = await Promise.all([
    findUnknown(
      invited.flatMap(({ personId }) => personId ?? []),
      meetingId,
      knownTo(actor),
    ),
    findUnknown(
      invitedGroups.flatMap(({ people = [] }) => people.map(({ personId }) => personId)),
      meetingId,
      knownToCompany,
    ),
  ])
  const index = invited.findIndex(({ personId }) => personId !== undefined && byName.has(personId))
  if (index >= 0) throw invalid(`invited.${index}.personId`, sentences.unknownPerson(invited[index]?.name || undefined))
  const nth = invitedGroups.findIndex(({ people = [] }) => people.some(({ personId }) => inAGroup.has(personId)))
  if (nth >= 0) throw invalid(`invitedGroups.${nth}.people`, sentences.unknownInGroup)
  refuseTooMany(invitations, groups)
  return groups
}

/** Groups that neither exist nor are invited already are left out. */
export async function readGroups(
  organizer: OwnOrganizer,
  invited: GroupInvitation[],
  meetingId: string | null = null,
): Promise<InvitedGroupColumns[]> {
  if (invited.length === 0) return []
  const ids = invited.map(({ groupId }) => groupId)
  const [stored, current, people] = await Promise.all([
    meetingId === null ? [] : db().invitedGroup.findMany({ where: { meetingId } }),
    db().group.findMany({ where: { id: { in: ids }, goneAt: null }, select: { id: true, name: true } }),
    db().person.findMany({
      where: inGroups(ids),
      select: { id: true, organizers: { where: { goneAt: null }, select: { groupId: true } } },
    }),
  ])
  const rows = invited.flatMap(({ groupId, required, except, people: chosen }): InvitedGroupColumns[] => {
    const before = stored.find((row) => row.groupId === groupId)
    const name = before?.name ?? current.find(({ id }) => id === groupId)?.name
    if (name === undefined) return []
    const now = people.filter(({ organizers }) => organizers.some((one) => one.groupId === groupId)).map(({ id }) => id)
    const all = new Set(chosen?.map(({ personId }) => personId) ?? before?.personIds ?? now)
    all.delete(organizer.personId)
    return [{ groupId, name, required, personIds: [...all], except: except.filter((id) => all.has(id)) }]
  })
  return [...new Map(rows.map((row) => [row.groupId, row])).values()]
}

async function findUnknown(
  ids: string[],
  meetingId: string | null,
  known: ReturnType<typeof knownTo>,
): Promise<Set<string>> {
  const unknown = new Set(ids)
  if (unknown.size === 0) return unknown
  const already = meetingId === null ? [] : [{ invited: { some: { meetingId } } }]
  const found = await db().person.findMany({
    where: { id: { in: [...unknown] }, OR: [known, ...already] },
    select: { id: true },
  })
  for (const { id } of found) unknown.delete(id)
  if (unknown.size === 0 || meetingId === null) return unknown
  // Left out of a group now, and perhaps since gone.
  const groups = await db().invitedGroup.findMany({ where: { meetingId }, select: { personIds: true } })
  for (const id of groups.flatMap(({ personIds }) => personIds)) unknown.delete(id)
  return unknown
}
