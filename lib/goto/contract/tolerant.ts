import { z } from 'zod'
import { toInstant } from './instant.ts'
import { toStorable } from './storable.ts'
import { fromGotoSubject } from './subject.ts'
import * as wire from './wire.ts'

/** What the client accepts, specified or observed; the one place where it becomes our internal shape. */

type Fields = Record<string, z.ZodType>

/** PostgreSQL holds no larger one: it would fail the whole list it came with. */
const largestId = 2n ** 63n - 1n

/** Any spelling of an id: number, bigint, digits, or formatted `123-456-789`. Becomes a digit string. */
export const id = single(
  z
    .union([z.int().nonnegative(), z.bigint().nonnegative(), z.string()], 'is not an id')
    .transform((value) => (typeof value === 'string' ? value.replaceAll('-', '').trim() : String(value)))
    .refine((digits) => /^\d{1,19}$/.test(digits) && BigInt(digits) <= largestId, 'is not an id'),
)
export const optionalId = orNull(id)

/** A name GoTo gives that nobody computes with: an account key of 23 digits or none, a session id that is a UUID. */
export const key = z.unknown().transform((value, problems) => {
  const name = toKey(value)
  if (name !== null) return name
  problems.addIssue('is not a key')
  return z.NEVER
})
/** Beside an id or a start that names the row: without it the row is still readable. */
export const optionalKey = maybe(toKey)

/** Becomes an ISO string in UTC, as `Date.toISOString` writes it. */
export const instant = single(
  z.union([z.string(), z.number()], 'is not a time').transform((value, problems) => {
    const iso = toInstant(value)
    if (iso !== null && !isZero(iso)) return iso
    problems.addIssue('is not a time')
    return z.NEVER
  }),
)
/** An unknown time, zero included, is null. Nonsense is not an unknown time: such a row cannot be trusted. */
export const optionalInstant = z.preprocess((value) => {
  const one = only(value)
  return isEmpty(one) || isZero(one) ? null : one
}, instant.nullable())

/** What somebody typed, also if it looks like a number: a caller's name may be their number. */
export const text = z.preprocess(
  spell,
  z
    .string()
    .transform(toStorable)
    .nullish()
    .transform((value) => value ?? ''),
)
/** One that nobody can see is still a meeting's, and its row a way to it. */
export const subject = text.transform((value) => fromGotoSubject(value) || 'No subject')

/** Text that says more about a row and, unreadable, is as good as missing. */
export const detail = maybe((value) => toText(value) ?? '')
/** An e-mail address GoTo knows somebody by; what has no `@` is none. */
export const address = maybe((value) => {
  const spelled = toText(value) ?? ''
  return spelled.includes('@') ? spelled : ''
})
export const optionalDetail = maybe((value) => (isEmpty(value) ? null : toText(value) || null))

/** Options come in any case, such as `PRIVATE` (goto-api.md 17.4); all other text is for people. */
export const audio = detail.transform(spellAudio)
export const optionalAudio = optionalDetail.transform((value) => value && spellAudio(value))

/** The specification's boolean, which also arrives as `"true"` or `"false"` (goto-api.md 4) or as a number. */
export const optionalFlag = maybe((value) => flags.get(String(value).trim().toLowerCase()) ?? null)

/** Minutes and head counts: numbers in some calls, strings in others. `"N/A"` and `-1` mean unknown. */
export const optionalCount = maybe((value) => toCount(value, 2 ** 31 - 1))
export const optionalBytes = maybe((value) => toCount(value, Number.MAX_SAFE_INTEGER))

/** In any case. null: none given, or an undescribed one such as `PERSONAL`. */
export const meetingType = known(wire.meetingType, (value) => value.toLowerCase())

/** Empty in one of the vendor's samples (goto-api.md 5.3); an unknown value says nothing. */
export const meetingStatus = known(wire.meetingStatus, (value) => value.toUpperCase())
export const organizerStatus = known(wire.organizerStatus, (value) => value.toLowerCase())

/** One alone may come without its list, and what is no text is left out. */
export const texts = z
  .unknown()
  .optional()
  .transform((value) => listed(value).flatMap((item) => toText(item) ?? []))
