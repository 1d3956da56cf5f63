import { z } from 'zod'
import { Visibility } from './schema.ts'

/** Every setting kept in the database: its shape, and what holds until somebody chooses. */
export const settings = {
  /** The pinned GoTo account: the only one whose people may come in. */
  'goto.account': setting(z.string().nullable(), null),
  /** Who sees meetings that were found at GoTo. */
  'meetings.defaultVisibility': setting(Visibility, 'company'),
  /** How long before the start and after the end Join is offered. */
  'meetings.joinWindow': setting(
    z.object({ minutesBefore: z.int().min(0).max(240), minutesAfter: z.int().min(0).max(240) }),
    { minutesBefore: 15, minutesAfter: 120 },
  ),
  /** Which time zones the database has otherwise than Node, by the versions that were compared. */
  'zones.compared': setting(z.object({ of: z.string(), differing: z.array(z.string()) }), { of: '', differing: [] }),
} as const

export type SettingKey = keyof typeof settings
export type SettingValue<K extends SettingKey> = z.infer<(typeof settings)[K]['schema']>

function setting<S extends z.ZodType>(schema: S, fallback: z.infer<S>) {
  return { schema, fallback }
}
