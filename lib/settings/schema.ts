import { z } from 'zod'

/** Who sees a meeting. */
export const Visibility = z.enum(['company', 'group', 'invited'])
export type Visibility = z.infer<typeof Visibility>

/** `GET /api/settings`, for administrators. */
export const CompanySettings = z.object({
  /** Who sees meetings found at GoTo. */
  defaultVisibility: Visibility,
  /** Administrators who lend their grant for company-wide reading, the one in use first. */
  lenders: z.array(z.object({ name: z.string(), grantEndsAt: z.string(), status: z.enum(['active', 'revoked']) })),
})
export type CompanySettings = z.infer<typeof CompanySettings>

/** `PUT /api/settings`: settings not given stay. */
export const CompanySettingsDraft = z.strictObject({
  defaultVisibility: Visibility.optional(),
})
export type CompanySettingsDraft = z.infer<typeof CompanySettingsDraft>