/** null: GoTo did not say. Empty entries stand for nobody; any other non-id is somebody we must not lose. */
export const optionalIds = z
  .preprocess(
    (value) => (isEmpty(value) ? null : listed(value).filter((item) => !isEmpty(item))),
    z.array(id).nullable(),
  )
  .optional()
  .transform((value) => value ?? null)

/**
 * An object whose keys are found in any case and under their other names; the first with a value wins.
 * Unknown keys are left out.
 */
export function fields<const F extends Fields>(shape: F, otherNames: { [K in keyof F]?: readonly string[] } = {}) {
  const places = new Map<string, { field: string; rank: number }>()
  for (const field of Object.keys(shape)) {
    const names = [
      field,
      field.toLowerCase(),
      ...(otherNames[field] ?? []).flatMap((name) => [name, name.toLowerCase()]),
    ]
    names.forEach((name, rank) => {
      if (!places.has(name)) places.set(name, { field, rank })
    })
  }
  const pick = (value: unknown) => pickFields(value, places)
  return { schema: z.preprocess(pick, z.object(shape)), names: [...places.keys()], pick }
}

/** A list's readable entries: one that is not spoils no other. */
export function readable<S extends z.ZodType>(schema: S) {
  return z
    .array(z.unknown())
    .nullish()
    .transform((items) =>
      (items ?? []).flatMap((item): z.output<S>[] => {
        const parsed = schema.safeParse(item)
        return parsed.success ? [parsed.data] : []
      }),
    )
}

function pickFields(value: unknown, places: Map<string, { field: string; rank: number }>): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const picked: Record<string, unknown> = {}
  const ranks: Record<string, number> = {}
  for (const [name, item] of Object.entries(value)) {
    const place = places.get(name) ?? places.get(name.toLowerCase())
    if (!place) continue
    const rank = place.rank + (isEmpty(item) ? 1000 : 0)
    if (rank >= (ranks[place.field] ?? Number.POSITIVE_INFINITY)) continue
    ranks[place.field] = rank
    picked[place.field] = item
  }
  return picked
}

function orNull<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (isEmpty(only(value)) ? null : value), schema.nullable())
}

function single<T extends z.ZodType>(schema: T) {
  return z.preprocess(only, schema)
}

/** A value may come as an array of one (goto-api.md 4). */
function only(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value
}

function listed(value: unknown): unknown[] {
  return Array.isArray(value) ? value : isEmpty(value) ? [] : [value]
}

function known<const V extends string>(schema: z.ZodType<V>, spell: (value: string) => string) {
  return maybe((value): V | null => {
    const parsed = schema.safeParse(typeof value === 'string' ? spell(value) : value)
    return parsed.success ? parsed.data : null
  })
}

/** For details that do not spoil a row when unreadable. */
function maybe<V>(read: (value: unknown) => V) {
  return z
    .unknown()
    .optional()
    .transform((value) => read(only(value)))
}

function toKey(value: unknown): string | null {
  const name = toText(only(value))?.trim() ?? ''
  // Zero stands for none, as with times.
  const isNone = isEmpty(name) || /^(-.*|0+)$/.test(name)
  return isNone || name.length > 100 ? null : name
}

function toText(value: unknown): string | null {
  const spelled = spell(value)
  return typeof spelled === 'string' ? toStorable(spelled) : null
}

function spell(value: unknown): unknown {
  const one = only(value)
  return ['number', 'bigint'].includes(typeof one) ? String(one) : one
}

const flags = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
])

function toCount(value: unknown, most: number): number | null {
  const number = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value
  return typeof number === 'number' && number >= 0 && number <= most ? number : null
}

function spellAudio(value: string): string {
  return wire.audioOptions.find((option) => option.toLowerCase() === value.trim().toLowerCase()) ?? value
}

/** Where a clock that was never set starts. */
function isZero(time: unknown): boolean {
  return time === 0 || /^(0|1970-01-01T00:00:00.*)$/.test(String(time))
}

/** Missing, `null`, blanks and the vendor's `NA` or `N/A` all mean nothing. */
function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && /^\s*(n\/?a)?\s*$/i.test(value))
}
