import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { listLenders } from '#lib/connections/list-lenders.ts'
import { readSetting } from './read-setting.ts'
import type { CompanySettings } from './schema.ts'

export async function getCompanySettings(actor: Actor): Promise<CompanySettings> {
  authorize(actor, 'settings.read')
  const lenders = await listLenders()
  return {
    defaultVisibility: await readSetting('meetings.defaultVisibility'),
    lenders: lenders.map(({ name, grantEndsAt, status }) => ({ name, status, grantEndsAt: grantEndsAt.toISOString() })),
  }
}
