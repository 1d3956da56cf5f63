import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { gotoCalls } from './calls.ts'
import { parseGotoJson, stringifyGotoJson } from './json.ts'
import { type GotoCallRecord, nothing } from './record.ts'

const Example = z.strictObject({
  call: z.string(),
  request: z.strictObject({ path: z.unknown(), query: z.unknown(), body: z.unknown() }).partial().optional(),
  specified: z.unknown().optional(),
  observed: z.array(z.strictObject({ seen: z.string(), body: z.unknown(), means: z.unknown().optional() })).optional(),
  means: z.unknown().optional(),
})

const folder = new URL('./examples/', import.meta.url)
const examples = readdirSync(folder).map((file) =>
  Example.parse(parseGotoJson(readFileSync(new URL(file, folder), 'utf8'))),
)
const calls: Record<string, GotoCallRecord> = gotoCalls

test('every endpoint that sends or returns a body has examples', () => {
  const withBody = Object.entries(calls).filter(([, call]) => call.response !== nothing || call.body)
  expect(examples.map((example) => example.call).sort()).toEqual(withBody.map(([name]) => name).sort())
})

const answering = examples.filter(({ specified }) => specified !== undefined)

function callOf(name: string): GotoCallRecord {
  const call = calls[name]
  if (!call) throw new Error(`${name} is not a call`)
  return call
}

function withSurprise(answer: unknown): unknown {
  return Array.isArray(answer) ? answer.map((row) => ({ ...row, surprise: 1 })) : { ...Object(answer), surprise: 1 }
}

test('every endpoint that returns a body has an example in both shapes', () => {
  const expected = Object.entries(calls).filter(([, call]) => call.response !== nothing)
  expect(answering.map((example) => example.call).sort()).toEqual(expected.map(([name]) => name).sort())
  for (const { call, observed } of answering) expect(observed?.length, call).toBeGreaterThan(0)
})

test.each(examples)('the request of $call is what the contract sends', ({ call: name, request }) => {
  const call = callOf(name)
  expect(call.params?.parse(request?.path)).toEqual(request?.path)
  expect(call.query?.parse(request?.query ?? {})).toEqual(call.query ? (request?.query ?? {}) : undefined)
  expect(call.body?.parse(request?.body)).toEqual(request?.body)
})

describe.each(answering)('$call', ({ call: name, specified, observed = [], means }) => {
  const { response } = callOf(name)
  /** For a list, an example gives the rows, with none set aside. */
  const whole = (expected: unknown) => {
    if (response.readRow === null) return expected
    return { rows: expected, setAside: [], ...(response.beganAt && { cut: null }) }
  }

  test('the specified shape parses strictly and survives serialization', () => {
    const parsed = response.specified.parse(specified)
    expect(parseGotoJson(stringifyGotoJson(parsed))).toEqual(specified)
  })

  test('a key the vendor never specified is not the specified shape', () => {
    expect(response.specified.safeParse(withSurprise(specified)).success).toBe(false)
  })

  test('the specified shape means what it should', () => {
    expect(response.answer.parse(specified)).toEqual(whole(means))
  })

  test.each(observed)('observed: $seen', ({ body, means: own }) => {
    expect(response.answer.parse(body)).toEqual(whole(own === undefined ? means : own))
  })

  test('an unknown key is left out of what we keep', () => {
    expect(response.answer.parse(withSurprise(specified))).toEqual(whole(means))
  })

  test.each([['a text'], [null], [[null]], [[[]]], [[1.5]], [true]])('%j is not an answer', (nonsense) => {
    expect(response.answer.safeParse(nonsense).success).toBe(false)
  })
})
