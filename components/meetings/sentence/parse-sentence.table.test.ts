import { describe, expect, test } from 'vitest'
import type { Here } from './here.ts'
import { parseSentence } from './parse-sentence.ts'

/** Wednesday, 25 November 2026, 08:12 in Berlin, 02:12 in New York, 12:42 in Kolkata. */
const now = new Date('2026-11-25T07:12:00.000Z')

const people = {
  berlin: { now, zone: 'Europe/Berlin', order: 'day first', hasHalfDays: false, country: 'DE' },
  london: { now, zone: 'Europe/London', order: 'day first', hasHalfDays: false, country: 'GB' },
  newYork: { now, zone: 'America/New_York', order: 'month first', hasHalfDays: true, country: 'US' },
  kolkata: { now, zone: 'Asia/Kolkata', order: 'day first', hasHalfDays: true, country: 'IN' },
  /** An Indian at work in Berlin. */
  fromIndia: { now, zone: 'Europe/Berlin', order: 'day first', hasHalfDays: false, country: 'IN' },
  phoenix: { now, zone: 'America/Phoenix', order: 'month first', hasHalfDays: true, country: 'US' },
  dublin: { now, zone: 'Europe/Dublin', order: 'day first', hasHalfDays: false, country: 'IE' },
  riyadh: { now, zone: 'Asia/Riyadh', order: 'day first', hasHalfDays: true, country: 'SA' },
  baghdad: { now, zone: 'Asia/Baghdad', order: 'month first', hasHalfDays: true, country: 'US' },
  halifax: { now, zone: 'America/Halifax', order: 'day first', hasHalfDays: true, country: 'CA' },
  manila: { now, zone: 'Asia/Manila', order: 'month first', hasHalfDays: true, country: 'PH' },
  sydney: { now, zone: 'Australia/Sydney', order: 'day first', hasHalfDays: true, country: 'AU' },
  brisbane: { now, zone: 'Australia/Brisbane', order: 'day first', hasHalfDays: true, country: 'US' },
  havana: { now, zone: 'America/Havana', order: 'day first', hasHalfDays: true, country: 'CU' },
  lagos: { now, zone: 'Africa/Lagos', order: 'day first', hasHalfDays: false, country: 'NG' },
} satisfies Record<string, Here>

/** `Lunch | 2026-11-27T11:00Z +30`, or the question, or that it is a search. */
function read(text: string, who: keyof typeof people): string {
  const reading = parseSentence(text, people[who])
  if (reading.kind === 'nothing') return 'a search'
  if (reading.kind === 'question') return `? ${reading.question}`
  const { subject, startsAt, endsAt } = reading.sentence
  const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000
  return `${subject} | ${startsAt.slice(0, 16)}Z +${minutes}`
}

const whichDay = '? Which day did you mean? Add one, like Fri or 3 Dec.'
const whichZone = '? Which time zone did you mean? Write it after the time, like 3pm EST.'
const severalAre = (said: string) =>
  `? ${said} is the name of several time zones. Type one like UTC+2 or “London time”.`
const whatTime = '? What time? Add one, like 10:00 or 3pm.'
const howOften = '? Which day is the first? Foyer schedules single meetings; series come later.'

