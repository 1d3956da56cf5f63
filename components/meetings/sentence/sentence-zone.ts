import { instantsOf } from '#lib/time/local.ts'
import { firstOfEach, type Part, partOf, words } from '#lib/time/words/sentence-part.ts'
import { isZone, offsetMs } from '#lib/time/zone.ts'
import { type NamedZone, zoneNames, zoneWords } from './spoken-zones.ts'

export type ZonePart = Part & {
  said: string
  zones: NamedZone[]
  /** What else it could be: `loose` words count only right after a time. */
  kind: 'sure' | 'short' | 'loose'
}

const minuteMs = 60_000
const names = Object.keys(zoneNames).filter((name) => name !== 'Z')
/** Written small, these are words. */
const onlyCapitals = new Set(['ET', 'CT', 'MT', 'PT', 'IST', 'WEST', 'WET', 'AET'])
const smallNames = names.filter((name) => !onlyCapitals.has(name)).map((name) => name.toLowerCase())
const regions = ['Europe', 'America', 'Asia', 'Africa', 'Australia', 'Pacific', 'Atlantic', 'Indian']

/** Right after a time these say a zone; which, Foyer can't tell. */
const unknown: Omit<ZonePart, keyof Part | 'said'> = { zones: [], kind: 'loose' }

const patterns: [RegExp, (match: RegExpMatchArray) => Omit<ZonePart, keyof Part | 'said'> | null][] = [
  [words('(?:UTC|GMT) ?([+\\-−–])(\\d{1,2})(?::?(\\d{2}))?'), readOffset],
  [
    words(`${names.join('|')}|Z`, 'g'),
    ([name]) => ({ zones: zoneNames[name] ?? [], kind: name.length < 3 ? 'short' : 'sure' }),
  ],
  [words(smallNames.join('|'), 'g'), ([name]) => ({ zones: zoneNames[name.toUpperCase()] ?? [], kind: 'loose' })],
  [words(`(${Object.keys(zoneWords).join('|')})( time)?`), readRegion],
  [words('[A-Z][A-Za-z]+(?:/[A-Za-z_+-]+)+', 'g'), ([zone]) => (isZone(zone) ? sure(zone) : null)],
  [words("([A-Z][\\p{L}.'-]+(?: [A-Z][\\p{L}.'-]+)*) time", 'gu'), ([, city = '']) => cityZone(city)],
  [words('(?:local|your|their|our|his|her|my) time|ortszeit'), () => unknown],
  [words('([+\\-−])(\\d{2}):?(\\d{2})'), (match) => ({ ...(readOffset(match) ?? unknown), kind: 'loose' })],
]

/** Every zone a sentence could name. */
export function zonesIn(text: string): ZonePart[] {
  const found = patterns.flatMap(([pattern, read]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const zone = read(match)
      return zone ? [{ ...partOf(match), said: match[0], ...zone }] : []
    }),
  )
  return firstOfEach(found)
}

/** The one that is meant: of several, the reader's own, and in America America's; null: it can't be known. */
export function meantZone({ zones }: ZonePart, ownZone: string, now: Date): NamedZone | null {
  if (zones.length === 1) return zones[0] ?? null
  const year = now.getUTCFullYear()
  const own = [0, 6].map((month) => offsetMs(Date.UTC(year, month, 1), ownZone) / minuteMs)
  const isOwn = ({ zone }: NamedZone) =>
    [0, 6].every((month, at) => offsetMs(Date.UTC(year, month, 1), zone) / minuteMs === own[at])
  const inAmerica = (zone: string) => zone.startsWith('America/')
  return zones.find(isOwn) ?? zones.find(({ zone }) => inAmerica(zone) && inAmerica(ownZone)) ?? null
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
function readOffset([, sign, hours, minutes = '00']: RegExpMatchArray): Omit<ZonePart, keyof Part | 'said'> | null {
  const isWest = sign !== '+'
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
  const found = regions.map((region) => `${region}/${city.replaceAll(' ', '_')}`).find(isZone)
  return found ? sure(found) : unknown
}
