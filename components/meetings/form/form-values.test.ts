import { expect, test } from 'vitest'
import { newValues } from './form-values.ts'

test.each([
  ['2026-11-24T09:28:00Z', '10:30'],
  ['2026-11-24T09:29:30Z', '11:00'],
  ['2026-11-24T09:30:00Z', '11:00'],
])('at %s a new meeting begins at %s: it leaves time to fill in the form', (now, time) => {
  expect(newValues(new Date(now), 'Europe/Berlin').start).toMatchObject({ day: '2026-11-24', time })
})
