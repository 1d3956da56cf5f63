/**
 * What a short name says: where, and how many minutes its clocks are ahead of UTC; null: as that zone has it then.
 * `countries`: whose people mean this one by a name that others use as well. `only`: nobody means it but they, and who is
 * in one of these zones.
 */
export type NamedZone = {
  zone: string
  offset: number | null
  countries?: readonly string[]
  only?: readonly string[] | null
}

type Shorts = {
  names: Record<string, number | null>
  /** Where they are used, the best known place first. */
  zones: readonly [string, ...string[]]
  countries?: readonly string[]
  /** Who is neither from nor in these places means the better known one: `EST` is New York’s, except in Australia. */
  isOnlyTheirs?: true
  /** They are words or other short names as well: `GST review`. */
  isWord?: true
}

/** Every short name that Foyer shows or reads, English and German. */
const shorts: readonly Shorts[] = [
  { names: { UTC: 0, Z: 0 }, zones: ['UTC'] },
  { names: { GMT: 0 }, zones: ['UTC', 'Europe/London', 'Africa/Accra'] },
  { names: { ET: null, EST: -300, EDT: -240 }, zones: ['America/New_York', 'America/Toronto'] },
  {
    names: { CT: null, CST: -360, CDT: -300 },
    zones: ['America/Chicago', 'America/Winnipeg'],
    countries: ['US', 'CA', 'MX'],
  },
  { names: { CST: 480 }, zones: ['Asia/Shanghai', 'Asia/Taipei'], countries: ['CN', 'TW'] },
  { names: { CST: -300, CDT: -240 }, zones: ['America/Havana'], countries: ['CU'], isOnlyTheirs: true },
  {
    names: { MT: null, MST: -420, MDT: -360 },
    zones: ['America/Denver', 'America/Phoenix', 'America/Edmonton'],
  },
  { names: { PT: null, PST: -480, PDT: -420 }, zones: ['America/Los_Angeles', 'America/Vancouver'] },
  { names: { PST: 480 }, zones: ['Asia/Manila'], countries: ['PH'], isOnlyTheirs: true },
  { names: { AKST: -540, AKDT: -480 }, zones: ['America/Anchorage'] },
  { names: { HST: -600 }, zones: ['Pacific/Honolulu'] },
  { names: { HAST: -600, HADT: -540 }, zones: ['America/Adak'] },
  {
    names: { AST: -240, ADT: -180 },
    zones: ['America/Halifax', 'America/Puerto_Rico'],
    countries: ['CA', 'US', 'PR', 'DO', 'TT', 'BB', 'BM'],
    isWord: true,
  },
  {
    names: { AST: 180 },
    zones: ['Asia/Riyadh', 'Asia/Kuwait', 'Asia/Bahrain', 'Asia/Qatar', 'Asia/Aden', 'Asia/Baghdad'],
    countries: ['SA', 'KW', 'BH', 'QA', 'YE', 'IQ'],
    isWord: true,
  },
  { names: { NST: -210, NDT: -150 }, zones: ['America/St_Johns'], isWord: true },
  { names: { PMST: -180, PMDT: -120 }, zones: ['America/Miquelon'] },
  { names: { BRT: -180, BRST: -120 }, zones: ['America/Sao_Paulo'] },
  { names: { WET: 0, WEST: 60, WEZ: 0, WESZ: 60 }, zones: ['Europe/Lisbon'] },
  { names: { BST: 60 }, zones: ['Europe/London'], countries: ['GB'] },
  { names: { BST: 360 }, zones: ['Asia/Dhaka'], countries: ['BD'] },
  {
    names: { CET: 60, CEST: 120, MEZ: 60, MESZ: 120 },
    zones: ['Europe/Berlin', 'Europe/Paris', 'Europe/Madrid', 'Europe/Rome', 'Europe/Vienna', 'Europe/Zurich'],
  },
  {
    names: { EET: 120, EEST: 180, OEZ: 120, OESZ: 180 },
    zones: ['Europe/Athens', 'Europe/Helsinki', 'Europe/Bucharest', 'Europe/Kyiv'],
  },
  { names: { MSK: 180 }, zones: ['Europe/Moscow'] },
  { names: { WAT: 60 }, zones: ['Africa/Lagos'], isWord: true },
  { names: { CAT: 120 }, zones: ['Africa/Harare', 'Africa/Maputo'], isWord: true },
  { names: { EAT: 180 }, zones: ['Africa/Nairobi'], isWord: true },
  { names: { SAST: 120 }, zones: ['Africa/Johannesburg'] },
  { names: { GST: 240 }, zones: ['Asia/Dubai'], isWord: true },
  { names: { PKT: 300 }, zones: ['Asia/Karachi'] },
  { names: { IST: 330 }, zones: ['Asia/Kolkata'], countries: ['IN'] },
  { names: { IST: 60 }, zones: ['Europe/Dublin'], countries: ['IE'] },
  { names: { IST: 120, IDT: 180 }, zones: ['Asia/Jerusalem'], countries: ['IL'] },
  { names: { SGT: 480 }, zones: ['Asia/Singapore'] },
  { names: { HKT: 480 }, zones: ['Asia/Hong_Kong'] },
  { names: { JST: 540 }, zones: ['Asia/Tokyo'] },
  { names: { KST: 540 }, zones: ['Asia/Seoul'] },
  { names: { AWST: 480 }, zones: ['Australia/Perth'] },
  { names: { ACWST: 525 }, zones: ['Australia/Eucla'] },
  { names: { ACST: 570, ACDT: 630 }, zones: ['Australia/Adelaide', 'Australia/Darwin'] },
  {
    names: { AET: null, AEST: 600, AEDT: 660 },
    zones: ['Australia/Sydney', 'Australia/Melbourne', 'Australia/Brisbane'],
  },
  {
    names: { EST: 600, EDT: 660 },
    zones: ['Australia/Sydney', 'Australia/Melbourne', 'Australia/Brisbane', 'Australia/Hobart'],
    countries: ['AU'],
    isOnlyTheirs: true,
  },
  { names: { CST: 570, CDT: 630 }, zones: ['Australia/Adelaide'], countries: ['AU'], isOnlyTheirs: true },
  { names: { LHST: 630, LHDT: 660 }, zones: ['Australia/Lord_Howe'] },
  { names: { NZST: 720, NZDT: 780 }, zones: ['Pacific/Auckland'] },
  { names: { CHAST: 765, CHADT: 825 }, zones: ['Pacific/Chatham'] },
  { names: { WIB: 420 }, zones: ['Asia/Jakarta'] },
  { names: { WITA: 480 }, zones: ['Asia/Makassar'] },
  { names: { PHT: 480 }, zones: ['Asia/Manila'] },
  { names: { MYT: 480 }, zones: ['Asia/Kuala_Lumpur'] },
  { names: { NPT: 345 }, zones: ['Asia/Kathmandu'], isWord: true },
  { names: { TRT: 180 }, zones: ['Europe/Istanbul'], isWord: true },
  { names: { AMT: -240 }, zones: ['America/Manaus'], countries: ['BR'], isWord: true },
  { names: { AMT: 240 }, zones: ['Asia/Yerevan'], countries: ['AM'], isWord: true },
]

/** All of them, and whether each is a word as well. */
export const zoneShorts: readonly { name: string; isWord: boolean }[] = [
  ...new Map(
    shorts.flatMap(({ names, isWord = false }) => Object.keys(names).map((name) => [name, { name, isWord }])),
  ).values(),
]

/** What a short name can mean: several, where it is used in several parts of the world. */
export function namedZones(short: string): NamedZone[] {
  return called(short).map(({ names, zones, countries = [], isOnlyTheirs }) => ({
    zone: zones[0],
    offset: names[short.toUpperCase()] ?? null,
    countries,
    only: isOnlyTheirs ? zones : null,
  }))
}

/** Where a short name like `EST` is used, the best known place first; none for anything else. */
export function zonesCalled(short: string): readonly string[] {
  return [...new Set(called(short.trim()).flatMap(({ zones }) => zones))].filter((zone) => zone !== 'UTC')
}

function called(short: string): Shorts[] {
  return shorts.filter(({ names }) => Object.hasOwn(names, short.toUpperCase()))
}
