import { expect, test } from 'vitest'
import { z } from 'zod'
import { issueSentence } from './issue-sentence.ts'

test.each([
  [z.literal('1'), '2', 'Give 1.'],
  [z.literal('1'), undefined, 'Give 1.'],
  [z.enum(['csv', 'xlsx']), 'pdf', 'Give csv or xlsx.'],
  [z.enum(['company', 'group', 'invited']), 'all', 'Give company, group or invited.'],
  [z.string(), undefined, 'This field is missing.'],
  [z.string(), 1, 'Give a text.'],
  [z.string().min(1), '', 'This field is empty.'],
  [z.string().min(3), 'ab', 'At least 3 characters.'],
  [z.string().max(1_000), 'a'.repeat(1_001), 'At most 1,000 characters.'],
  [z.coerce.number(), 'many', 'Give a number.'],
  [z.coerce.number().int(), '1.5', 'Give a whole number.'],
  [z.coerce.number().int().min(1).max(200), '0', 'At least 1.'],
  [z.coerce.number().int().min(1).max(200), '201', 'At most 200.'],
  [z.int(), 1.5, 'Give a whole number.'],
  [z.boolean(), 'yes', 'Give true or false.'],
  [z.array(z.uuid()), 'x', 'Give a list.'],
  [
    z.array(z.uuid()).max(1),
    ['019ab0c4-0000-7000-8000-000000000000', '019ab0c4-0000-7000-8000-000000000001'],
    'At most 1.',
  ],
  [z.uuid(), 'x', 'Give an ID.'],
  [z.strictObject({}), [], 'Give an object.'],
  [z.iso.datetime(), 'today', 'Give an instant like 2026-11-24T09:00:00Z.'],
  [z.union([z.string(), z.number()]), true, 'This cannot be read.'],
  [z.string().regex(/^x$/), 'y', 'This cannot be read.'],
  [z.string().regex(/^x$/, 'Must be an x.'), 'y', 'Must be an x.'],
  [z.enum(['a'], 'Its own sentence.'), 'b', 'Its own sentence.'],
])('what is wrong with a field is said in plain words (%#)', (schema: z.ZodType, value, sentence) => {
  const { error } = schema.safeParse(value, { error: issueSentence })
  expect(error?.issues.map(({ message }) => message)).toEqual([sentence])
})