describe('for somebody in Berlin, in German or English', () => {
  test.each([
    // Days
    ['Lunch 1st december 12:00', 'Lunch | 2026-12-01T11:00Z +30'],
    ['Lunch on the 3rd of December at noon', 'Lunch | 2026-12-03T11:00Z +30'],
    ['Lunch Dec 3, 2026 at 10am', 'Lunch | 2026-12-03T09:00Z +30'],
    ['Training Fri 9 to 5', 'Training | 2026-11-27T08:00Z +480'],
    ['Training Fri 10-2', 'Training | 2026-11-27T09:00Z +240'],
    ['Mtg Thurs 10a', 'Mtg | 2026-11-26T09:00Z +30'],
    ['Mtg Thurs at 3:30p', 'Mtg | 2026-11-26T14:30Z +30'],
    ['Room 10a Friday 14:00', 'Room 10a | 2026-11-27T13:00Z +30'],
    ['Meet in 10a', 'a search'],
    ['Lunch 12/01 10:00', 'Lunch | 2027-01-12T09:00Z +30'],
    ['Lunch 25/12 10:00', 'Lunch | 2026-12-25T09:00Z +30'],
    ['Lunch 12/25 10:00', 'Lunch | 2026-12-25T09:00Z +30'],
    ['Lunch in 5 days 10:00', 'Lunch | 2026-11-30T09:00Z +30'],
    ['Lunch in a week at 3pm', 'Lunch | 2026-12-02T14:00Z +30'],
    ['Lunch this Friday 10:00', 'Lunch | 2026-11-27T09:00Z +30'],
    ['Lunch next Friday 10:00', 'Lunch | 2026-12-04T09:00Z +30'],
    ['Lunch next week tuesday 12:00', 'Lunch | 2026-12-01T11:00Z +30'],
    ['Termin Mittwoch nächster Woche 14 Uhr', 'Termin | 2026-12-02T13:00Z +30'],
    ['Termin heute in einer Woche 14 Uhr', 'Termin | 2026-12-02T13:00Z +30'],
    ['Lunch day after tomorrow 12:00', 'Lunch | 2026-11-27T11:00Z +30'],
    ['Lunch tommorow 12:00', 'Lunch | 2026-11-26T11:00Z +30'],
    ['Lunch Fri 27 Nov 12:00', 'Lunch | 2026-11-27T11:00Z +30'],
    ['Lunch Friday the 4th 10:00', 'Lunch | 2026-12-04T09:00Z +30'],
    ['Lunch the 31st 10:00', 'Lunch | 2026-12-31T09:00Z +30'],
    ['Frühstück morgen um 9', 'Frühstück | 2026-11-26T08:00Z +30'],
    ['Frühstück übermorgen um halb zehn', 'Frühstück | 2026-11-27T08:30Z +30'],
    ['Jour fixe nächsten Freitag 10 Uhr', 'Jour fixe | 2026-12-04T09:00Z +30'],
    ['Jour fixe am 3. Dezember um 10 Uhr', 'Jour fixe | 2026-12-03T09:00Z +30'],
    ['Jour fixe Freitag, den 4. Dezember um 10 Uhr', 'Jour fixe | 2026-12-04T09:00Z +30'],
    ['Jour fixe Mo 14.12. 10 Uhr', 'Jour fixe | 2026-12-14T09:00Z +30'],
    ['Jour fixe am 3. um 10 Uhr', 'Jour fixe | 2026-12-03T09:00Z +30'],
    ['Workshop in 5 Tagen von 10 bis 11', 'Workshop | 2026-11-30T09:00Z +60'],
    ['Retro 2026-12-01T10:00:00Z', 'Retro | 2026-12-01T10:00Z +30'],
    // Times
    ['Lunch noon', 'Lunch | 2026-11-25T11:00Z +30'],
    ['Launch midnight', 'Launch | 2026-11-25T23:00Z +30'],
    ['Launch Fri 24:00', 'Launch | 2026-11-27T23:00Z +30'],
    ['Lunch tomorrow 14h30', 'Lunch | 2026-11-26T13:30Z +30'],
    ['Dinner 19h', 'Dinner | 2026-11-25T18:00Z +30'],
    ['Essen morgen mittags', 'Essen | 2026-11-26T11:00Z +30'],
    ['Start Mitternacht', 'Start | 2026-11-25T23:00Z +30'],
    ['Drinks tonight 8', 'Drinks | 2026-11-25T19:00Z +30'],
    ['Essen Freitagabend um 7', 'Essen | 2026-11-27T18:00Z +30'],
    ['Montag morgen 9 Uhr Standup', 'Standup | 2026-11-30T08:00Z +30'],
    ['Lunch tomorrow at quarter past 12', 'Lunch | 2026-11-26T11:15Z +30'],
    ['Abend morgen 19 Uhr bis 20 Uhr 30', 'Abend | 2026-11-26T18:00Z +90'],
    // Lengths
    ['Workshop morgen 10 Uhr für 30 Minuten', 'Workshop | 2026-11-26T09:00Z +30'],
    ['Workshop morgen 10 Uhr eine Stunde', 'Workshop | 2026-11-26T09:00Z +60'],
    ['Workshop morgen 10-11 Uhr', 'Workshop | 2026-11-26T09:00Z +60'],
    ['Workshop tomorrow 10:00 to 11:30', 'Workshop | 2026-11-26T09:00Z +90'],
    ['Workshop tomorrow 10:00 to 11:30, 90 min', 'Workshop | 2026-11-26T09:00Z +90'],
    ['90-minute workshop tomorrow 10:00', 'workshop | 2026-11-26T09:00Z +90'],
    ['Sync in einer Stunde', 'Sync | 2026-11-25T08:15Z +30'],
    // Zones
    ['Call tomorrow 3pm EST', 'Call | 2026-11-26T20:00Z +30'],
    ['Call tomorrow 3pm Eastern', 'Call | 2026-11-26T20:00Z +30'],
    ['Call tomorrow 9 Uhr MEZ', 'Call | 2026-11-26T08:00Z +30'],
    ['Call tomorrow 15:00 CET', 'Call | 2026-11-26T14:00Z +30'],
    ['Call tomorrow 10:00 UTC', 'Call | 2026-11-26T10:00Z +30'],
    ['Call tomorrow 10:00 GMT+2', 'Call | 2026-11-26T08:00Z +30'],
    ['Call tomorrow 10:00 UTC+5:30', 'Call | 2026-11-26T04:30Z +30'],
    ['Call tomorrow 3pm New York time', 'Call | 2026-11-26T20:00Z +30'],
    ['Call tomorrow 10:00 Europe/London', 'Call | 2026-11-26T10:00Z +30'],
    ['tomorrow 3pm EST call with Ann', 'call with Ann | 2026-11-26T20:00Z +30'],
    // Words that can be both stay in the subject if a whole date was read elsewhere
    ['Monday review tomorrow 10:00', 'Monday review | 2026-11-26T09:00Z +30'],
    ['Monday review 10:00', 'review | 2026-11-30T09:00Z +30'],
    ['Sunday Times briefing tomorrow 10:00', 'Sunday Times briefing | 2026-11-26T09:00Z +30'],
    ['Planning for March tomorrow 10:00', 'Planning for March | 2026-11-26T09:00Z +30'],
    ['May budget Fri 10:00', 'May budget | 2026-11-27T09:00Z +30'],
    ['EST rollout tomorrow 10:00', 'EST rollout | 2026-11-26T09:00Z +30'],
    ['1/2 day off tomorrow 10:00', '1/2 day off | 2026-11-26T09:00Z +30'],
    ['Guten Morgen Runde morgen 9 Uhr', 'Guten Morgen Runde | 2026-11-26T08:00Z +30'],
    ['tomorrow 10:00 cat video', 'cat video | 2026-11-26T09:00Z +30'],
    ['10:00 tomorrow west wing', 'west wing | 2026-11-26T09:00Z +30'],
    ['Fix the ast tomorrow 10:00', 'Fix the ast | 2026-11-26T09:00Z +30'],
    ['Plan Z tomorrow 10:00', 'Plan Z | 2026-11-26T09:00Z +30'],
    ['Sync with June 12:00', 'Sync with June | 2026-11-25T11:00Z +30'],
    ['Sync with Jan 14 Uhr', 'Sync with Jan | 2026-11-25T13:00Z +30'],
    // Quotes
    ['"Friday demo" tomorrow 10:00', 'Friday demo | 2026-11-26T09:00Z +30'],
    ['„Jeden Montag 9 Uhr“ morgen 10 Uhr', 'Jeden Montag 9 Uhr | 2026-11-26T09:00Z +30'],
    ['About “every Monday” tomorrow 10:00', 'About “every Monday” | 2026-11-26T09:00Z +30'],
    // Repetitions: the first one
    ['Standup every Monday 9:30', 'Standup | 2026-11-30T08:30Z +30'],
    ['Standup jeden Montag 9:30 Uhr', 'Standup | 2026-11-30T08:30Z +30'],
    ['Standup montags 10 Uhr', 'Standup | 2026-11-30T09:00Z +30'],
    ['Standup daily 10am', 'Standup | 2026-11-25T09:00Z +30'],
    ['Daily standup 10am', 'Daily standup | 2026-11-25T09:00Z +30'],
    ['Standup every weekday 8:00', 'Standup | 2026-11-26T07:00Z +30'],
    ['Review every 2 weeks Fri 10:00', 'Review | 2026-11-27T09:00Z +30'],
    ['Review alle zwei Wochen Freitag 10 Uhr', 'Review | 2026-11-27T09:00Z +30'],
    ['Review monthly on 1 Dec 10:00', 'Review | 2026-12-01T09:00Z +30'],
  ])('%s', (text, expected) => {
    expect(read(text, 'berlin')).toBe(expected)
  })
})

