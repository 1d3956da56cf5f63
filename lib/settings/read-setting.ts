import { db, type Tx } from '#lib/db/client.ts'
import { type SettingKey, type SettingValue, settings } from './settings.ts'

/** A setting as somebody chose it, or its default. */
export async function readSetting<K extends SettingKey>(key: K, tx: Tx = db()): Promise<SettingValue<K>> {
  const row = await tx.setting.findUnique({ where: { key } })
  const { schema, fallback } = settings[key]
  const parsed = row ? schema.safeParse(row.value) : null
  // A value written by another version of Foyer in another shape counts as not chosen.
  return (parsed?.success ? parsed.data : fallback) as SettingValue<K>
}
