import { type Part, partOf, words } from './sentence-part.ts'
import { hourWord, monthWord, numberOf } from './sentence-words.ts'
import { endsOf, germanAm, halfSuffix, readSpoken, spokenTime } from './spoken-time.ts'

/** Minutes of the day, 1440 for `24:00`; `end` null: only a start is given. */
export type ClockPart = Part & {
  start: number
  end: number | null
  /** Nothing but a time is written like this. */
  isClear: boolean
  saysAt: boolean
  /** `clear`: `10:00`; `word`: `noon`; `hours`: `14h30`, which may be a length; `bare`: `10`. */
  kind: Kind
  /** An hour that people say for the afternoon as well: `3`, `3 Uhr`, `halb 3`. */
  isVague: boolean
  /** The same, but only where people use a 12-hour clock: `3:30`. */
  isVagueByHabit: boolean
  /** `midnight`: of a day, that is either of two. */
  isMidnight: boolean
  /** Another start these words may mean; null: none. */
  orElse: number | null
}

type Kind = 'clear' | 'word' | 'hours' | 'bare'
type Half = 'am' | 'pm'
type Time = {
  minute: number
  kind: Kind
  half: Half | null
  hasMinutes: boolean
  isPadded: boolean
  isMidnight: boolean
  orElse: number | null
}

const noon = 720
const unit =
  '(?:h|hrs?|hours?|m|mins?|minutes?|minuten?|std|stunden?|days?|tage?n?|weeks?|wochen?|months?|monate?n?|years?|jahre?n?)\\b'
const named = '(?:(?:12(?::00|pm)?|twelve|zwölf) )?(?:noon|midday|midnight|mittags?|mitternacht)'
const digits = `(?:\\d{1,2}(?:[:.h]\\d{2})?|${hourWord})(?:(?:(?<=\\d)|(?= ))${halfSuffix}| ?(?:o['’]clock|uhr(?: \\d{2}(?! ?${unit}))?)|(?<=:\\d{2}) ?(?:hrs|hours)|(?<=\\d)(?:[ap]| ?h))?`
const time = `${named}|${spokenTime}|${digits}`
const from = '(?:at|um|ab|gegen|around|from|von|between|zwischen) |@ ?'
const between = ' ?(?:[-–—]|[-=]>|→) ?| (?:to|until|till?|’till?|through|thru|bis|and|und) '
const clocks = words(`(${from})?(${time})(?:(${between})(${time}))?(?! ?(?!(?<=:\\d{2} )hr\\b)${unit})`)

/** Every time of day a sentence could mean, alone or `from–to`, in order. */
export function clocksIn(text: string): ClockPart[] {
  return [...text.matchAll(clocks)].flatMap((match) => {
    const [, at, first = '', joint = '', second] = match
    const isPair = /and|und/i.test(joint)
    // `10:00 and 11:00` are two times, `between 10 and 11` is one.
    if (isPair && !/^(?:between|zwischen)/i.test(at ?? '')) return rereadPair(match)
    // `Dec 14 - 10:00` is a day and a time.
    if (second && isDayOfMonth(text, match)) return rereadPair(match).filter(({ isClear }) => isClear)
    const read = readRange(first, second)
    // `one`, `eine`: a time only after `at`.
    if (!read || (read.kind === 'bare' && !/\d/.test(first) && !at)) return []
    const isGerman = germanAm.test(text.slice(partOf(match).to))
    const part = { ...partOf(match), ...read, saysAt: at !== undefined || isGerman }
    const ends = second === undefined ? endsOf(first) : null
    const range = ends && readRange(...ends)
    return range
      ? [
          { ...part, kind: range.kind, isClear: range.isClear },
          { ...part, ...range },
        ]
      : [part]
  })
}

const monthBefore = new RegExp(`(?<!\\d(?:st|nd|rd|th|\\.)? ?)\\b${monthWord}\\.? $`, 'i')

function isDayOfMonth(text: string, { index = 0, 1: at, 2: first = '', 4: second = '' }: RegExpMatchArray): boolean {
  return !at && /^\d{1,2}$/.test(first) && /:|m$|uhr/i.test(second) && monthBefore.test(text.slice(0, index))
}

function rereadPair(match: RegExpMatchArray): ClockPart[] {
  const [whole, at = '', first = '', joint = ''] = match
  const start = match.index ?? 0
  const later = at.length + first.length + joint.length
  const moved = (parts: ClockPart[], by: number) =>
    parts.map((part) => ({ ...part, from: part.from + by, to: part.to + by }))
  return [...moved(clocksIn(at + first), start), ...moved(clocksIn(whole.slice(later)), start + later)]
}

