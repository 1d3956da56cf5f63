import type { MeetingKind } from '#lib/meetings/schema.ts'
import type { FoundPerson } from '#lib/people/schema.ts'
import { addDays, isDay } from '#lib/time/day.ts'
import { dayKey, timeKey } from '#lib/time/format.ts'
import type { Audio } from './guess-audio.ts'

export type Guest = { personId: string | null; email: string | null; name: string; required: boolean }
/** A group with its people as they were when it was chosen; `except`: ids of those left out. */
export type GuestGroup = {
  groupId: string
  name: string
  required: boolean
  except: string[]
  people: { personId: string; name: string }[]
}
/** What was typed and is nobody yet. `people`: whom it may mean; null: not looked up yet. */
export type UnclearGuest = { text: string; people: FoundPerson[] | null }
/** A day and a time as typed; `turn`: which of the two, when the clocks repeat it. */
export type LocalTime = { day: string; time: string; turn: 'first' | 'second' }

/** Everything in the form, as typed: kept in the browser until it is saved. */
export type FormValues = {
  subject: string
  kind: MeetingKind
  start: LocalTime
  /** Minutes; null: a custom `end`. */
  minutes: number | null
  end: LocalTime
  zone: string
  roomId: string | null
  audio: Audio
  passwordRequired: boolean
  coorganizers: string[]
  agenda: string
  /** Empty: the company default. */
  visibility: 'company' | 'group' | 'invited' | ''
  invited: Guest[]
  invitedGroups: GuestGroup[]
  unclear: UnclearGuest[]
  /** Typed into the people box, not added yet. */
  guestText: string
}

export const defaultMinutes = 30

const timeToFillIn = 60_000

/**
 * A new meeting: at the next full half hour that leaves time to fill in the form, or tomorrow morning if it is late in
 * the evening.
 */
export function newValues(now: Date, zone: string): FormValues {
  const halfHour = 1_800_000
  const next = new Date((Math.floor((now.getTime() + timeToFillIn) / halfHour) + 1) * halfHour)
  const isLate = timeKey(next, zone) >= '20:00' || dayKey(next, zone) !== dayKey(now, zone)
  const isEarly = timeKey(next, zone) < '07:00'
  const day = isLate ? addDays(dayKey(now, zone), 1) : dayKey(next, zone)
  const start: LocalTime = { day, time: isLate || isEarly ? '09:00' : timeKey(next, zone), turn: 'first' }
  return {
    subject: '',
    kind: 'scheduled',
    start,
    minutes: defaultMinutes,
    end: start,
    zone,
    roomId: null,
    audio: { way: 'Hybrid', own: '' },
    passwordRequired: false,
    coorganizers: [],
    agenda: '',
    visibility: '',
    invited: [],
    invitedGroups: [],
    unclear: [],
    guestText: '',
  }
}

/** The room it takes place in: only a meeting with a date can have one. */
export function roomOf({ kind, roomId }: FormValues): string | null {
  return kind === 'scheduled' ? roomId : null
}

/** Whether something kept in the browser is such a form; an older Foyer may have kept a different one. */
export function isFormValues(kept: unknown): kept is FormValues {
  if (typeof kept !== 'object' || kept === null) return false
  const { subject, kind, start, end, zone, audio, agenda, guestText } = kept as FormValues
  const { invited, invitedGroups, unclear, coorganizers } = kept as FormValues
  return (
    [subject, kind, start?.day, start?.time, end?.day, end?.time, zone, audio?.way, agenda, guestText].every(
      (text) => typeof text === 'string',
    ) &&
    [start, end].every(({ day, time }) => isDayOrNone(day) && isTimeOrNone(time)) &&
    [invited, invitedGroups, unclear, coorganizers].every((list) => Array.isArray(list))
  )
}

/** No field takes another, and none could show it. */
function isDayOrNone(day: string): boolean {
  return day === '' || isDay(day)
}

function isTimeOrNone(time: string): boolean {
  return time === '' || /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)
}

/** The lengths to choose from. */
export const lengths = [15, 30, 45, 60, 90]

export function timesOf(startsAt: string, endsAt: string, zone: string): Pick<FormValues, 'start' | 'end' | 'minutes'> {
  const minutes = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000)
  return {
    start: localTime(startsAt, zone),
    end: localTime(endsAt, zone),
    minutes: lengths.includes(minutes) ? minutes : null,
  }
}

export function localTime(instant: string, zone: string): LocalTime {
  const [day, time] = [dayKey(instant, zone), timeKey(instant, zone)]
  // The clocks showed the same time up to an hour earlier: this is the second one.
  const isSecond = [1_800_000, 3_600_000].some((ms) => {
    const before = new Date(Date.parse(instant) - ms)
    return dayKey(before, zone) === day && timeKey(before, zone) === time
  })
  return { day, time, turn: isSecond ? 'second' : 'first' }
}
