import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { companyReading } from '#lib/connections/company-reading.ts'
import { gotoForCompany } from '#lib/connections/goto-for-company.ts'
import { db } from '#lib/db/client.ts'
import { lowerEmail } from '#lib/email.ts'
import { toAppError } from '#lib/errors.ts'
import { log } from '#lib/log.ts'
import { applyOrganizers, type ListedCompany, noteRun, type OrganizersOutcome } from './apply-organizers.ts'
import { listConnected } from './list-connected.ts'
import type { OrganizerFacts } from './plan-organizers.ts'

export type OrganizersReading = {
  outcome: OrganizersOutcome['outcome'] | 'not_connected'
  added: number
  changed: number
  removed: number
}

/**
 * Reads who can organize, and in which group, with a lent administrator's grant. Without one, the known organizers are
 * those who connected GoTo themselves.
 * @throws AppError when GoTo does not answer or its answer is unusable; what is known stays.
 */
export async function readOrganizers(actor: Actor, { allowRemovals = false } = {}): Promise<OrganizersReading> {
  authorize(actor, 'sync.run')
  const at = now()
  const { accountKey, source, connectedOrganizerKeys } = await companyReading()
  if (accountKey === null || source === 'none') return { outcome: 'not_connected', added: 0, changed: 0, removed: 0 }
  try {
    const listed =
      source === 'administrator' ? await listCompany() : await listConnected(accountKey, connectedOrganizerKeys)
    const { held, ...applied } = await applyOrganizers(listed, { accountKey, source, allowRemovals, at })
    if (held > 0) log.error({ held }, 'too many organizers are missing at GoTo; none removed')
    return applied
  } catch (thrown) {
    await noteRun(db(), { source, at }, toAppError(thrown).code, {})
    throw thrown
  }
}

async function listCompany(): Promise<ListedCompany> {
  const goto = gotoForCompany({ lane: 'background' })
  const [groups, organizers] = await Promise.all([goto.call('listGroups'), goto.call('listOrganizers')])
  return {
    unread: organizers.setAside.map(({ id }) => id),
    groups: groups.rows.map(({ groupKey, groupName }) => ({ groupKey, name: groupName })),
    unreadGroups: groups.setAside.map(({ id }) => id),
    organizers: organizers.rows.map(
      (row): OrganizerFacts => ({
        organizerKey: row.organizerKey,
        name: `${row.firstName} ${row.lastName}`.trim() || row.email,
        email: lowerEmail(row.email),
        groupKey: row.groupKey,
        status: row.status ?? 'active',
        maxAttendees: row.maxNumAttendeesAllowed,
      }),
    ),
  }
}
