import { expect, test } from 'vitest'
import { wholeOf } from './sittings.ts'

const at = (time: string) => new Date(`2026-11-24T${time}Z`)

test('a meeting lasts from its first start to its last end, without the breaks between its sittings', () => {
  const first = { startedAt: at('09:00:00'), endedAt: at('09:12:00') }
  const second = { startedAt: at('09:15:00'), endedAt: at('10:00:00') }
  for (const sittings of [[first, second] as const, [second, first] as const])
    expect(wholeOf(sittings)).toEqual({ startedAt: at('09:00:00'), endedAt: at('10:00:00'), lengthMs: 57 * 60_000 })
})

test('when one sitting has no known end, neither has the meeting', () => {
  const open = { startedAt: at('09:15:00'), endedAt: null }
  expect(wholeOf([{ startedAt: at('09:00:00'), endedAt: at('09:12:00') }, open])).toEqual({
    startedAt: at('09:00:00'),
    endedAt: null,
    lengthMs: null,
  })
})
