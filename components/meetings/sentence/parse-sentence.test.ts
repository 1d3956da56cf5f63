import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDateTime, formatTimeRange, zoneLabel } from '#lib/time/format.ts'
import { instantsOf } from '#lib/time/local.ts'
import { zoneName } from '#lib/time/zone-names.ts'
import type { Here } from './here.ts'
import { parseSentence } from './parse-sentence.ts'

/** Wednesday, 25 November 2026, 08:12 in Berlin. */
const now = new Date('2026-11-25T07:12:00.000Z')
const zone = 'Europe/Berlin'

function read(text: string, at: Date = now): string | null {
  const reading = parseSentence(text, { now: at, zone, order: 'day first', hasHalfDays: false, country: null })
  if (reading.kind !== 'offer') return null
  const { subject, startsAt, endsAt } = reading.sentence
  const [day] = formatDateTime(startsAt, zone).split(',')
  return `${subject} | ${day} | ${formatTimeRange(startsAt, endsAt, zone)}`
}

describe('a sentence becomes a meeting', () => {
  test.each([
    ['Weekly sync tomorrow 10:00 45m', 'Weekly sync | 26 Nov 2026 | 10:00–10:45'],
    ['Budget fri 14-15', 'Budget | 27 Nov 2026 | 14:00–15:00'],
    ['1:1 with Ann in 2h 30 min', '1:1 with Ann | 25 Nov 2026 | 10:15–10:45'],
    ['Call in 20 min', 'Call | 25 Nov 2026 | 08:35–09:05'],
    ['Retro 2026-12-01 9am 1h30', 'Retro | 1 Dec 2026 | 09:00–10:30'],
    ['Standup mon 9:15–9:30', 'Standup | 30 Nov 2026 | 09:15–09:30'],
    ['Planning next monday at 10', 'Planning | 30 Nov 2026 | 10:00–10:30'],
    ['Planning next friday 10:00', 'Planning | 4 Dec 2026 | 10:00–10:30'],
    ['Board 1.12. 16:00 2 hours', 'Board | 1 Dec 2026 | 16:00–18:00'],
    ['Kick-off 3 Feb 9:30', 'Kick-off | 3 Feb 2027 | 09:30–10:00'],
    ['Kick-off on February 3rd, 2027 at 9:30pm', 'Kick-off | 3 Feb 2027 | 21:30–22:00'],
    ['Sync 24 Dec 10', 'Sync | 24 Dec 2026 | 10:00–10:30'],
    ['Handover tomorrow 11-1pm', 'Handover | 26 Nov 2026 | 11:00–13:00'],
    ['Handover tomorrow 2-3pm', 'Handover | 26 Nov 2026 | 14:00–15:00'],
    ['Handover tomorrow 11am-1', 'Handover | 26 Nov 2026 | 11:00–13:00'],
    ['Night watch fri 23:30-00:30', 'Night watch | 27 Nov 2026 | 23:30–00:30 (+1)'],
    ['Watch fri 22:00-01:00', 'Watch | 27 Nov 2026 | 22:00–01:00 (+1)'],
    ['Watch fri 20:00-8:00', 'Watch | 27 Nov 2026 | 20:00–08:00 (+1)'],
    ['Watch fri 9pm-6am', 'Watch | 27 Nov 2026 | 21:00–06:00 (+1)'],
    ['Open day fri 8:00-22:00', 'Open day | 27 Nov 2026 | 08:00–22:00'],
    ['Tomorrow 10:00 Friday demo', 'Friday demo | 26 Nov 2026 | 10:00–10:30'],
    ['Friday wrap-up tomorrow 16:00', 'Friday wrap-up | 26 Nov 2026 | 16:00–16:30'],
    ['10:00 tomorrow, interview', 'interview | 26 Nov 2026 | 10:00–10:30'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.each([
    ['Sync 9:00', 'Sync | 25 Nov 2026 | 09:00–09:30'],
    ['Sync 8:00', 'Sync | 26 Nov 2026 | 08:00–08:30'],
    ['Sync wed 8:00', 'Sync | 2 Dec 2026 | 08:00–08:30'],
    ['Sync wed 9:00', 'Sync | 25 Nov 2026 | 09:00–09:30'],
  ])('a time that has passed today means the next one: %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('numbers of the subject stay in the subject', () => {
  test.each([
    ['Q4 2026 review tomorrow 10', 'Q4 2026 review | 26 Nov 2026 | 10:00–10:30'],
    ['Sprint 14 planning fri 9', 'Sprint 14 planning | 27 Nov 2026 | 09:00–09:30'],
    ['Rooms 3-4 move tomorrow 10:00', 'Rooms 3-4 move | 26 Nov 2026 | 10:00–10:30'],
    ['Release 1.12 tomorrow 10:00', 'Release 1.12 | 26 Nov 2026 | 10:00–10:30'],
    ['Version 1.12.0 go/no-go tomorrow 9am', 'Version 1.12.0 go/no-go | 26 Nov 2026 | 09:00–09:30'],
    ['24/7 support fri 10', '24/7 support | 27 Nov 2026 | 10:00–10:30'],
    ['Top 10 risks tomorrow 9:00 15m', 'Top 10 risks | 26 Nov 2026 | 09:00–09:15'],
    ['15 minutes of fame tomorrow 9:00 45m', '15 minutes of fame | 26 Nov 2026 | 09:00–09:45'],
    ['Plan 2026-2027 tomorrow 9:00', 'Plan 2026-2027 | 26 Nov 2026 | 09:00–09:30'],
    ['Sync with the 10 o’clock team tomorrow 11:00', 'Sync with the 10 o’clock team | 26 Nov 2026 | 11:00–11:30'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('nothing is created from what is not both a subject and a time to come', () => {
  test.each([
    'Weekly sync',
    'Weekly sync tomorrow',
    'tomorrow 10:00',
    'tomorrow 10:00 45m',
    'Q4 2026 review',
    '123-456-789',
    'Retro 2020-01-01 9am',
    'Review today 7:00',
    'Review yesterday 10:00',
    'Sprint 14',
    'Lunch 25:00',
    'Sync 3 Dec 14:00-13:00',
    'Sync 3 Dec 14:00 to 13:00',
    'Sync 3 Dec 2pm-1pm',
    'Sync 3 Dec 2PM-1pm',
    'Sync 3 Dec 14:00-14:00',
    'Sync 3 Dec 20:00-8:01',
    'Sync fri 3 14:00-13:00',
    'Sync 14:00-13:00 45m',
    'Lunch 31.2. 10:00',
    'Lunch 2027-02-29 10:00',
    '',
  ])('%s', (text) => {
    expect(read(text)).toBeNull()
  })

  test('a time that the clocks skip is offered to nobody', () => {
    expect(read('Sync 2027-03-28 02:30')).toBeNull()
  })
})

const here: Here = { now, zone, order: 'day first', hasHalfDays: false, country: null }
const days = ['tomorrow', 'fri', '1.12.', 'next mon', '2026-12-01', 'übermorgen', 'in 5 Tagen', 'every Monday', '12/01']
const times = ['10', '10:00', '9am', 'at 14-15', '23:30-0:30', 'um halb zehn', 'noon', '14h30', '19 Uhr']
const others = ['45m', 'for 1h', 'EST', 'UTC+2', 'weekly', 'jeden Montag', 'Pacific time', '"Fri 9:00"', 'eine Stunde']
const traps = [
  'sync',
  'Q4',
  'at',
  'in 2h',
  '14:00-13:00',
  '31.2.',
  'May',
  'next week',
  '(',
  '„',
  "'",
  'Mo-Fr',
  '24:00',
  'midnight',
]

test('whatever is typed, a meeting has a subject, begins after now and ends after that', () => {
  const words = fc.constantFrom(...days, ...times, ...others, ...traps)
  fc.assert(
    fc.property(fc.array(words, { maxLength: 7 }), fc.string({ unit: 'grapheme' }), (parts, noise) => {
      const reading = parseSentence([...parts, noise].join(' '), here)
      if (reading.kind !== 'offer') return
      const { subject, startsAt, endsAt } = reading.sentence
      expect(subject.trim()).not.toBe('')
      expect(Date.parse(startsAt)).toBeGreaterThan(now.getTime())
      expect(Date.parse(endsAt)).toBeGreaterThan(Date.parse(startsAt))
    }),
    { numRuns: 1_000 },
  )
})

test('wherever day, time and the rest stand, the subject is every other word and none of theirs', () => {
  const subject = fc.array(fc.constantFrom('Budget', 'Jour', 'Lunch', 'Ann', 'Überblick'), {
    minLength: 1,
    maxLength: 3,
  })
  const rest = fc.option(fc.constantFrom('45m', 'for 1h', 'für 30 Minuten', 'eine Stunde'), { nil: '' })
  fc.assert(
    fc.property(
      subject,
      fc.constantFrom(...days),
      fc.constantFrom(...times),
      rest,
      fc.boolean(),
      (names, day, time, length, isFirst) => {
        const [name, when] = [names.join(' '), `${day} ${time} ${length}`.trim()]
        const reading = parseSentence(isFirst ? `${name} ${when}` : `${when}, ${name}`, here)
        if (reading.kind === 'offer') expect(reading.sentence.subject).toBe(name)
        else expect(reading).toEqual({ kind: 'question', question: 'How long? You named an end and another length.' })
      },
    ),
  )
})

test('a long text that was pasted is a search', () => {
  expect(parseSentence(`Lunch tomorrow 10:00 ${'and so on '.repeat(40)}`, here)).toEqual({ kind: 'nothing' })
})

/** Whose short names are shared with others, stay all year, or are rare; one that has none, and one of two words. */
const theirs = [
  ...['America/New_York', 'America/Phoenix', 'America/Regina', 'America/Jamaica', 'America/Adak', 'America/St_Johns'],
  ...['Europe/London', 'Europe/Dublin', 'Europe/Lisbon', 'Africa/Casablanca', 'Africa/Lagos', 'Africa/Nairobi'],
  ...['Asia/Kolkata', 'Asia/Jerusalem', 'Asia/Dhaka', 'Asia/Shanghai', 'Asia/Dubai', 'Asia/Ho_Chi_Minh'],
  ...['Australia/Brisbane', 'Australia/Lord_Howe', 'Pacific/Auckland', 'UTC'],
].flatMap((there) => ['2027-01-15', '2027-07-15'].map((day) => [there, day] as const))

test.each(theirs)('what Foyer shows people in %s as their zone on %s is that zone in a sentence', (there, day) => {
  const [startsAt = ''] = instantsOf(day, '10:00', there)
  for (const shown of [zoneLabel(startsAt, there), zoneName(there)]) {
    const own = parseSentence(`Call ${day} 10:00 ${shown}`, { ...here, zone: there })
    expect(own).toMatchObject({ kind: 'offer', sentence: { subject: 'Call', startsAt } })
    // Elsewhere it is that, too, or asked about.
    const other = parseSentence(`Call ${day} 10:00 ${shown}`, here)
    expect(other.kind === 'offer' ? other.sentence.startsAt : other.kind).toBe(
      other.kind === 'offer' ? startsAt : 'question',
    )
  }
})
