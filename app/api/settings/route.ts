import { route } from '#lib/http/route.ts'
import { getCompanySettings } from '#lib/settings/get-company-settings.ts'
import { saveCompanySettings } from '#lib/settings/save-company-settings.ts'
import { CompanySettingsDraft } from '#lib/settings/schema.ts'

export const GET = route({ run: ({ actor }) => getCompanySettings(actor) })
export const PUT = route({ body: CompanySettingsDraft, run: ({ actor, body }) => saveCompanySettings(actor, body) })