describe('what could be another day, time or zone is asked', () => {
  test.each([
    ['Lunch tomorrow', whatTime],
    ['Standup every Monday', whatTime],
    ['Standup tomorrow morning', whatTime],
    ['Lunch next week 12:00', whichDay],
    ['Lunch tuesday 12:00 next week', whichDay],
    ['Lunch KW 49 12:00', whichDay],
    ['Lunch at the weekend 12:00', whichDay],
    ['March planning 10:00', whichDay],
    ['May budget 10:00', whichDay],
    ['Board 14.12 10:00', whichDay],
    ["Monday's retro 10:00", whichDay],
    ['Prep before Friday 16:00', whichDay],
    ['Lunch second Friday 12:00', whichDay],
    ['Sync every 2nd Tuesday 10:00', whichDay],
    ['Sync every second Tuesday 10:00', whichDay],
    ['Sync jeden zweiten Dienstag 10 Uhr', whichDay],
    ['Lunch 24. 10:00', whichDay],
    ['Trip 24.-26.12. 10:00', whichDay],
    ['Trip 24-26 Dec 10:00', whichDay],
    ['Lunch Dec 12:00', whichDay],
    ['Lunch Friday week 12:00', whichDay],
    ['Standup 9:00 starting Monday', whichDay],
    ['Report due by 10:00 tomorrow', '? When should it start? Add a time, like 10:00 or 3pm.'],
    ['Lunch today/tomorrow 10:00', whichDay],
    ['Lunch wensday 10:00', whichDay],
    ['Plan for tomorrow: Friday 10:00', '? Which day did you mean, Thursday 26 November or Friday 27 November?'],
    ['Demo Friday tomorrow 10:00', '? Which day did you mean, Friday 27 November or Thursday 26 November?'],
    ['Lunch Friday 28 Nov 12:00', '? Which day did you mean, Friday 27 November or Saturday 28 November?'],
    ['Lunch Mon & Wed 12:00', '? Which day did you mean, Monday 30 November or Wednesday 25 November?'],
    ['Lunch 31 February 10:00', '? 31 February 2026 is not in the calendar. Which day did you mean?'],
    ['Lunch 31.2. 10:00', '? 31 February 2026 is not in the calendar. Which day did you mean?'],
    ['Lunch 2027-02-29', '? 29 February 2027 is not in the calendar. Which day did you mean?'],
    ['Retro 24 Nov 10:00', '? Tuesday 24 November is in the past. Which day did you mean?'],
    ['Retro last Friday 10:00', '? Friday 20 November is in the past. Which day did you mean?'],
    ['Retro this Monday 10:00', '? Monday 23 November is in the past. Which day did you mean?'],
    ['Retro gestern 10 Uhr', '? Tuesday 24 November is in the past. Which day did you mean?'],
    ['Lunch today 8am', '? 08:00 has passed. When should it start?'],
    ['Launch Friday midnight', '? Midnight at the start or at the end of Friday 27 November? Type 0:00 or 24:00.'],
    ['Lunch tomorrow 3', '? Did you mean 03:00 or 15:00? Add am or pm.'],
    ['Lunch morgen um halb 3', '? Did you mean 02:30 or 14:30? Add am or pm.'],
    ['Lunch tomorrow morning 15:00', '? 15:00 is not in the morning. Which time did you mean?'],
    ['Lunch 10:00 tomorrow 11:00', '? Which time did you mean, 10:00 or 11:00?'],
    ['Lunch Fri 12:00 and Mon 13:00', '? Which time did you mean, 12:00 or 13:00?'],
    ['Sync in 2h tomorrow 10:00', '? When is it? You named two times.'],
    ['Lunch 25:00', '? 25:00 is not a time. Which time did you mean?'],
    ['Lunch tomorrow 13pm', '? 13pm is not a time. Which time did you mean?'],
    ['Sync 3 Dec 14:00-13:00', '? 13:00 is not after 14:00. When should it end?'],
    ['Workshop tomorrow 9:00-10:00 45m', '? How long? You named an end and another length.'],
    ['Workshop tomorrow 9:00 for 3 days', '? How long? A meeting lasts at most 12 hours.'],
    ['EST rollout 10:00', whichZone],
    ['Rollout for EST tomorrow 10:00', whichZone],
    ['Call tomorrow EST 3pm', whichZone],
    ['Call tomorrow 10:00 Atlantis time', whichZone],
    ['Call tomorrow 10:00 local time', whichZone],
    ['Lunch tomorrow 10:00 CT scan', whichZone],
    ['Call tomorrow 10:00 IST', severalAre('IST')],
    ...['ast', 'gst', 'nst', 'wat', 'ct', 'et', 'cat', 'west', '(ast)'].map((zone) => [
      `Lunch tomorrow 3pm ${zone}`,
      whichZone,
    ]),
    ['Lunch tomorrow 3pm ast with Ann', whichZone],
    ['tomorrow 10:00 gst review', whichZone],
    ['tomorrow 10:00 ct scan', whichZone],
    [
      'Call 1 July 3pm EST',
      '? EST is not in use on that day. Which time zone did you mean? Type one like ET, UTC+2 or “London time”.',
    ],
    ['Sync every full moon 10:00', howOften],
    ['Standup Mo-Fr 9:00', howOften],
    [
      'Sync 2027-03-28 02:30',
      '? 02:30 does not exist on Sunday 28 March 2027: the clocks go from 02:00 to 03:00. Choose 03:00 or another time.',
    ],
    ['tomorrow 10:00', '? What is it about? Add a subject.'],
  ])('%s', (text, expected) => {
    expect(read(text, 'berlin')).toBe(expected)
  })
})

