import { now } from '#lib/clock.ts'
import { inTransaction, type Tx } from '#lib/db/client.ts'
import { rememberPerson } from '#lib/people/remember-person.ts'
import { changeList } from '#lib/record/change-list.ts'
import { endOrganizersRooms, removeOrganizersMeetings } from '#lib/record/listing/remove-organizers-meetings.ts'
import { mayBeUnread, type Unread } from '#lib/record/listing/unread-rows.ts'
import { type KnownOrganizer, type OrganizerFacts, planOrganizers } from './plan-organizers.ts'

export type ListedCompany = {
  groups: { groupKey: string; name: string }[]
  organizers: OrganizerFacts[]
  /** Keys of organizers whose rows could not be read; null among them: anybody's, so that nobody counts as missing. */
  unread: Unread
  /** The same for groups. */
  unreadGroups: Unread
}
type Options = { accountKey: string; source: string; allowRemovals: boolean /** When GoTo was asked. */; at: Date }
export type OrganizersOutcome = {
  outcome: 'done' | 'held' | 'superseded'
  added: number
  changed: number
  removed: number
  held: number
}

/**
 * Writes differences and the run in one transaction; readers of the same company wait for each other. A list older than
 * the last one applied is dropped: a process that was paused and resumed cannot overwrite its successor.
 */
export function applyOrganizers(listed: ListedCompany, options: Options): Promise<OrganizersOutcome> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('foyer organizers'))`
    if (await isSuperseded(tx, options.at)) return { outcome: 'superseded', added: 0, changed: 0, removed: 0, held: 0 }
    const groupIds = await applyGroups(tx, listed, options)
    const plan = planOrganizers(await listKnown(tx, options.accountKey), listed, options)
    for (const facts of plan.add) await addOrganizer(tx, facts, groupIds, options)
    for (const { id, to } of plan.change) await changeOrganizer(tx, id, to, groupIds, options)
    await tx.organizer.updateMany({ where: { id: { in: plan.missed } }, data: { missedReads: { increment: 1 } } })
    await removeOrganizers(tx, plan.remove, options.at)
    const suspended = plan.change.filter(({ to }) => to.status === 'suspended').map(({ id }) => id)
    await endOrganizersRooms(tx, [...plan.remove, ...suspended], options.at)
    const counts = {
      added: plan.add.length,
      changed: plan.change.length,
      removed: plan.remove.length,
      held: plan.held.length,
    }
    const outcome = counts.held > 0 ? 'held' : 'done'
    await noteRun(tx, options, outcome, { listed: listed.organizers.length, ...counts })
    // Lists show who organizes and which group they belong to.
    if (counts.added + counts.changed + counts.removed > 0) changeList(tx)
    return { outcome, ...counts }
  })
}

const appliedOutcomes: OrganizersOutcome['outcome'][] = ['done', 'held']

async function isSuperseded(tx: Tx, at: Date): Promise<boolean> {
  const applied = { kind: 'organizers', outcome: { in: appliedOutcomes } }
  return (await tx.readRun.count({ where: { ...applied, startedAt: { gt: at } } })) > 0
}

/** Records one round of reading organizers, for the page that shows how reading is going. */
export async function noteRun(
  tx: Tx,
  { source, at }: Pick<Options, 'source' | 'at'>,
  outcome: string,
  counts: Record<string, number>,
): Promise<void> {
  await tx.readRun.create({
    data: { kind: 'organizers', startedAt: at, finishedAt: now(), outcome, counts, source },
    select: { id: true },
  })
}

/** Group ids by GoTo's key. A group that is no longer listed keeps its row: organizers' past belongs to it. */
async function applyGroups(
  tx: Tx,
  { groups, unreadGroups }: ListedCompany,
  { accountKey, at }: Options,
): Promise<Map<string, string>> {
  const known = await tx.group.findMany({ where: { accountKey } })
  const byKey = new Map(known.map((group) => [String(group.groupKey), group]))
  for (const { groupKey, name } of groups) {
    const group = byKey.get(groupKey)
    if (!group) {
      const added = await tx.group.create({ data: { accountKey, groupKey: BigInt(groupKey), name } })
      byKey.set(groupKey, added)
    } else if (group.name !== name || group.goneAt !== null) {
      await tx.group.update({ where: { id: group.id }, data: { name, goneAt: null, goneBecause: null } })
    }
  }
  const listed = new Set(groups.map(({ groupKey }) => groupKey))
  const gone = known
    .map(({ groupKey }) => String(groupKey))
    .filter((groupKey) => !listed.has(groupKey) && !mayBeUnread(groupKey, unreadGroups))
  if (groups.length > 0)
    await tx.group.updateMany({
      where: { accountKey, goneAt: null, groupKey: { in: gone.map(BigInt) } },
      data: { goneAt: at, goneBecause: 'GoTo no longer lists it.' },
    })
  return new Map([...byKey].map(([key, group]) => [key, group.id]))
}

async function listKnown(tx: Tx, accountKey: string): Promise<KnownOrganizer[]> {
  const rows = await tx.organizer.findMany({ where: { accountKey }, include: { group: true } })
  return rows.map((row) => ({
    id: row.id,
    organizerKey: String(row.organizerKey),
    name: row.name,
    email: row.email,
    groupKey: row.group ? String(row.group.groupKey) : null,
    status: row.status === 'suspended' ? 'suspended' : 'active',
    maxAttendees: row.maxAttendees,
    missedReads: row.missedReads,
    isGone: row.goneAt !== null,
  }))
}

async function addOrganizer(tx: Tx, facts: OrganizerFacts, groupIds: Map<string, string>, options: Options) {
  const columns = await organizerColumns(tx, facts, groupIds, options)
  const organizerKey = BigInt(facts.organizerKey)
  await tx.organizer.create({ data: { accountKey: options.accountKey, organizerKey, ...columns } })
}

async function changeOrganizer(
  tx: Tx,
  id: string,
  facts: OrganizerFacts,
  groupIds: Map<string, string>,
  options: Options,
) {
  const columns = await organizerColumns(tx, facts, groupIds, options)
  await tx.organizer.update({ where: { id }, data: { ...columns, missedReads: 0, goneAt: null, goneBecause: null } })
}

async function organizerColumns(tx: Tx, facts: OrganizerFacts, groupIds: Map<string, string>, options: Options) {
  const { organizerKey, name, email, groupKey, status, maxAttendees } = facts
  const { personId } = await rememberPerson(tx, {
    kind: 'goto',
    issuer: options.accountKey,
    subject: organizerKey,
    name,
    email,
    emailVerified: true,
  })
  return { personId, name, email, status, maxAttendees, groupId: groupKey ? (groupIds.get(groupKey) ?? null) : null }
}

async function removeOrganizers(tx: Tx, ids: string[], at: Date): Promise<void> {
  if (ids.length === 0) return
  const gone = { goneAt: at, goneBecause: 'GoTo no longer lists them.' }
  await tx.organizer.updateMany({ where: { id: { in: ids } }, data: { ...gone, missedReads: 0 } })
  await removeOrganizersMeetings(tx, ids, at)
}
