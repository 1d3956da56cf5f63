import { z } from 'zod'
import { Visibility } from './schema.ts'

/** Every setting kept in the database: its shape, and its value until somebody chooses. */
export const settings = {
  /** The pinned GoTo account: only its people may sign in. */
  'goto.account': setting(z.string().nullable(), null),
  /** Who sees meetings found at GoTo. */
  'meetings.defaultVisibility': setting(Visibility, 'company'),
  /** How long before the start and after the end Join is offered. */
  'meetings.joinWindow': setting(
    z.object({ minutesBefore: z.int().min(0).max(240), minutesAfter: z.int().min(0).max(240) }),
    { minutesBefore: 15, minutesAfter: 120 },
  ),
  /** Which time zones differ between the database and Node, with the versions compared. */
  'zones.compared': setting(z.object({ of: z.string(), differing: z.array(z.string()) }), { of: '', differing: [] }),
} as const

export type SettingKey = keyof typeof settings
export type SettingValue<K extends SettingKey> = z.infer<(typeof settings)[K]['schema']>

function setting<S extends z.ZodType>(schema: S, fallback: z.infer<S>) {
  return { schema, fallback }
}
