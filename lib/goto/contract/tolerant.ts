import { z } from 'zod'
import { toInstant } from './instant.ts'
import { toStorable } from './storable.ts'
import { fromGotoSubject } from './subject.ts'
import * as wire from './wire.ts'

/** What the client accepts, specified or observed, and the one place where it becomes our internal shape. */

type Fields = Record<string, z.ZodType>

/** Any spelling of an id: number, bigint, digits, or formatted `123-456-789`. Becomes a digit string. */
export const id = z
  .union([z.int().nonnegative(), z.bigint().nonnegative(), z.string()])
  .transform((value) => (typeof value === 'string' ? value.replaceAll('-', '').trim() : String(value)))
  .pipe(z.string().regex(/^\d{1,20}$/, 'is not an id'))
export const optionalId = orNull(id)

/** Becomes an ISO string in UTC, as `Date.toISOString` writes it. */
export const instant = z.union([z.string(), z.number()]).transform((value, problems) => {
  const iso = toInstant(value)
  if (iso !== null) return iso
  problems.addIssue('is not a time')
  return z.NEVER
})
export const optionalInstant = orNull(instant)

const storable = z.string().transform(toStorable)
export const text = storable.nullish().transform((value) => value ?? '')
export const optionalText = orNull(storable.transform((value) => value || null))
export const subject = text.transform(fromGotoSubject)

/** The specification's boolean, which arrives as `"true"` or `"false"` too (goto-api.md 4). */
export const optionalFlag = orNull(
  z.union([z.boolean(), z.stringbool({ truthy: ['true'], falsy: ['false'] })], 'is not true or false'),
)

/** Minutes and head counts: numbers in some calls, strings in others. */
export const optionalCount = orNull(
  z.union([
    z.number(),
    z
      .string()
      .regex(/^\d+(\.\d+)?$/, 'is not a number')
      .transform(Number),
  ]),
)

/** Written in any case. Rows of the undocumented variant say `recurring: true` instead (goto-api.md 5.8). */
export const meetingType = z.preprocess(
  (value) => (typeof value === 'string' && value !== '' ? value.toLowerCase() : 'scheduled'),
  wire.meetingType,
)

/** Empty in one sample of the vendor's own (goto-api.md 5.3); whatever is not known says nothing. */
export const meetingStatus = known(wire.meetingStatus, (value) => value.toUpperCase())
export const organizerStatus = known(wire.organizerStatus, (value) => value.toLowerCase())

export const texts = z
  .array(storable)
  .nullish()
  .transform((value) => value ?? [])
/** null: GoTo did not say. */
export const optionalIds = z
  .array(id)
  .nullish()
  .transform((value) => value ?? null)

/**
 * An object whose keys are found in any case and under their other names, first one that says something wins.
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
  const schema = z.preprocess((value) => pick(value, places), z.object(shape))
  return { schema, names: [...places.keys()] }
}

function pick(value: unknown, places: Map<string, { field: string; rank: number }>): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const picked: Record<string, unknown> = {}
  const ranks: Record<string, number> = {}
  for (const [key, item] of Object.entries(value)) {
    const place = places.get(key) ?? places.get(key.toLowerCase())
    if (!place) continue
    const rank = place.rank + (isEmpty(item) ? 1000 : 0)
    if (rank >= (ranks[place.field] ?? Number.POSITIVE_INFINITY)) continue
    ranks[place.field] = rank
    picked[place.field] = item
  }
  return picked
}

/** Missing, `null`, `''` and the vendor's `'NA'` all say: nothing. */
function orNull<T extends z.ZodType>(schema: T) {
  return z.preprocess((value) => (isEmpty(value) ? null : value), schema.nullable())
}

function known<const V extends string>(schema: z.ZodType<V>, spell: (value: string) => string) {
  return z
    .unknown()
    .optional()
    .transform((value): V | null => {
      const parsed = schema.safeParse(typeof value === 'string' ? spell(value) : value)
      return parsed.success ? parsed.data : null
    })
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || value === 'NA'
}
