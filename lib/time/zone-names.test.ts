import { describe, expect, test } from 'vitest'
import { isZone } from './zone.ts'
import { allZones, formerNames, isSameZone, offsetText, readOffset, zoneName } from './zone-names.ts'

describe('a zone goes by today’s name', () => {
  test.each([
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['Asia/Saigon', 'Asia/Ho Chi Minh'],
    ['Asia/Rangoon', 'Asia/Yangon'],
    ['Asia/Katmandu', 'Asia/Kathmandu'],
    ['America/Godthab', 'America/Nuuk'],
    ['Atlantic/Faeroe', 'Atlantic/Faroe'],
    ['America/New_York', 'America/New York'],
    ['UTC', 'UTC'],
  ])('%s as %s', (zone, name) => expect(zoneName(zone)).toBe(name))

  test('and by whichever name it comes, it is the same zone', () => {
    expect(isSameZone('Asia/Calcutta', 'Asia/Kolkata')).toBe(true)
    expect(isSameZone('Asia/Kolkata', 'Asia/Colombo')).toBe(false)
    expect(formerNames('Europe/Kyiv')).toEqual(['Europe/Kiev'])
  })

  test('each is listed once, under a name that this machine understands', () => {
    const zones = allZones()
    expect(zones).toContain('Asia/Kolkata')
    expect(zones).not.toContain('Asia/Calcutta')
    expect(new Set(zones).size).toBe(zones.length)
    expect(zones.filter((zone) => !isZone(zone))).toEqual([])
  })
})

test.each([
  ['Asia/Kolkata', 'GMT+5:30'],
  ['America/New_York', 'GMT−5'],
  ['Europe/London', 'GMT'],
])('the clocks of %s are at %s in winter', (zone, text) => {
  expect(offsetText(new Date('2026-01-15T12:00:00Z'), zone)).toBe(text)
})

test.each([
  ['GMT+5:30', 330],
  ['utc-5', -300],
  ['UTC −5', -300],
  ['+0530', 330],
  ['+1', 60],
  ['+99', null],
  ['-', null],
  ['GMT', null],
  ['Berlin', null],
])('the offset “%s” is %s minutes', (typed, minutes) => expect(readOffset(typed)).toBe(minutes))
