import { formatDay, formatTime } from '#lib/time/format.ts'

/** What Foyer asks instead of guessing. Each says how to answer it by typing on. */
export const questions = {
  whatTime: 'What time? Add one, like 10:00 or 3pm.',
  whatStart: 'When should it start? Add a time, like 10:00 or 3pm.',
  notATime: (said: string) => `${said} is not a time. Which time did you mean?`,
  whichTime: (one: number, other: number) => `Which time did you mean, ${clock(one)} or ${clock(other)}?`,
  morningOrAfternoon: (minute: number) => `Did you mean ${clock(minute)} or ${clock(minute + 720)}? Add am or pm.`,
  notThatHalf: (minute: number, half: string) => `${clock(minute)} is not in the ${half}. Which time did you mean?`,
  whichMidnight: (day: string, now: Date) =>
    `Midnight at the start or at the end of ${dayName(day, now)}? Type 0:00 or 24:00.`,
  endsFirst: (start: number, end: number) => `${clock(end)} is not after ${clock(start)}. When should it end?`,
  whatLength: 'How long? Add a length, like 45m.',
  howLong: 'How long? A meeting lasts at most 12 hours.',
  endsTwice: 'How long? You named an end and another length.',
  whichDay: 'Which day did you mean? Add one, like Fri or 3 Dec.',
  whichOfDays: (one: string, other: string, now: Date) =>
    `Which day did you mean, ${dayName(one, now)} or ${dayName(other, now)}?`,
  noSuchDay: (day: string) => `${dateName(day)} is not in the calendar. Which day did you mean?`,
  dayIsPast: (day: string, now: Date) => `${dayName(day, now)} is in the past. Which day did you mean?`,
  timeIsPast: (minute: number) => `${clock(minute)} has passed. When should it start?`,
  whichZone: 'Which time zone did you mean? Write it after the time, like 3pm EST.',
  zoneHasSeveral: (said: string) => `${said} is the name of several time zones. Type one like UTC+2 or “London time”.`,
  zoneUnknown: (said: string) => `Foyer doesn’t know the time zone ${said}. Type one like UTC+2 or “London time”.`,
  zoneOfPlace: (city: string) => `Is that ${city} time? Type “${city} time”, or your own zone after the time.`,
  zoneNotThen: (said: string) =>
    `${said} is not in use on that day. Which time zone did you mean? Type one like ET, UTC+2 or “London time”.`,
  whenTwice: 'When is it? You named two times.',
  howOften: 'Which day is the first? Foyer schedules single meetings; series come later.',
  whatSubject: 'What is it about? Add a subject.',
} as const

/** What to know about an offer. */
export const notes = {
  onlyTheFirst: 'This creates one meeting. Series come later.',
  nextInstead: (minute: number) => `${clock(minute)} today has passed. This is the next one.`,
  shownTwice: 'The clocks show this time twice that night. This is the first.',
} as const

function clock(minute: number): string {
  return formatTime(new Date(minute * 60_000), 'UTC')
}

function dayName(day: string, now: Date): string {
  return formatDay(`${day}T12:00:00Z`, 'UTC', now)
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `31 February`: a day no calendar can format. */
function dateName(day: string): string {
  const [year = '', month, date] = day.split('-').map(Number)
  const name = months[Number(month) - 1]
  return name ? `${date} ${name} ${year}` : day
}
