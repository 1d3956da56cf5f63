import { zoneLabel } from '#lib/time/format.ts'
import { instantsOf } from '#lib/time/local.ts'
import { firstOfEach, isBeside, overlaps, type Part, partOf, words } from '#lib/time/words/sentence-part.ts'
import { isZone, offsetMs } from '#lib/time/zone.ts'
import { allZones, zoneName } from '#lib/time/zone-names.ts'
import { type NamedZone, namedZones, zoneShorts } from '#lib/time/zone-shorts.ts'
import type { Here } from './here.ts'
import {
  cityAlone,
  cityTime,
  cityZeit,
  countries,
  otherZeit,
  unknownShort,
  unknownTime,
  zoneOfCity,
} from './sentence-places.ts'

export type ZonePart = Part & {
  said: string
  zones: NamedZone[]
  /**
   * What else it could be: `loose` words count only right after a time, and there a `small` one, `ast`, is asked about;
   * `word`: the same, unless another word follows; `unknown`: it looks like a name Foyer doesn't know; `place`: a city.
   */
  kind: 'sure' | 'short' | 'loose' | 'small' | 'word' | 'unknown' | 'place'
}

const minuteMs = 60_000
/** Zones by the name of their part of a country: `3pm Eastern`, `3pm Pacific time`. */
const zoneWords: Record<string, string> = {
  eastern: 'America/New_York',
  central: 'America/Chicago',
  mountain: 'America/Denver',
  pacific: 'America/Los_Angeles',
}
const names = zoneShorts.map(({ name }) => name)
const alsoWords = new Set(zoneShorts.flatMap(({ name, isWord }) => (isWord ? [name] : [])))
/** Written small, these are words. */
const onlyCapitals = new Set(['Z', 'ET', 'CT', 'MT', 'PT', 'IST', 'WEST', 'WET', 'AET', ...alsoWords])
const smallNames = names.filter((name) => !onlyCapitals.has(name)).map((name) => name.toLowerCase())
/** Those of them with which the name of a meeting begins: `10:00 cat video`. */
const realWords = new Set(['cat', 'eat', 'et', 'ist', 'wet', 'west'])
/** As pages write them: `America/New York`. */
const spacedNames = new Map(
  allZones().flatMap((zone) => (zone.includes('_') ? [[zoneName(zone).toLowerCase(), zone] as const] : [])),
)
const regions = ['Europe', 'America', 'Asia', 'Africa', 'Australia', 'Pacific', 'Atlantic', 'Indian']

/** Right after a time these say a zone; which, Foyer can't tell. */
const unknown: Omit<ZonePart, keyof Part | 'said'> = { zones: [], kind: 'loose' }

const patterns: [RegExp, (match: RegExpMatchArray) => Omit<ZonePart, keyof Part | 'said'> | null][] = [
  [words('(?:UTC|GMT) ?([+\\-−–])(\\d{1,2})(?::?(\\d{2})|[.,](\\d{1,2}))?'), readOffset],
  [words('Zulu'), () => ({ ...sure('UTC'), kind: 'loose' })],
  [
    words(names.join('|'), 'g'),
    ([name]) => ({ zones: namedZones(name), kind: alsoWords.has(name) ? 'loose' : name.length < 3 ? 'short' : 'sure' }),
  ],
  [words(smallNames.join('|'), 'g'), ([name]) => ({ zones: namedZones(name), kind: 'loose' })],
  [
    words([...onlyCapitals].map((name) => name.toLowerCase()).join('|'), 'g'),
    ([name]) => ({ zones: namedZones(name), kind: realWords.has(name) ? 'word' : 'small' }),
  ],
  [words(`(${Object.keys(zoneWords).join('|')})( time)?`), readRegion],
  [words([...spacedNames.keys()].join('|')), ([name]) => sure(spacedNames.get(name.toLowerCase()) ?? name)],
  [words('[A-Z][A-Za-z]+(?:/[A-Za-z_+-]+)+', 'g'), ([zone]) => (isZone(zone) ? sure(zone) : null)],
  [words("(?:in |at )?([A-Z][\\p{L}.'-]+(?: [A-Z][\\p{L}.'-]+)*) time", 'gu'), ([, city = '']) => cityZone(city)],
  [cityTime, ([, city = '']) => cityZone(city)],
  [cityZeit, ([, city = '']) => cityZone(city)],
  [otherZeit, () => unknown],
  [words('(?:in )?(?:local|your|their|our|his|her|my) time|ortszeit'), () => unknown],
  [words('([+\\-−])(\\d{2}):?(\\d{2})'), (match) => ({ ...(readOffset(match) ?? unknown), kind: 'loose' })],
  [unknownTime, () => ({ zones: [], kind: 'unknown' })],
  [countries, () => ({ zones: [], kind: 'unknown' })],
  [unknownShort, () => ({ zones: [], kind: 'unknown' })],
  [cityAlone, ([, city = '']) => ({ ...cityZone(city), kind: 'place' })],
]

