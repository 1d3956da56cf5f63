import { expect, test } from 'vitest'
import { planTimes } from './plan-times.ts'

const now = new Date('2026-11-24T09:00:00Z')
const span = (startsAt: string, endsAt: string) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) })
const over = span('2026-11-24T08:00:00Z', '2026-11-24T08:30:00Z')

test('an instant meeting keeps its times, whenever it is edited', () => {
  const draft = { kind: 'instant', startsAt: null, endsAt: null } as const
  expect(planTimes(draft, now, over)).toEqual({ goto: over, listed: over })
})

test('a meeting that overran can be edited without changing its times', () => {
  const draft = { kind: 'scheduled', startsAt: '2026-11-24T08:00:00Z', endsAt: '2026-11-24T08:30:00Z' } as const
  expect(planTimes(draft, now, over).listed).toEqual(over)
})

test('new times in the past are refused at their field', () => {
  const draft = { kind: 'scheduled', startsAt: '2026-11-24T08:00:00Z', endsAt: '2026-11-24T08:45:00Z' } as const
  const refusedAt = (field: string) =>
    expect.objectContaining({ code: 'invalid', fields: { [field]: expect.any(String) } })
  expect(() => planTimes(draft, now, over)).toThrow(refusedAt('endsAt'))
  expect(() => planTimes(draft, now)).toThrow(refusedAt('startsAt'))
  // GoTo takes none that has just passed either, and its refusal says less.
  const justPassed = { ...draft, startsAt: '2026-11-24T08:59:59Z', endsAt: '2026-11-24T09:30:00Z' } as const
  expect(() => planTimes(justPassed, now)).toThrow(refusedAt('startsAt'))
})
