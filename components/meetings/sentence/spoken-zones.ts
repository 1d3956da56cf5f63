/** The zones that a short name can mean; `offset`: minutes ahead of UTC that it says, null: whatever that zone has then. */
export type NamedZone = { zone: string; offset: number | null }

const one = (zone: string, offset: number | null): NamedZone[] => [{ zone, offset }]

/** Short names as people write them, English and German. Several zones: only the reader's own can be meant. */
export const zoneNames: Record<string, NamedZone[]> = {
  UTC: one('UTC', 0),
  GMT: one('UTC', 0),
  Z: one('UTC', 0),
  ET: one('America/New_York', null),
  EST: one('America/New_York', -300),
  EDT: one('America/New_York', -240),
  CT: one('America/Chicago', null),
  CST: [
    { zone: 'America/Chicago', offset: -360 },
    { zone: 'Asia/Shanghai', offset: 480 },
  ],
  CDT: one('America/Chicago', -300),
  MT: one('America/Denver', null),
  MST: one('America/Denver', -420),
  MDT: one('America/Denver', -360),
  PT: one('America/Los_Angeles', null),
  PST: one('America/Los_Angeles', -480),
  PDT: one('America/Los_Angeles', -420),
  AKST: one('America/Anchorage', -540),
  AKDT: one('America/Anchorage', -480),
  HST: one('Pacific/Honolulu', -600),
  BRT: one('America/Sao_Paulo', -180),
  WET: one('Europe/Lisbon', 0),
  WEST: one('Europe/Lisbon', 60),
  BST: [
    { zone: 'Europe/London', offset: 60 },
    { zone: 'Asia/Dhaka', offset: 360 },
  ],
  CET: one('Europe/Berlin', 60),
  CEST: one('Europe/Berlin', 120),
  MEZ: one('Europe/Berlin', 60),
  MESZ: one('Europe/Berlin', 120),
  EET: one('Europe/Athens', 120),
  EEST: one('Europe/Athens', 180),
  OEZ: one('Europe/Athens', 120),
  OESZ: one('Europe/Athens', 180),
  MSK: one('Europe/Moscow', 180),
  IST: [
    { zone: 'Asia/Kolkata', offset: 330 },
    { zone: 'Asia/Jerusalem', offset: 120 },
    { zone: 'Europe/Dublin', offset: 60 },
  ],
  PKT: one('Asia/Karachi', 300),
  SGT: one('Asia/Singapore', 480),
  HKT: one('Asia/Hong_Kong', 480),
  JST: one('Asia/Tokyo', 540),
  KST: one('Asia/Seoul', 540),
  AWST: one('Australia/Perth', 480),
  AET: one('Australia/Sydney', null),
  AEST: one('Australia/Sydney', 600),
  AEDT: one('Australia/Sydney', 660),
  NZST: one('Pacific/Auckland', 720),
  NZDT: one('Pacific/Auckland', 780),
  SAST: one('Africa/Johannesburg', 120),
}

/** Zones by the name of their part of a country: `3pm Eastern`, `3pm Pacific time`. */
export const zoneWords: Record<string, string> = {
  eastern: 'America/New_York',
  central: 'America/Chicago',
  mountain: 'America/Denver',
  pacific: 'America/Los_Angeles',
}
