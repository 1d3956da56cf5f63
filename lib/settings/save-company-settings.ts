import { recordAudit } from '#lib/audit/record-audit.ts'
import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { inTransaction } from '#lib/db/client.ts'
import { showFoundMeetings } from '#lib/record/meetings/show-found-meetings.ts'
import { lockDefaultVisibility } from './default-visibility.ts'
import { getCompanySettings } from './get-company-settings.ts'
import { readSetting } from './read-setting.ts'
import type { CompanySettings, CompanySettingsDraft } from './schema.ts'
import { writeSetting } from './write-setting.ts'

/** Changes the settings given; the rest stays. */
export async function saveCompanySettings(actor: Actor, draft: CompanySettingsDraft): Promise<CompanySettings> {
  authorize(actor, 'settings.edit')
  const { defaultVisibility: chosen } = draft
  if (chosen !== undefined) {
    const key = 'meetings.defaultVisibility'
    await inTransaction(async (tx) => {
      await lockDefaultVisibility(tx)
      const before = await readSetting(key, tx)
      if (before === chosen) return
      await writeSetting(tx, key, chosen, 'personId' in actor ? actor.personId : null)
      const facts = { subject: { kind: 'setting', id: key }, details: { before, after: chosen } }
      await recordAudit(actor, 'settings.change', facts, tx)
      await showFoundMeetings(tx, chosen)
    })
  }
  return getCompanySettings(actor)
}