describe('what surprised somebody, as it is read now', () => {
  test.each([
    ['Treffen am Flughafen morgen 18 Uhr', 'Treffen am Flughafen | 2026-11-26T17:00Z +30'],
    ['Arbeit am Projekt morgen 10:00', 'Arbeit am Projekt | 2026-11-26T09:00Z +30'],
    ['Frankfurt am Main morgen 10 Uhr', 'Frankfurt am Main | 2026-11-26T09:00Z +30'],
    ['Who I am tomorrow 10:00', 'Who I am | 2026-11-26T09:00Z +30'],
    ['Einsam morgen 10 Uhr', 'Einsam | 2026-11-26T09:00Z +30'],
    ['Treffen um 10 am Freitag', 'Treffen | 2026-11-27T09:00Z +30'],
    ['Sync tomorrow 10:00 forty-five minutes', 'Sync | 2026-11-26T09:00Z +45'],
    ['Sync morgen 10 Uhr fünfundvierzig Minuten', 'Sync | 2026-11-26T09:00Z +45'],
    ['Sonnabend 9 Uhr Lauf', 'Lauf | 2026-11-28T08:00Z +30'],
    ['Lauf jeden Sonnabend 9 Uhr', 'Lauf | 2026-11-28T08:00Z +30'],
    ['Lauf sonnabends 9 Uhr', 'Lauf | 2026-11-28T08:00Z +30'],
    ['Lauf nächsten Sonnabend 9 Uhr', 'Lauf | 2026-12-05T08:00Z +30'],
    ['Lauf Sonnabend 9-10 Uhr', 'Lauf | 2026-11-28T08:00Z +60'],
    ['Lauf Sonnabendvormittag 10 Uhr', 'Lauf | 2026-11-28T09:00Z +30'],
    ['Lauf Sonnabendabend 8 Uhr', 'Lauf | 2026-11-28T19:00Z +30'],
    ['Essen freitagabends 19 Uhr', 'Essen | 2026-11-27T18:00Z +30'],
    ['Lunch 3-Dec 10:00', 'Lunch | 2026-12-03T09:00Z +30'],
    ['Lunch 3-Dec-2026 10:00', 'Lunch | 2026-12-03T09:00Z +30'],
    ['Lunch 03-Dec-26 10:00', 'Lunch | 2026-12-03T09:00Z +30'],
    ['Lunch Dec-3 10:00', 'Lunch | 2026-12-03T09:00Z +30'],
    ['Lunch 3/Dec 10:00', 'Lunch | 2026-12-03T09:00Z +30'],
    ['Lunch 3dec 10:00', 'Lunch | 2026-12-03T09:00Z +30'],
    ['Lunch dec3 10:00', 'Lunch | 2026-12-03T09:00Z +30'],
    ["Lunch 3 Dec'26 10:00", 'Lunch | 2026-12-03T09:00Z +30'],
    ['Lunch 3.Dezember 10:00', 'Lunch | 2026-12-03T09:00Z +30'],
    ['Lunch 2026-12-3 10:00', 'Lunch | 2026-12-03T09:00Z +30'],
    ['Lunch 2026.12.03 10:00', 'Lunch | 2026-12-03T09:00Z +30'],
    ['Lunch 20261201 10:00', 'Lunch | 2026-12-01T09:00Z +30'],
    ['Lunch am 27ten 10:00', 'Lunch | 2026-11-27T09:00Z +30'],
    ['Lunch am 3. 10 Uhr', 'Lunch | 2026-12-03T09:00Z +30'],
    ['Lunch Fri. 10:00', 'Lunch | 2026-11-27T09:00Z +30'],
    ['Mtg Tues. 10am', 'Mtg | 2026-12-01T09:00Z +30'],
    ['Lunch mo 14 uhr', 'Lunch | 2026-11-30T13:00Z +30'],
    ['Lunch di 14 uhr', 'Lunch | 2026-12-01T13:00Z +30'],
    ['Lunch mi um 14 uhr', 'Lunch | 2026-11-25T13:00Z +30'],
    ['Lunch do 14 uhr', 'Lunch | 2026-11-26T13:00Z +30'],
    ['Lunch sa 14 uhr', 'Lunch | 2026-11-28T13:00Z +30'],
    ['Lunch fr 14 uhr', 'Lunch | 2026-11-27T13:00Z +30'],
    ['Lunch Mo 2pm', 'Lunch | 2026-11-30T13:00Z +30'],
    ['What to do 14:00', 'What to do | 2026-11-25T13:00Z +30'],
    ['Christmas party tomorrow 18:00', 'Christmas party | 2026-11-26T17:00Z +30'],
    ['Black Friday planning tomorrow 10:00', 'Black Friday planning | 2026-11-26T09:00Z +30'],
    ['Meeting on the 3rd floor tomorrow 10:00', 'Meeting on the 3rd floor | 2026-11-26T09:00Z +30'],
    ['Lunch Friday after lunch 13:00', 'Lunch after lunch | 2026-11-27T12:00Z +30'],
    ['Lunch tomorrow quarter to 5pm', 'Lunch | 2026-11-26T15:45Z +30'],
    ['Lunch tomorrow half past 5pm', 'Lunch | 2026-11-26T16:30Z +30'],
    ['Lunch tomorrow at ten thirty', 'Lunch | 2026-11-26T09:30Z +30'],
    ['Lunch tomorrow at ten thirty EST', 'Lunch | 2026-11-26T15:30Z +30'],
    ['Lunch tomorrow at nine forty-five pm', 'Lunch | 2026-11-26T20:45Z +30'],
    ['Lunch morgen zehn Uhr dreißig', 'Lunch | 2026-11-26T09:30Z +30'],
    ['Lunch morgen um vierzehn Uhr', 'Lunch | 2026-11-26T13:00Z +30'],
    ['Lunch tomorrow 10 past 11', 'Lunch | 2026-11-26T10:10Z +30'],
    ['Lunch morgen fünf vor zwölf', 'Lunch | 2026-11-26T10:55Z +30'],
    ['Lunch tomorrow at 9 30', 'Lunch | 2026-11-26T08:30Z +30'],
    ['Call tomorrow 10:00 UTC+5.5', 'Call | 2026-11-26T04:30Z +30'],
    ['Call tomorrow 10:00 Zulu', 'Call | 2026-11-26T10:00Z +30'],
    ['Call tomorrow 10:00 london time', 'Call | 2026-11-26T10:00Z +30'],
    ['Call morgen 10 Uhr Londoner Zeit', 'Call | 2026-11-26T10:00Z +30'],
    ['Call morgen 10 Uhr nach New Yorker Zeit', 'Call | 2026-11-26T15:00Z +30'],
    ['Call tomorrow 3pm CET in New York', 'Call in New York | 2026-11-26T14:00Z +30'],
    ['Lunch tomorrow 12:00 in Paris', 'Lunch in Paris | 2026-11-26T11:00Z +30'],
    ['tomorrow 10:00 UAT review', 'UAT review | 2026-11-26T09:00Z +30'],
    ['tomorrow 10:00 story time', 'story time | 2026-11-26T09:00Z +30'],
    ['tomorrow 3pm London office review', 'London office review | 2026-11-26T14:00Z +30'],
    ['Nightly build review tomorrow 10:00', 'Nightly build review | 2026-11-26T09:00Z +30'],
    ['MF committee tomorrow 10:00', 'MF committee | 2026-11-26T09:00Z +30'],
    ['Call Fri 10:00 zweieinhalb Stunden', 'Call | 2026-11-27T09:00Z +150'],
    ['Call Fri 10:00 two and a half hours', 'Call | 2026-11-27T09:00Z +150'],
    ['Call Fri 10:00 two hours and thirty minutes', 'Call | 2026-11-27T09:00Z +150'],
    ['Call Fri 10:00 2½h', 'Call | 2026-11-27T09:00Z +150'],
    ['Call Fri 10:00 ca. 45 min', 'Call | 2026-11-27T09:00Z +45'],
    ['15 minutes of fame tomorrow 9:00', '15 minutes of fame | 2026-11-26T08:00Z +30'],
    ['dec3 firmware tomorrow 10:00', 'dec3 firmware | 2026-11-26T09:00Z +30'],
    ['Call in two and a half hours', 'Call | 2026-11-25T09:45Z +30'],
    ['Call Fri 20 to 5pm', 'Call | 2026-11-27T15:40Z +30'],
    ['Call Fri twelve noon', 'Call | 2026-11-27T11:00Z +30'],
    ['Call tomorrow 5 til 6pm', 'Call | 2026-11-26T16:00Z +60'],
    ['Call tomorrow 17:00 -> 18:00', 'Call | 2026-11-26T16:00Z +60'],
    ['Treff 10 am 3.12.', 'Treff | 2026-12-03T09:00Z +30'],
    ['Treff um 9 am Telefon morgen', 'Treff am Telefon | 2026-11-26T08:00Z +30'],
    ['Call Fri 3pm [EST]', 'Call | 2026-11-27T20:00Z +30'],
    ['Sprint 14, 3 Dec 10:00', 'Sprint 14 | 2026-12-03T09:00Z +30'],
    ['Besprechung heute in 14 Tagen 10 Uhr', 'Besprechung | 2026-12-09T09:00Z +30'],
    ['Besprechung morgen 10 Uhr Londoner Ortszeit', 'Besprechung | 2026-11-26T10:00Z +30'],
    ['Besprechung morgen 10 Uhr mit Fr. Meier', 'Besprechung mit Fr. Meier | 2026-11-26T09:00Z +30'],
    ['Besprechung Fr. 10 Uhr', 'Besprechung | 2026-11-27T09:00Z +30'],
    ['Besprechung am ersten Tisch morgen 9 Uhr', 'Besprechung am ersten Tisch | 2026-11-26T08:00Z +30'],
    ['tomorrow 3pm UK sales review', 'UK sales review | 2026-11-26T14:00Z +30'],
    ['Kickoff Dec-3-26 10:00', 'Kickoff | 2026-12-03T09:00Z +30'],
    ['1:1 with Mo 2pm', '1:1 with Mo | 2026-11-25T13:00Z +30'],
    ['Catch up with Di 3pm', 'Catch up with Di | 2026-11-25T14:00Z +30'],
    ['Treffen mit Mo 14 Uhr', 'Treffen mit Mo | 2026-11-25T13:00Z +30'],
    ['Ann & Mo 14:00', 'Ann & Mo | 2026-11-25T13:00Z +30'],
    ['Half hour sync Monday 10am', 'sync | 2026-11-30T09:00Z +30'],
    ['Half-hour catch-up tomorrow 10:00', 'catch-up | 2026-11-26T09:00Z +30'],
    ['tomorrow 10:00 a half-hour sync', 'sync | 2026-11-26T09:00Z +30'],
    ['Quarter-hour standup tomorrow 10:00', 'standup | 2026-11-26T09:00Z +15'],
    ['Three quarter hours tomorrow 10:00 with Ann', 'with Ann | 2026-11-26T09:00Z +45'],
    ['Standup at 9 30 Nov', 'Standup | 2026-11-30T08:00Z +30'],
    ['Lunch at 12 14 Dec', 'Lunch | 2026-12-14T11:00Z +30'],
    ['Windpark 12 MW morgen 10 Uhr', 'Windpark 12 MW | 2026-11-26T09:00Z +30'],
    ['Windpark 12 MW 10 Uhr', 'Windpark 12 MW | 2026-11-25T09:00Z +30'],
    ['Sync with MF tomorrow 10:00', 'Sync with MF | 2026-11-26T09:00Z +30'],
    ['Sync with TR 10:00', 'Sync with TR | 2026-11-25T09:00Z +30'],
    ['Sync with Nikolaus 14 Uhr', 'Sync with Nikolaus | 2026-11-25T13:00Z +30'],
    ['Call with Sylvester 10:00', 'Call with Sylvester | 2026-11-25T09:00Z +30'],
    ['Ann & June 12:00', 'Ann & June | 2026-11-25T11:00Z +30'],
    ['Call with Ash Friday 10:00', 'Call with Ash | 2026-11-27T09:00Z +30'],
    ['Interview with Joe Black Friday 10:00', 'Interview with Joe Black | 2026-11-27T09:00Z +30'],
    ['Fri 18:00 Reunion', 'Reunion | 2026-11-27T17:00Z +30'],
    ...['Regina', 'Casey', 'Davis', 'Stanley', 'Christmas', 'Sofia', 'Canary'].map((name) => [
      `Sync Monday 10am ${name}`,
      `Sync ${name} | 2026-11-30T09:00Z +30`,
    ]),
    ['IntelliJ 2025.3.1 rollout tomorrow 10:00', 'IntelliJ 2025.3.1 rollout | 2026-11-26T09:00Z +30'],
  ])('%s', (text, expected) => {
    expect(read(text, 'berlin')).toBe(expected)
  })
})