/** Every zone a sentence could name, beside its time. */
export function zonesIn(text: string, clock: Part): ZonePart[] {
  const found = patterns.flatMap(([pattern, read]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const zone = read(match)
      return zone ? [{ ...partOf(match), said: match[0], ...zone }] : []
    }),
  )
  const isRightAfter = (zone: ZonePart) => zone.from >= clock.to && isBeside(text, clock, zone)
  const isPossible = (zone: ZonePart) => (isSmall(zone) ? isRightAfter(zone) : !isGuess(zone) || zone.from >= clock.to)
  return firstOfEach(found.filter((zone) => !overlaps(zone, clock) && isPossible(zone)))
}

/** Of the names that are words as well, or look like one: written small. */
export function isSmall({ kind }: ZonePart): boolean {
  return kind === 'small' || kind === 'word'
}

/** Whether it may be no zone at all. */
export function isGuess({ kind }: ZonePart): boolean {
  return kind === 'unknown' || kind === 'place'
}

/**
 * The one that is meant: the reader's own if its clocks go by that name, which Foyer then shows for them. Of several else
 * the one like theirs, in America America's, or the one of their language's country; null: it can't be known.
 */
export function meantZone({ zones, said }: ZonePart, here: Here): NamedZone | null {
  const year = here.now.getUTCFullYear()
  // Of this year and the next: countries change their minds.
  const seasons = [0, 6, 12, 18].map((month) => Date.UTC(year, month, 1))
  const isEverywhere = zones.length === 1 && zones[0]?.zone === 'UTC'
  const season = seasons.find((at) => zoneLabel(new Date(at), here.zone) === said.toUpperCase())
  if (season !== undefined && !isEverywhere) return { zone: here.zone, offset: offsetMs(season, here.zone) / minuteMs }
  const isFrom = (countries?: readonly string[]) => here.country !== null && countries?.includes(here.country)
  const meant = zones.filter(({ only, countries }) => !only || only.includes(here.zone) || isFrom(countries))
  if (meant.length === 1) return meant[0] ?? null
  const isAlike = ({ zone }: NamedZone) => seasons.every((at) => offsetMs(at, zone) === offsetMs(at, here.zone))
  const inAmerica = (zone: string) => zone.startsWith('America/')
  return (
    meant.find(isAlike) ??
    meant.find(({ zone }) => inAmerica(zone) && inAmerica(here.zone)) ??
    meant.find(({ countries }) => isFrom(countries)) ??
    null
  )
}

/** The instants at which that zone's clocks show a time; none where they don't, or the name isn't that day's. */
export function instantsIn({ zone, offset }: NamedZone, day: string, time: string): string[] {
  const found = instantsOf(day, time, zone)
  return offset === null ? found : found.filter((at) => offsetMs(Date.parse(at), zone) === offset * minuteMs)
}

function sure(zone: string): Omit<ZonePart, keyof Part | 'said'> {
  return { zones: [{ zone, offset: null }], kind: 'sure' }
}

/** `Etc/GMT-2` is two hours ahead. Others than whole hours have no such name. */
function readOffset([, sign, hours, inDigits, part]: RegExpMatchArray): Omit<ZonePart, keyof Part | 'said'> | null {
  const isWest = sign !== '+'
  const minutes = inDigits ?? String(Math.round(Number(`0.${part ?? 0}`) * 60)).padStart(2, '0')
  const zone =
    minutes === '00'
      ? Number(hours) === 0
        ? 'UTC'
        : `Etc/GMT${isWest ? '+' : '-'}${Number(hours)}`
      : `${isWest ? '-' : '+'}${hours?.padStart(2, '0')}:${minutes}`
  return isZone(zone) ? sure(zone) : null
}

function readRegion([, region = '', time]: RegExpMatchArray): Omit<ZonePart, keyof Part | 'said'> {
  return { zones: [{ zone: zoneWords[region.toLowerCase()] ?? '', offset: null }], kind: time ? 'sure' : 'loose' }
}

function cityZone(city: string): Omit<ZonePart, keyof Part | 'said'> {
  const found = zoneOfCity(city) ?? regions.map((region) => `${region}/${city.replaceAll(' ', '_')}`).find(isZone)
  return found ? sure(found) : unknown
}
