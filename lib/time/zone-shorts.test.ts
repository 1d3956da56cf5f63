import { describe, expect, test } from 'vitest'
import { zoneLabel } from './format.ts'
import { offsetMs } from './zone.ts'
import { allZones } from './zone-names.ts'
import { namedZones, zoneShorts, zonesCalled } from './zone-shorts.ts'

test.each([
  ['est', 'America/New_York'],
  ['IST', 'Asia/Kolkata'],
  ['Cest', 'Europe/Berlin'],
  ['GMT', 'Europe/London'],
  ['xyz', undefined],
  ['constructor', undefined],
])('“%s” is first of all %s', (short, zone) => expect(zonesCalled(short)[0]).toBe(zone))

test('every place of a short name is a zone', () => {
  for (const zone of zoneShorts.flatMap(({ name }) => zonesCalled(name))) expect(allZones()).toContain(zone)
})

/** The names that the time zone database and the languages' own lists have for several places, with their minutes ahead. */
test.each([
  ['CST', [-360, 480, -300, 570]],
  ['CDT', [-300, -240, 630]],
  ['EST', [-300, 600]],
  ['EDT', [-240, 660]],
  ['PST', [-480, 480]],
  ['AST', [-240, 180]],
  ['AMT', [-240, 240]],
  ['BST', [60, 360]],
  ['IST', [330, 60, 120]],
])('“%s” has a meaning in each of its places, and says whose each is', (name, offsets) => {
  const meanings = namedZones(name)
  expect(meanings.map(({ offset }) => offset)).toEqual(offsets)
  const better = meanings.filter(({ only }) => !only)
  for (const { countries } of better.length > 1 ? meanings : meanings.filter(({ only }) => only))
    expect(countries).not.toEqual([])
})

describe('names shown are names understood', () => {
  const seasons = ['2027-01-15T12:00:00Z', '2027-07-15T12:00:00Z'].map((at) => new Date(at))

  test('every short name that Foyer shows for a zone means clocks that are as far ahead', () => {
    const wrong = allZones().flatMap((zone) =>
      seasons.flatMap((at) => {
        const name = zoneLabel(at, zone)
        if (/^GMT[+-]/.test(name)) return []
        const isMeant = namedZones(name).some(({ offset }) => offset === offsetMs(at, zone) / 60_000)
        return isMeant ? [] : [`${name} in ${zone}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  test('a name says what its zone’s clocks show in one of the two halves of the year', () => {
    // Brazil has stopped changing its clocks, and people still say so.
    const former = ['BRST']
    const wrong = zoneShorts.flatMap(({ name }) =>
      namedZones(name).flatMap(({ zone, offset }) =>
        offset === null || former.includes(name) || seasons.some((at) => offsetMs(at, zone) === offset * 60_000)
          ? []
          : [`${name} in ${zone}`],
      ),
    )
    expect(wrong).toEqual([])
  })
})