describe('what was guessed once and is asked now', () => {
  test.each([
    ['Essen um 3 am Freitag', '? Did you mean 03:00 or 15:00? Add am or pm.'],
    ['Essen um 3 am Bahnhof morgen', '? Did you mean 03:00 or 15:00? Add am or pm.'],
    ['Lauf Mittwochmorgen 15 Uhr', '? 15:00 is not in the morning. Which time did you mean?'],
    ['Lunch 3-12 10:00', whichDay],
    ['Lunch Fri 4-12 14:00', whichDay],
    ['Lunch Fri 4.12 10:00', whichDay],
    ['Lunch 25-12-26 10:00', whichDay],
    ['Lunch 2026-W49-1 10:00', whichDay],
    ['Lunch 27ten 10:00', whichDay],
    ['Lunch 14 Uhr mo', whichDay],
    ['Lunch 14:00 Do', whichDay],
    ['Lunch so 14:00', whichDay],
    ['Lunch Th 10am', whichDay],
    ['Lunch Christmas 12:00', whichDay],
    ['Lunch Weihnachten 12:00', whichDay],
    ['Lunch Heiligabend 12:00', whichDay],
    ['Lunch Silvester 12:00', whichDay],
    ["Lunch New Year's Eve 12:00", whichDay],
    ['Lunch Thanksgiving 12:00', whichDay],
    ['Lunch Good Friday 12:00', whichDay],
    ['Lunch Ostermontag 12:00', whichDay],
    ['Feier am 1. Advent 15 Uhr', whichDay],
    ['Meeting on the 3rd floor 10:00', whichDay],
    ['Lunch EOM 12:00', whichDay],
    ['Lunch Monatsende 12:00', whichDay],
    ['Trip 24 - 26 Dec 10:00', whichDay],
    ['Lunch Monday after next 10:00', whichDay],
    ['Lunch übernächsten Freitag 10:00', whichDay],
    ['Lunch vergangenen Freitag 10:00', '? Friday 20 November is in the past. Which day did you mean?'],
    ['Lunch past Friday 10:00', '? Friday 20 November is in the past. Which day did you mean?'],
    ['Lunch previous Friday 10:00', '? Friday 20 November is in the past. Which day did you mean?'],
    ['Lunch the following Monday 10:00', whichDay],
    ['Lunch am folgenden Montag 10:00', whichDay],
    ['Lunch am darauffolgenden Montag 10:00', whichDay],
    ['Lunch Monday through Friday 9:00', whichDay],
    ['Lunch this Friday or next 10:00', whichDay],
    ['Lunch Friday in December 10:00', whichDay],
    ['Lunch Friday before Christmas 10:00', whichDay],
    ['Lunch a week on Monday 10:00', whichDay],
    ['Lunch tomorrow ten to five pm', '? Which time did you mean, 16:50 or 10:00?'],
    ['Lunch tomorrow ten to five', '? Which time did you mean, 04:50 or 10:00?'],
    ['Lunch tomorrow ten thirty people', '? Which time did you mean, 10:30 or 10:00?'],
    ['Lunch tomorrow 9 30', '? 9 30 is not a time. Which time did you mean?'],
    ['Lunch tomorrow 9 30 pm', '? 9 30 pm is not a time. Which time did you mean?'],
    ['Call tomorrow 10:00 ICT', '? Foyer doesn’t know the time zone ICT. Type one like UTC+2 or “London time”.'],
    ['Call 10:00 tomorrow COT', '? Foyer doesn’t know the time zone COT. Type one like UTC+2 or “London time”.'],
    ['Call tomorrow 10:00 ChST', '? Foyer doesn’t know the time zone ChST. Type one like UTC+2 or “London time”.'],
    [
      'Call tomorrow 10:00 boston time',
      '? Foyer doesn’t know the time zone boston time. Type one like UTC+2 or “London time”.',
    ],
    ['Call morgen 10 Uhr Wiener Zeit', whichZone],
    ['Call morgen 10 Uhr deutscher Zeit', whichZone],
    ['Call tomorrow 10:00 (London)', '? Is that London time? Type “London time”, or your own zone after the time.'],
    [
      'Call tomorrow 3pm in New York',
      '? Is that New York time? Type “New York time”, or your own zone after the time.',
    ],
    ['Call tomorrow 3pm London', '? Is that London time? Type “London time”, or your own zone after the time.'],
    ['Yoga MWF 9:00', howOften],
    ['Yoga Mon/Wed/Fri 9:00', howOften],
    ['Yoga Fri 9:00 until Christmas', howOften],
    ['Review first of every month 10:00', howOften],
    ['Fr. Lunch 10 Uhr', whichDay],
    ['Budget talk Friday the fourth 10:00', whichDay],
    ['Budget talk on the fourth 10:00', whichDay],
    ['Besprechung am dritten 9 Uhr', whichDay],
    ['Besprechung Mo und Mi 9 Uhr', howOften],
    ['Call 4/5 Dec 10:00', whichDay],
    ['Call 4 & 5 Dec 10:00', whichDay],
    ['Call Dec 4/5 10:00', whichDay],
    ['Call Dec 4 or 5 10:00', whichDay],
    ['Call in 2027 10:00', whichDay],
    ['Call tomorrow 9,30', '? 9,30 is not a time. Which time did you mean?'],
    ['Call Fri 20 to 5', '? Did you mean 04:40 or 16:40? Add am or pm.'],
    ['Call Fri one thirty', '? Did you mean 01:30 or 13:30? Add am or pm.'],
    ['Call Fri 10:00 three and three quarter hours', '? How long? Add a length, like 45m.'],
    ...[
      'Offsite Dec 28-30 9:00',
      'Call Dec 28/29 10:00',
      'Call Dec 28/29 review 10:00',
      'Trip Dec 24-26 10:00',
      'Trip Dec 14-16 10:00',
      'Trip Dec 14 - 16 10:00',
      'Trip December 28th-30 10:00',
      'Trip Dec 28-Jan 2 10:00',
      'Trip 28 Dec-30 Dec 10:00',
      'Trip 3 Dec-26 10:00',
      'Rollout FR 10:00',
      'Rollout SA 10:00',
      'Rollout MO 10:00',
      'Rollout DI 10:00',
      'Sync MF 10:00',
      'Sale Black Friday 10:00',
      'Service Ash Wednesday 10:00',
    ].map((text) => [text, whichDay]),
    ['Call tomorrow 10:00 in Sofia', '? Is that Sofia time? Type “Sofia time”, or your own zone after the time.'],
    ['Call tomorrow 3pm in Boston time', whichZone],
    ['Termin spätestens Freitag 10 Uhr', whichDay],
    ['Termin eine Woche später 10 Uhr', whichDay],
    ['Termin am Tag danach 10 Uhr', whichDay],
    ['Termin am Freitag drauf 10 Uhr', whichDay],
    ['Call Friday at the latest 10:00', whichDay],
    ['Call the next day 10:00', whichDay],
    ['Call Friday week after next 10:00', whichDay],
    ['Call next coming Friday 10:00', whichDay],
    ['Call Friday December 10:00', whichDay],
    ['Call every Friday but the first 10:00', whichDay],
    ['Call Fri 10:00 through December', howOften],
    ['Call tomorrow 3pm UK', '? Foyer doesn’t know the time zone UK. Type one like UTC+2 or “London time”.'],
    ['Call tomorrow 3pm in India', '? Foyer doesn’t know the time zone India. Type one like UTC+2 or “London time”.'],
    ['Call tomorrow 3pm EST/EDT', '? Foyer doesn’t know the time zone EST/EDT. Type one like UTC+2 or “London time”.'],
    [
      'Call tomorrow 3pm U.S. Eastern',
      '? Foyer doesn’t know the time zone U.S. Eastern. Type one like UTC+2 or “London time”.',
    ],
  ])('%s', (text, expected) => {
    expect(read(text, 'berlin')).toBe(expected)
  })

  test('12-25 in America', () => {
    expect(read('Lunch 12-25 10:00', 'newYork')).toBe(whichDay)
  })
})

