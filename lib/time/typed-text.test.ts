import { afterEach, describe, expect, test, vi } from 'vitest'
import { formatShortDay } from './format-date.ts'
import { firstWeekday } from './reader-dates.ts'
import { readDayText, readTimeText } from './typed-text.ts'

afterEach(() => vi.unstubAllGlobals())

function browserOf(language: string): void {
  vi.stubGlobal('document', {})
  vi.stubGlobal('navigator', { language })
}

describe('one typed time', () => {
  test.each([
    ['14:30', '14:30'],
    ['1430', '14:30'],
    ['930', '09:30'],
    ['0930', '09:30'],
    ['9', '09:00'],
    ['9.30', '09:30'],
    ['14h30', '14:30'],
    ['19h', '19:00'],
    ['9:30pm', '21:30'],
    ['9:30 PM', '21:30'],
    ['9:30\u00a0p.m.', '21:30'],
    ['9p', '21:00'],
    ['12 am', '00:00'],
    ['12pm', '12:00'],
    ['00:15', '00:15'],
    ['noon', '12:00'],
    ['halb drei', '02:30'],
    ['quarter to 5pm', '16:45'],
    ['ten thirty', '10:30'],
    ['zehn Uhr dreißig', '10:30'],
    ['', null],
    ['25', null],
    ['9:75', null],
    ['13pm', null],
    ['9:3', null],
    ['soon', null],
  ])('“%s” is %s', (typed, time) => expect(readTimeText(typed)).toBe(time))

  test.each([
    ['2:30', '14:30'],
    ['9:30', '09:30'],
    ['12', '12:00'],
    ['02:30', '02:30'],
    ['14:30', '14:30'],
    ['2:30am', '02:30'],
  ])('“%s” of somebody with 12 hours is %s', (typed, time) => {
    browserOf('en-US')
    expect(readTimeText(typed)).toBe(time)
  })
})

describe('one typed day', () => {
  const today = '2026-11-24'

  test.each([
    ['2026-12-01', '2026-12-01'],
    ['2026-12-1', '2026-12-01'],
    ['3-Dec', '2026-12-03'],
    ['Dec-3-26', '2026-12-03'],
    ["Dec 3 '26", '2026-12-03'],
    ['Dec 28-30', null],
    ['28 Dec-30', null],
    ['3.Dezember', '2026-12-03'],
    ['Fri.', '2026-11-27'],
    ['24.11.', '2026-11-24'],
    ['24.11', '2026-11-24'],
    ['23.11.', '2026-11-23'],
    ['23 Nov', '2026-11-23'],
    ['23.8.', '2027-08-23'],
    ['tomorrow', '2026-11-25'],
    ['next Friday', '2026-12-04'],
    ['Di 24.11.2026', '2026-11-24'],
    ['Mon 24 Nov 2026', null],
    ['Fri or Mon', null],
    ['1.12.2027', '2027-12-01'],
    ['1/12', '2026-12-01'],
    ['01/12/27', '2027-12-01'],
    ['24 Nov', '2026-11-24'],
    ['Tue 24 Nov 2026', '2026-11-24'],
    ['1st of December', '2026-12-01'],
    ['December 1, 2026', '2026-12-01'],
    ['29 Feb', null],
    ['29 Feb 2028', '2028-02-29'],
    ['30 Feb', null],
    ['31.11.', null],
    ['24.13.', null],
    ['45 dec', null],
    ['0 dec', null],
    ['2026-13-24', null],
    ['31.4.2027', null],
    ['2026-02-30', null],
    ['someday', null],
    ['', null],
  ])('“%s” is %s', (typed, day) => expect(readDayText(typed, today)).toBe(day))

  test.each([
    ['en-US', '12/1', '2026-12-01'],
    ['en-US', '1.12.', '2026-12-01'],
    ['en-IN', '1/12', '2026-12-01'],
    ['de-DE', '1.12.', '2026-12-01'],
  ])('in %s “%s” is %s', (language, typed, day) => {
    browserOf(language)
    expect(readDayText(typed, today)).toBe(day)
  })

  test('what the field shows can be typed', () => {
    expect(formatShortDay('2026-12-01')).toBe('Tue 1 Dec 2026')
    expect(readDayText(formatShortDay('2026-12-01'), today)).toBe('2026-12-01')
  })
})

test.each([
  ['en-US', 6],
  ['en-IN', 6],
  ['de-DE', 0],
  ['en-GB', 0],
  ['ar', 5],
])('in %s a week begins on day %s', (language, day) => {
  browserOf(language)
  expect(firstWeekday()).toBe(day)
})
