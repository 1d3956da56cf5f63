import { z } from 'zod'
import { toStorable } from '#lib/goto/contract/storable.ts'
import { Visibility } from '#lib/settings/schema.ts'
import { clocks } from '#lib/time/reader.ts'
import { timeSentences } from '#lib/time/sentences.ts'
import { isZone } from '#lib/time/zone.ts'

export const themes = ['system', 'light', 'dark'] as const

/** A person's preferences, which follow them to every browser. `zone` null, `clock` `browser`: the browser's. */
export const Preferences = z.object({
  zone: z.string().refine(isZone, timeSentences.notAZone).nullable(),
  clock: z.enum(clocks),
  theme: z.enum(themes),
  singleKeys: z.boolean(),
})
export type Preferences = z.infer<typeof Preferences>

/** `PUT /api/me`: omitted fields stay. */
export const PreferencesDraft = z.strictObject(Preferences.partial().shape)
export type PreferencesDraft = z.infer<typeof PreferencesDraft>

/** `GET /api/me`: who I am and what I may do. */
export const Me = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  via: z.enum(['goto', 'company']),
  isAdministrator: z.boolean(),
  isOrganizer: z.boolean(),
  roles: z.array(z.enum(['employee', 'organizer', 'manager', 'administrator'])),
  /** What I may do beyond what everybody may: pages ask this and never work out a role. */
  abilities: z.array(z.string()),
  /** Groups whose organizers' past I may see as their manager. */
  managedGroupIds: z.array(z.string()),
  /** My GoTo grant: `none` was never made, `revoked` needs reconnecting. */
  connection: z.enum(['none', 'active', 'revoked']),
  /** Who sees a meeting if nobody chooses. */
  defaultVisibility: Visibility,
  preferences: Preferences,
  /** Seals what this browser keeps of what was typed: given only while the session lasts, the same all the while. */
  drafts: z.object({ id: z.string(), key: z.string() }),
  now: z.string(),
})
export type Me = z.infer<typeof Me>

/** Somebody who can be invited, as the chips offer them. */
export const FoundPerson = z.object({ personId: z.string(), name: z.string(), email: z.string().nullable() })
export type FoundPerson = z.infer<typeof FoundPerson>

/**
 * `GET /api/people?q=`: by beginnings of words in the name or an address, best match first. `group`: who organizes in
 * it.
 */
export const PeopleQuery = z.strictObject({
  q: z.string().overwrite(toStorable).max(100, 'At most 100 characters.').optional(),
  group: z.uuid().optional(),
  /** Everybody whose sign-in is known, disabled or not; administrators only. Without `q`, those who are disabled. */
  all: z.literal('1').optional(),
})
export type PeopleQuery = z.infer<typeof PeopleQuery>

export const PeopleList = z.object({ items: z.array(FoundPerson) })
export type PeopleList = z.infer<typeof PeopleList>

/** Somebody who can sign in, as administrators see them. */
export const Account = z.object({
  ...FoundPerson.shape,
  /** Since when they can no longer use Foyer; null while they can. */
  disabledAt: z.string().nullable(),
  /** Their GoTo connection reads the company's meetings. */
  isLending: z.boolean(),
})
export type Account = z.infer<typeof Account>

export const AccountList = z.object({ items: z.array(Account) })
export type AccountList = z.infer<typeof AccountList>

/** `PATCH /api/people/{id}`. */
export const AccountDraft = z.strictObject({ disabled: z.boolean() })
export type AccountDraft = z.infer<typeof AccountDraft>
/** `POST /api/people/matches`: names as somebody typed or pasted them. */
export const NamesDraft = z.strictObject({
  names: z.array(z.string().overwrite(toStorable).max(100, 'At most 100 characters.')).min(1).max(50),
})
export type NamesDraft = z.infer<typeof NamesDraft>

/** `isSure`: exactly one person is meant, `people[0]`. Otherwise it may be one of them, or nobody. */
export const NameMatch = z.object({ name: z.string(), people: z.array(FoundPerson), isSure: z.boolean() })
export type NameMatch = z.infer<typeof NameMatch>

export const NameMatches = z.object({ items: z.array(NameMatch) })
export type NameMatches = z.infer<typeof NameMatches>