test.each([
  'Monday review',
  'March planning',
  'Weekly sync',
  'Sunday Times briefing',
  'tomorrow',
  '9am',
  'Look at 3 options',
  'Do 10 interviews',
  'So 10 people',
  'Release 1.12',
  '10:00',
])('%s is a search', (text) => {
  expect(read(text, 'berlin')).toBe('a search')
})

describe('the same words elsewhere', () => {
  test.each([
    ['newYork', 'Lunch 12/01 10:00', 'Lunch | 2026-12-01T15:00Z +30'],
    ['newYork', 'Lunch 25/12 10:00', 'Lunch | 2026-12-25T15:00Z +30'],
    ['newYork', 'Lunch today 12:30', 'Lunch | 2026-11-25T17:30Z +30'],
    ['newYork', 'Call tomorrow 9am CET', 'Call | 2026-11-26T08:00Z +30'],
    ['newYork', 'Call tomorrow 10:00 CST', 'Call | 2026-11-26T16:00Z +30'],
    ['london', 'Call tomorrow 10:00 CST', severalAre('CST')],
    ['newYork', 'Lunch tomorrow 3:30', '? Did you mean 03:30 or 15:30? Add am or pm.'],
    ['newYork', 'Lunch tomorrow 3:30pm', 'Lunch | 2026-11-26T20:30Z +30'],
    ['london', 'Lunch tomorrow 3:30', 'Lunch | 2026-11-26T03:30Z +30'],
    ['london', 'Lunch 12/01 10:00', 'Lunch | 2027-01-12T10:00Z +30'],
    ['london', 'Call 1 July 10:00 BST', 'Call | 2027-07-01T09:00Z +30'],
    ['kolkata', 'Call tomorrow 10:00 IST', 'Call | 2026-11-26T04:30Z +30'],
    ['fromIndia', 'Call tomorrow 10:00 IST', 'Call | 2026-11-26T04:30Z +30'],
    ['dublin', 'Call 1 July 10:00 IST', 'Call | 2027-07-01T09:00Z +30'],
    ['phoenix', 'Call 1 July 10:00 MST', 'Call | 2027-07-01T17:00Z +30'],
    ['riyadh', 'Lunch tomorrow 3pm AST', 'Lunch | 2026-11-26T12:00Z +30'],
    ['baghdad', 'Lunch tomorrow 3pm AST', 'Lunch | 2026-11-26T12:00Z +30'],
    ['halifax', 'Lunch tomorrow 3pm AST', 'Lunch | 2026-11-26T19:00Z +30'],
    ['halifax', 'Lunch tomorrow 3pm ast', 'Lunch | 2026-11-26T19:00Z +30'],
    ['newYork', 'Lunch tomorrow 3pm AST', 'Lunch | 2026-11-26T19:00Z +30'],
    ['berlin', 'Lunch tomorrow 3pm AST', severalAre('AST')],
    ['manila', 'Call tomorrow 3pm PST', 'Call | 2026-11-26T07:00Z +30'],
    ['berlin', 'Call tomorrow 3pm PST', 'Call | 2026-11-26T23:00Z +30'],
    ['kolkata', 'Call tomorrow 3pm pst', 'Call | 2026-11-26T23:00Z +30'],
    ['sydney', 'Call 1 July 3pm EST', 'Call | 2027-07-01T05:00Z +30'],
    ['sydney', 'Call tomorrow 3pm EDT', 'Call | 2026-11-26T04:00Z +30'],
    ['brisbane', 'Call tomorrow 3pm EST', severalAre('EST')],
    ['london', 'Call tomorrow 3pm EST', 'Call | 2026-11-26T20:00Z +30'],
    ['havana', 'Call tomorrow 10:00 CST', 'Call | 2026-11-26T15:00Z +30'],
    ['newYork', 'Call 1 July 10:00 CDT', 'Call | 2027-07-01T15:00Z +30'],
    ['berlin', 'Call tomorrow 10:00 AMT', severalAre('AMT')],
    ['berlin', 'Call tomorrow 10:00 WIB', 'Call | 2026-11-26T03:00Z +30'],
    ['kolkata', 'Call tomorrow 3pm ist', 'Call | 2026-11-26T09:30Z +30'],
    ['kolkata', 'Lunch tomorrow 1pm eat', whichZone],
    ['lagos', 'Call tomorrow 10:00 WAT', 'Call | 2026-11-26T09:00Z +30'],
    ['berlin', 'Call tomorrow 10:00 WAT', 'Call | 2026-11-26T09:00Z +30'],
    ['berlin', 'Call tomorrow 10:00 America/New York', 'Call | 2026-11-26T15:00Z +30'],
    ['berlin', 'Call tomorrow 10:00 (Asia/Ho Chi Minh)', 'Call | 2026-11-26T03:00Z +30'],
    ['kolkata', 'Call about GST tomorrow 10:00', 'Call about GST | 2026-11-26T04:30Z +30'],
    ['kolkata', 'GST review tomorrow 10:00', 'GST review | 2026-11-26T04:30Z +30'],
    ['london', 'Let the cat eat tomorrow 10:00', 'Let the cat eat | 2026-11-26T10:00Z +30'],
    ['kolkata', 'Lunch 1/12 1pm', 'Lunch | 2026-12-01T07:30Z +30'],
    ['kolkata', 'Call today 10:00 CET', 'Call | 2026-11-25T09:00Z +30'],
  ] as const)('in %s: %s', (who, text, expected) => {
    expect(read(text, who)).toBe(expected)
  })
})

