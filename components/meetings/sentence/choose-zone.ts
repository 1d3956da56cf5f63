import type { ClockPart } from '#lib/time/words/sentence-clock.ts'
import { isAttribute, type Part } from '#lib/time/words/sentence-part.ts'
import { offsetMs } from '#lib/time/zone.ts'
import type { NamedZone } from '#lib/time/zone-shorts.ts'
import type { Here } from './here.ts'
import { questions } from './sentence-questions.ts'
import { isGuess, isSmall, meantZone, type ZonePart } from './sentence-zone.ts'

type Found = { zones: ZonePart[]; group: Part[]; clock: ClockPart; all: Part[]; isDayRead: boolean; here: Here }

/** The zone a sentence says after its time; null: none. One elsewhere is a question, unless it is part of a name. */
export function chooseZone(
  text: string,
  { zones, group, clock, all, isDayRead, here }: Found,
): { zone: NamedZone & { said: string }; parts: ZonePart[] } | string | null {
  // Small letters are read as the reader's own zone only.
  const isLikely = (zone: ZonePart) =>
    !isSmall(zone) || (meantZone(zone, here)?.zone === here.zone && !isAttribute(text, zone, all))
  const isRead = (zone: ZonePart) => zone.from >= clock.to && group.includes(zone) && isLikely(zone) && !isGuess(zone)
  const read = zones.filter(isRead)
  const isAfterWords = /[\p{L}\p{N}\p{Co}]/u.test(text.slice(0, Math.min(...group.map(({ from }) => from))))
  const isOpen = (zone: ZonePart) => {
    const isName = isAttribute(text, zone, all)
    // `10:00 CT scan` and `Lunch 10:00 EST rollout` can be read both ways; `3pm EST call` hardly.
    if (isRead(zone)) return isName && (zone.kind !== 'sure' || isAfterWords)
    if (isGuess(zone)) return false
    if (isSmall(zone)) return zone.kind === 'small' || !isName
    return zone.kind !== 'loose' && zone.said !== 'Z' && !(isName && isDayRead)
  }
  if (zones.some(isOpen)) return questions.whichZone
  const [first] = read
  if (!first) {
    const isNear = (zone: ZonePart) => isGuess(zone) && group.includes(zone) && !isAttribute(text, zone, all)
    const guess = zones.find((zone) => isNear(zone) && !isHere(zone, here))
    return guess ? questionAbout(guess) : null
  }
  if (first.zones.length === 0) return questions.whichZone
  const zone = meantZone(first, here)
  if (!zone) return questions.zoneHasSeveral(first.said)
  const meant = read.map((part) => meantZone(part, here))
  if (meant.some((other) => other?.zone !== zone.zone || other.offset !== zone.offset)) return questions.whichZone
  return { zone: { ...zone, said: first.said }, parts: read }
}

/** Where the clocks show what the reader's do, nothing is to be asked. */
function isHere({ zones }: ZonePart, here: Here): boolean {
  return zones.some(({ zone }) => offsetMs(here.now, zone) === offsetMs(here.now, here.zone))
}

function questionAbout({ kind, said }: ZonePart): string {
  return kind === 'place'
    ? questions.zoneOfPlace(said.replace(/^in /, ''))
    : questions.zoneUnknown(said.replace(/^in (?:the )?/, ''))
}
