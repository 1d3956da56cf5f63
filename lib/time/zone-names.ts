import { offsetMs } from './zone.ts'

/** Zones that browsers still list under a name that is not today's. Both mean the same zone. */
const todaysNames: Record<string, string> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Godthab': 'America/Nuuk',
  'Asia/Ashkhabad': 'Asia/Ashgabat',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Dacca': 'Asia/Dhaka',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Macao': 'Asia/Macau',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Asia/Thimbu': 'Asia/Thimphu',
  'Asia/Ujung_Pandang': 'Asia/Makassar',
  'Asia/Ulan_Bator': 'Asia/Ulaanbaatar',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

/** A zone under today's name, which Node and browsers understand as well: `Asia/Kolkata` for `Asia/Calcutta`. */
export function todaysZone(zone: string): string {
  return todaysNames[zone] ?? zone
}

/** `America/New York`, `Asia/Kolkata`: as people read it. */
export function zoneName(zone: string): string {
  return todaysZone(zone).replaceAll('_', ' ')
}

/** Whether both are the same zone, whatever it was called when they were written down. */
export function isSameZone(one: string, other: string): boolean {
  return todaysZone(one) === todaysZone(other)
}

/** What a zone was called before, for those who look for that. */
export function formerNames(zone: string): string[] {
  return Object.keys(todaysNames).filter((former) => todaysNames[former] === todaysZone(zone))
}

/** All zones under today's names. */
export function allZones(): string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone').map(todaysZone)])]
}

/** `GMT+5:30`, `GMT−5`, `GMT`: how far its clocks are ahead at an instant. */
export function offsetText(at: Date, zone: string): string {
  const minutes = Math.round(offsetMs(at, zone) / 60_000)
  if (minutes === 0) return 'GMT'
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `GMT${minutes < 0 ? '−' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`
}

/** `GMT+5:30`, `utc-5`, `+0530` as minutes ahead; null: it is something else. */
export function readOffset(typed: string): number | null {
  const match = /^(?:(?:gmt|utc) ?)?([+−–-]) ?(\d{1,2})(?::?([0-5]\d))?$/i.exec(typed.trim())
  if (!match) return null
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  return minutes > 14 * 60 ? null : match[1] === '+' ? minutes : -minutes
}
