import { env } from '#lib/env.ts'
import type { Standing } from './actor.ts'

/** A person's standing as the database knows it, for every way in: a session and an API token give the same rights. */
export type StandingRow = Omit<Standing, 'isAdministrator'> & {
  hasAdministratorGrant: boolean
  verifiedEmails: string[]
}

/** The columns of `StandingRow` for the person `p` of a query whose `$2` is `env().gotoAccountKey`. */
export const standingColumns = `
  EXISTS (SELECT FROM connection c WHERE c.person_id = p.id AND c.is_administrator AND c.status = 'active'
    AND c.account_key = coalesce($2, (SELECT value #>> '{}' FROM setting WHERE key = 'goto.account'))
  ) AS "hasAdministratorGrant",
  ARRAY(SELECT a.email FROM address a WHERE a.person_id = p.id AND a.verified_by IS NOT NULL) AS "verifiedEmails",
  ARRAY(SELECT o.id::text FROM organizer o WHERE o.person_id = p.id AND o.gone_at IS NULL) AS "organizerIds",
  ARRAY(SELECT o.organizer_key::text FROM organizer o WHERE o.person_id = p.id AND o.gone_at IS NULL) AS "organizerKeys",
  ARRAY(SELECT DISTINCT o.group_id::text FROM organizer o
    WHERE o.person_id = p.id AND o.gone_at IS NULL AND o.group_id IS NOT NULL) AS "groupIds",
  ARRAY(SELECT m.group_id::text FROM group_manager m WHERE m.person_id = p.id) AS "managedGroupIds"`

/** A role counts only in the pinned account, and an address only when verified. */
export function standingOf(row: StandingRow): Standing {
  const { hasAdministratorGrant, verifiedEmails, organizerIds, organizerKeys, groupIds, managedGroupIds } = row
  return {
    isAdministrator: hasAdministratorGrant || verifiedEmails.some((email) => env().adminEmails.includes(email)),
    organizerIds,
    organizerKeys,
    groupIds,
    managedGroupIds,
  }
}
