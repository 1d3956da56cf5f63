import { expect, test } from 'vitest'
import { differingZones } from './compare-zones.ts'

const summer = new Date('2026-07-01T12:00:00Z')
const winter = new Date('2026-12-01T12:00:00Z')

test('zones that differ in the database are named once, and no others', () => {
  const offsets = [
    { zone: 'Europe/Berlin', at: summer, offsetSeconds: 7_200 },
    { zone: 'Europe/Berlin', at: winter, offsetSeconds: 3_600 },
    { zone: 'Europe/Lisbon', at: summer, offsetSeconds: 0 },
    { zone: 'Europe/Lisbon', at: winter, offsetSeconds: 3_600 },
    { zone: 'America/New_York', at: winter, offsetSeconds: -14_400 },
    { zone: 'America/New_York', at: summer, offsetSeconds: -14_400 },
  ]
  expect(differingZones(offsets)).toEqual(['America/New_York', 'Europe/Lisbon'])
})