function readRange(first: string, second: string | undefined): Omit<ClockPart, keyof Part | 'saysAt'> | null {
  const [own, ownEnd] = [readTime(first), second === undefined ? null : readTime(second)]
  // `2–3pm` is in the afternoon, `11–1pm` starts before noon; `9pm–6am` says both.
  const start = readTime(first, ownEnd?.half)
  const end = second === undefined ? null : readTime(second, own?.half)
  if (!own || !start || (second !== undefined && !end)) return null
  const isClear = own.kind === 'clear' || ownEnd?.kind === 'clear'
  const saysOne = (own.half === null) !== ((ownEnd?.half ?? null) === null)
  const times = rangeOf(start, end, own.half !== null, saysOne)
  if (times.start < 0 || (times.end !== null && times.end <= times.start && !isClear)) return null
  const isEarly = times.start >= 60 && times.start < 420 && !start.half && !start.isPadded
  return {
    ...times,
    kind: isClear ? 'clear' : own.kind,
    isClear,
    isVague: isEarly && !start.hasMinutes,
    isVagueByHabit: isEarly && start.hasMinutes,
    isMidnight: start.isMidnight && end === null,
    orElse: (end ?? start).orElse,
  }
}

function rangeOf(
  start: Time,
  end: Time | null,
  saysStart: boolean,
  saysOne: boolean,
): { start: number; end: number | null } {
  if (!end) return { start: start.minute, end: null }
  if (isWorkday(start, end)) return { start: start.minute, end: end.minute + noon }
  if (end.minute > start.minute || !saysOne) return { start: start.minute, end: end.minute === 0 ? 1_440 : end.minute }
  // `20 to 5pm` is no range.
  if (start.half === null && !saysStart && start.minute > noon) return { start: -1, end: null }
  return saysStart ? { start: start.minute, end: end.minute + noon } : { start: start.minute - noon, end: end.minute }
}

/** `9 to 5`, as people say it of a day's work. */
function isWorkday(start: Time, end: Time): boolean {
  const isBare = [start, end].every(({ kind, half, isPadded }) => kind === 'bare' && half === null && !isPadded)
  return isBare && start.minute >= 420 && start.minute <= noon && end.minute > 0 && end.minute <= start.minute
}

/** `borrowed`: what the other end of the range says, if this one says nothing. */
function readTime(text: string, borrowed: Half | null = null): Time | null {
  const said = text.toLowerCase()
  const spoken = isSpoken.test(said) ? readSpoken(said, borrowed) : null
  if (spoken) return { ...plain, ...spoken }
  return readNamed(said) ?? readDigits(said, borrowed)
}

const isSpoken = new RegExp(`^(?:${spokenTime.replace('(?<=(?:at|um|ab|gegen|@) ?)', '')})$`)
const plain = { half: null, hasMinutes: false, isPadded: false, isMidnight: false, orElse: null }

function readNamed(said: string): Time | null {
  if (!new RegExp(`^${named}$`).test(said)) return null
  const isMidnight = /midnight|nacht/.test(said)
  return { ...plain, minute: isMidnight ? 0 : noon, kind: 'word', isMidnight }
}

function readDigits(said: string, borrowed: Half | null): Time | null {
  const match =
    /^(\d{1,2}|[a-zäöüß]+?)(?:([:.h])(\d{2}))? ?(am|pm|[ap]\.m\.|[ap]|o['’]clock|uhr|hrs|hours|h)?(?: (\d{2}))?$/.exec(
      said,
    )
  if (!match) return null
  const [, hour = '', mark, minute, suffix = '', afterUhr] = match
  const own = /^([ap])(?:\.?m|$)/.exec(suffix)?.[1]
  const half = own ? (own === 'a' ? 'am' : 'pm') : null
  const [hours, minutes] = [numberOf(hour), Number(minute ?? afterUhr ?? 0)]
  const borrows = half === null && borrowed !== null && hours >= 1 && hours <= 12
  const said12 = half ?? (borrows ? borrowed : null)
  const at = minuteOfDay(hours, minutes, said12)
  if (at === null || (hours === 24 && mark !== ':' && suffix !== 'uhr')) return null
  const isHours = mark === 'h' || suffix === 'h'
  // `10a` may be a room.
  const isSaid = half !== null && suffix.length > 1
  const kind =
    isSaid || mark === ':' || suffix === 'uhr' ? 'clear' : suffix.startsWith('o') ? 'word' : isHours ? 'hours' : 'bare'
  const hasMinutes = minute !== undefined || afterUhr !== undefined
  return { minute: at, kind, half: said12, hasMinutes, isPadded: hour.startsWith('0'), isMidnight: false, orElse: null }
}

function minuteOfDay(hours: number, minutes: number, half: Half | null): number | null {
  if (!Number.isInteger(hours) || minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return null
  if (!half) return hours * 60 + minutes
  if (hours < 1 || hours > 12) return null
  return (hours % 12) * 60 + minutes + (half === 'pm' ? noon : 0)
}
