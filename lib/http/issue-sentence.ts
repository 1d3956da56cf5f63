import type { z } from 'zod'

/**
 * What to send instead, where a schema has no sentence of its own: people and integrators read it beside the field.
 * Zod's own speaks of its types.
 */
export function issueSentence(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'This field is missing.' : (wanted[issue.expected] ?? unreadable)
    case 'invalid_value':
      return `Give ${choiceOf(issue.values.map(String))}.`
    case 'too_small':
      return issue.minimum === 1 && issue.origin === 'string'
        ? 'This field is empty.'
        : `At least ${amountOf(issue.minimum, issue.origin)}.`
    case 'too_big':
      return `At most ${amountOf(issue.maximum, issue.origin)}.`
    case 'invalid_format':
      return formats[issue.format] ?? unreadable
    default:
      return unreadable
  }
}

const unreadable = 'This cannot be read.'

const wanted: Record<string, string> = {
  string: 'Give a text.',
  number: 'Give a number.',
  int: 'Give a whole number.',
  boolean: 'Give true or false.',
  array: 'Give a list.',
  object: 'Give an object.',
}

const formats: Record<string, string> = {
  uuid: 'Give an ID.',
  datetime: 'Give an instant like 2026-11-24T09:00:00Z.',
  date: 'Give a day like 2026-11-24.',
}

/** `csv or xlsx`. */
function choiceOf(values: string[]): string {
  return [values.slice(0, -1).join(', '), ...values.slice(-1)].filter(Boolean).join(' or ')
}

function amountOf(limit: number | bigint, origin: string): string {
  const number = limit.toLocaleString('en-US')
  if (origin !== 'string') return number
  return limit === 1 ? '1 character' : `${number} characters`
}
