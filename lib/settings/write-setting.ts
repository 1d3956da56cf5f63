import { now } from '#lib/clock.ts'
import type { Tx } from '#lib/db/client.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { type SettingKey, type SettingValue, settings } from './settings.ts'

export async function writeSetting<K extends SettingKey>(
  tx: Tx,
  key: K,
  value: SettingValue<K>,
  changedBy: string | null,
): Promise<void> {
  const parsed: unknown = settings[key].schema.parse(value)
  const data = { value: (parsed as Prisma.InputJsonValue) ?? Prisma.JsonNull, changedAt: now(), changedBy }
  await tx.setting.upsert({ where: { key }, create: { key, ...data }, update: data })
}
