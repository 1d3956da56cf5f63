import { z } from 'zod'
import { toInstant } from './instant.ts'
import { toStorable } from './storable.ts'
import { fromGotoSubject } from './subject.ts'
import * as wire from './wire.ts'

/** What the client accepts, specified or observed; the one place where it becomes our internal shape. */

type Fields = Record<string, z.ZodType>

const spelledId = z.union([z.int().nonnegative(), z.bigint().nonnegative(), z.string()], 'is not an id')

/** Any spelling of an id: number, bigint, digits, or formatted `123-456-789`. Becomes a digit string. */
export const id = spelledId
  .transform((value) => (typeof value === 'string' ? value.replaceAll('-', '').trim() : String(value)))
  .pipe(z.string().regex(/^\d{1,20}$/, 'is not an id'))
export const optionalId = orNull(id)

/** A name GoTo gives that nobody computes with: an account key of 23 digits or none, a session id that is a UUID. */
export const key = spelledId
  .transform((value) => toStorable(String(value)).trim())
  .pipe(z.string().min(1).max(100, 'is not a key'))
export const optionalKey = orNull(key)

/** Becomes an ISO string in UTC, as `Date.toISOString` writes it. */
export const instant = z.union([z.string(), z.number()], 'is not a time').transform((value, problems) => {
  const iso = toInstant(value)
  if (iso !== null && !isZero(iso)) return iso
  problems.addIssue('is not a time')
  return z.NEVER
})
/** An unknown time, zero included, is null. Nonsense is not an unknown time: such a row cannot be trusted. */
export const optionalInstant = z.preprocess(
  (value) => (isEmpty(value) || isZero(value) ? null : value),
  instant.nullable(),
)

const storable = z.string().transform(toStorable)
export const text = storable.nullish().transform((value) => value ?? '')
export const optionalText = orNull(storable.transform((value) => value || null))
export const subject = text.transform(fromGotoSubject)

/** Options come in any case, such as `PRIVATE` (goto-api.md 17.4); all other text is for people. */
export const audio = text.transform(spellAudio)
export const optionalAudio = optionalText.transform((value) => value && spellAudio(value))

/** The specification's boolean, which also arrives as `"true"` or `"false"` (goto-api.md 4) or as a number. */
export const optionalFlag = maybe((value) => flags.get(String(value).toLowerCase()) ?? null)

/** Minutes and head counts: numbers in some calls, strings in others. `"N/A"` and `-1` mean unknown. */
export const optionalCount = maybe((value) => toCount(value, 2 ** 31 - 1))
export const optionalBytes = maybe((value) => toCount(value, Number.MAX_SAFE_INTEGER))

/** In any case. null: none given, or an undescribed one such as `PERSONAL`. */
export const meetingType = known(wire.meetingType, (value) => value.toLowerCase())

/** Empty in one of the vendor's samples (goto-api.md 5.3); an unknown value says nothing. */
export const meetingStatus = known(wire.meetingStatus, (value) => value.toUpperCase())
export const organizerStatus = known(wire.organizerStatus, (value) => value.toLowerCase())

export const texts = z
  .array(storable)
  .nullish()
  .transform((value) => value ?? [])
/** null: GoTo did not say. Empty entries stand for nobody; any other non-id is somebody we must not lose. */
export const optionalIds = z
  .preprocess(
    (value) => (isEmpty(value) ? null : Array.isArray(value) ? value.filter((item) => !isEmpty(item)) : value),
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

/** Missing, `null`, `''` and the vendor's `'NA'` all mean nothing. */
function orNull<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (isEmpty(value) ? null : value), schema.nullable())
}

function known<const V extends string>(schema: z.ZodType<V>, spell: (value: string) => string) {
  return maybe((value): V | null => {
    const parsed = schema.safeParse(typeof value === 'string' ? spell(value) : value)
    return parsed.success ? parsed.data : null
  })
}

/** For details that do not spoil a row when unreadable. */
function maybe<V>(read: (value: unknown) => V | null) {
  return z.unknown().optional().transform(read)
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

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || value === 'NA'
}
