import { expect, test } from 'vitest'
import { meetingsQuery } from '#lib/meetings/queries.ts'
import { stampLifeMs } from '#lib/record/list-stamp.ts'

test('a change made in Foyer is in every open list within two seconds, whichever process made it', () => {
  const { refetchInterval } = meetingsQuery({})
  if (typeof refetchInterval !== 'function') throw new Error('The interval should depend on how the last request went.')
  const everyMs = Number(refetchInterval({ state: { error: null } } as never))
  expect(everyMs).toBeGreaterThan(0)
  // At worst the page asked just before the change, and its process had looked just before that: both wait the full
  // time.
  expect(everyMs + stampLifeMs).toBeLessThanOrEqual(2_000)
})