describe('an offer says what else is to be known', () => {
  const offer = (text: string, who: keyof typeof people = 'berlin') => {
    const reading = parseSentence(text, people[who])
    return reading.kind === 'offer' ? { saidIn: reading.saidIn, notes: reading.notes } : reading
  }

  test.each([
    'Standup every Monday 9:30',
    'Weekly sync tomorrow 10:00',
    'Standup täglich 10 Uhr',
    'Sync 14-tägig Freitag 10 Uhr',
    'Backup nightly 22:00',
    'Check hourly 10:00',
    'Yoga always Fri 9:00',
    'Yoga immer freitags 9 Uhr',
    'Yoga immer Freitag 9 Uhr',
    'Yoga 4 times Fri 9:00',
    'Call 2x/week Fri 10:00',
    'Call Fri 10:00 for six sessions',
    'Essen freitagabends 19 Uhr',
  ])('that series come later: %s', (text) => {
    expect(offer(text)).toEqual({ saidIn: null, notes: ['This creates one meeting. Series come later.'] })
  })

  test('the zone it was said in, unless the clocks there show the same', () => {
    expect(offer('Call tomorrow 3pm EST')).toEqual({ saidIn: 'America/New_York', notes: [] })
    expect(offer('Call tomorrow 3pm EST', 'newYork')).toEqual({ saidIn: null, notes: [] })
  })

  test('that a time has passed and the next one is meant', () => {
    expect(offer('Sync 8:00')).toEqual({ saidIn: null, notes: ['08:00 today has passed. This is the next one.'] })
    expect(offer('Sync Wed 8:00')).toEqual({ saidIn: null, notes: ['08:00 today has passed. This is the next one.'] })
  })

  test('that the clocks show a time twice, unless its zone says which', () => {
    const twice = ['The clocks show this time twice that night. This is the first.']
    expect(offer('Sync 31 Oct 2027 02:30')).toEqual({ saidIn: null, notes: twice })
    expect(offer('Sync 31 Oct 2027 02:30 CET')).toEqual({ saidIn: null, notes: [] })
    expect(read('Sync 31 Oct 2027 02:30', 'berlin')).toBe('Sync | 2027-10-31T00:30Z +30')
    expect(read('Sync 31 Oct 2027 02:30 CET', 'berlin')).toBe('Sync | 2027-10-31T01:30Z +30')
  })
})
