import { words } from '#lib/time/words/sentence-part.ts'
import { allZones, zoneName } from '#lib/time/zone-names.ts'

/** Places and unknown names after a time, whose clocks may be meant: `3pm in New York`, `10:00 ICT`, `10 Uhr Londoner Zeit`. */

/** Cities that are words or people's names as well: places only after `in`. */
const alsoWords =
  'Aden|Beulah|Canary|Center|Chatham|Christmas|Darwin|Dawson|Easter|Jersey|Knox|Mahe|Male|Marengo|Mendoza|Midway|Oral|Regina|Resolute|Reunion|Samara|Sofia|Stanley|Wake'
/** Zones by their city as people write it. */
const cities = new Map(
  allZones().flatMap((zone) => {
    const city = zoneName(zone).split('/').at(-1) ?? ''
    return zone.includes('/') && !/^(?:Etc|Antarctica)\//.test(zone) ? [[city, zone] as const] : []
  }),
)
const bySmall = new Map([...cities].map(([city, zone]) => [city.toLowerCase(), zone]))
const anyCity = [...cities.keys()].toSorted((a, b) => b.length - a.length).join('|')

/** `london time` */
export const cityTime = words(`(?:in |at )?(${anyCity}) time`)
/** `3pm (London)` */
export const cityAlone = words(`(?:in |(?!(?:${alsoWords})\\b))(${anyCity})`, 'g')
/** `Londoner Zeit`; of others only that they are a zone. */
export const cityZeit = words(
  '(?:nach |in )?(?!Uhr )(\\p{Lu}[\\p{L}-]+(?: \\p{Lu}[\\p{L}-]+)*)er (?:Zeit|Ortszeit|Normalzeit|Sommerzeit|Winterzeit)',
  'gu',
)
export const otherZeit = words(
  '(?:nach |in )?(?:\\p{L}+sche[rn]?|lokale[rn]?|hiesige[rn]?|dortige[rn]?) zeit|(?:sommer|winter|normal)zeit',
  'giu',
)

/** No zones: `10:00 story time`. */
const noZones =
  'a|the|in|on|first|second|last|next|this|that|same|some|any|no|all|full|part|half|real|run|real-?life|lead|down|over|free|big|good|long|short|short-?term|question|story|tea|coffee|lunch|dinner|breakfast|party|snack|bath|bed|nap|play|circle|quiet|quality|focus|team|family|screen|me|face|deep|prep|travel|show|game|crunch|swim|reading|craft|happy|response|cycle|working|business|office|opening|closing|air|prime|peak|own|each|every|more|less|spare|sick|flex|response|reaction|execution|build|boot|up'
/** `boston time` */
export const unknownTime = words(`(?!(?:${noZones}) )\\p{Ll}[\\p{L}.'-]+ time`, 'gu')
/** What names of zones look like, and names of other things don't. */
const noShorts =
  'UAT|FAT|SIT|OAT|VAT|SWOT|NFT|GPT|IOT|IIOT|EBIT|BIT|GIT|JIT|KIT|NET|REST|TEST|LIST|COST|EXIT|CERT|CHAT|MEET|POST|NEXT|BEST|NIST|MQTT'
export const unknownShort = words(
  `(?!(?:${noShorts})\\b(?!/))[A-Z]{2,4}T|[A-Z]{1,4}T/[A-Z]{1,4}T|ChST|(?:U\\.S\\. )?(?:Eastern|Central|Mountain|Pacific)|U\\.S\\.`,
  'g',
)
/** Countries by whose clocks people say a time; many have several. */
export const countries = words(
  '(?:in )?(?:the )?(?:UK|US|USA|EU|UAE|England|Scotland|Ireland|Britain|Germany|France|Spain|Italy|Austria|Switzerland|Poland|Portugal|Turkey|India|China|Japan|Korea|Australia|Canada|Mexico|Brazil|Israel|Deutschland|Österreich|Schweiz|Frankreich|Indien|Japan|Kanada|Australien|Brasilien)',
  'g',
)

export function zoneOfCity(city: string): string | null {
  return bySmall.get(city.toLowerCase()) ?? null
}
