import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toInstant } from './instant.ts'

test.each([
  ['2015-02-17T00:10:33.+0000', '2015-02-17T00:10:33.000Z'],
  ['2015-02-17T00:10:33Z', '2015-02-17T00:10:33.000Z'],
  ['2015-02-17T00:10:33.25Z', '2015-02-17T00:10:33.250Z'],
  ['2015-02-17T00:10:33.123456Z', '2015-02-17T00:10:33.123Z'],
  ['2015-02-17T02:10:33+02:00', '2015-02-17T00:10:33.000Z'],
  ['2015-02-16T19:10:33.-0500', '2015-02-17T00:10:33.000Z'],
  ['2013-03-01T08:00:00', '2013-03-01T08:00:00.000Z'],
  ['2023-1-5T9:0:0Z', '2023-01-05T09:00:00.000Z'],
  ['06/14/2012 11:14:43', '2012-06-14T11:14:43.000Z'],
  [1_423_901_433, '2015-02-14T08:10:33.000Z'],
  [1_423_901_433_000, '2015-02-14T08:10:33.000Z'],
  ['1423901433000', '2015-02-14T08:10:33.000Z'],
])('%s is %s', (given, iso) => {
  expect(toInstant(given)).toBe(iso)
})

test.each([
  '',
  'NA',
  'yesterday',
  '2015-02-30T00:00:00Z',
  '2015-13-01T00:00:00Z',
  '2015-01-01T25:00:00Z',
  '14/06/2012 11:14:43',
  '2015-02-17T00:10:33.+00:0',
  0,
  -1,
  1.5,
  Number.NaN,
])('%s is not a time', (given) => {
  expect(toInstant(given)).toBeNull()
})

test('every instant survives every way of writing it', () => {
  const seconds = fc
    .date({ min: new Date('1980-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
    .map((date) => {
      date.setUTCMilliseconds(0)
      return date.toISOString()
    })
  fc.assert(
    fc.property(seconds, (iso) => {
      const bare = iso.slice(0, 19)
      const [year, month, day] = bare.slice(0, 10).split('-')
      const forms = [
        iso,
        `${bare}Z`,
        `${bare}.+0000`,
        `${bare}+00:00`,
        bare,
        `${month}/${day}/${year} ${bare.slice(11)}`,
      ]
      for (const form of forms) expect(toInstant(form)).toBe(iso)
      expect(toInstant(Date.parse(iso))).toBe(iso)
    }),
  )
})
