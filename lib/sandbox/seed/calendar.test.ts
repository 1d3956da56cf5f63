import { expect, test } from 'vitest'
import { simulateAttendance } from './attendance.ts'
import { createCalendar } from './calendar.ts'
import { companyOf } from './company.ts'
import { weekday } from './zone.ts'

const hour = 3_600_000
const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata']
const at = Date.parse('2026-03-05T00:00:00Z')

function fullCalendar(zone: string) {
  return createCalendar({ company: companyOf('full'), lanes: 3, zone })
}

test.each(zones)(
  'in %s exactly three simulated meetings are running at any moment, even at night and across clock changes',
  (zone) => {
    const calendar = fullCalendar(zone)
    for (let moment = at; moment < at + 30 * 24 * hour; moment += 1.7 * hour) {
      const date = calendar.dayOf(moment)
      const running = [date - 1, date, date + 1]
        .flatMap((day) => [0, 1, 2].flatMap((lane) => calendar.onDay(day, lane)))
        .filter(({ runsFrom, runsUntil }) => runsFrom <= moment && moment < runsUntil)
      expect(running.length, new Date(moment).toISOString()).toBe(3)
      expect(new Set(running.map(({ organizerKey }) => organizerKey)).size).toBe(3)
    }
  },
)

test('planned meetings are in office hours on workdays', () => {
  const calendar = fullCalendar('Europe/Berlin')
  const hours = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Berlin', hour: 'numeric', hourCycle: 'h23' })
  const first = calendar.dayOf(at)
  for (let date = first; date < first + 28; date++) {
    const planned = calendar.lanes
      .flatMap((lane) => calendar.onDay(date, lane))
      .filter(({ type }) => type === 'scheduled')
    if (weekday(date) % 6 === 0) expect(planned).toEqual([])
    else expect(planned.length).toBeGreaterThan(15)
    for (const { startsAt } of planned) {
      expect(Number(hours.format(startsAt))).toBeGreaterThanOrEqual(8)
      expect(Number(hours.format(startsAt))).toBeLessThan(18)
    }
  }
})

test('the same day has the same meetings and attendees at every start', () => {
  const [first, second] = [fullCalendar('Europe/Berlin'), fullCalendar('Europe/Berlin')]
  const date = first.dayOf(at)
  expect(second.onDay(date, 1)).toEqual(first.onDay(date, 1))
  const [planned] = first.onDay(date, 1)
  if (!planned) throw new Error('Nothing is planned.')
  expect(simulateAttendance(planned, companyOf('full'))).toEqual(simulateAttendance(planned, companyOf('full')))
})

test('attendees are as messy as real ones: no e-mail, NA, private addresses, reversed names, phones, rejoins', () => {
  const calendar = fullCalendar('Europe/Berlin')
  const first = calendar.dayOf(at)
  const rows = Array.from({ length: 14 }, (_, nth) => first + nth)
    .flatMap((date) => [0, 1, 2].flatMap((lane) => calendar.onDay(date, lane)))
    .map((planned) => simulateAttendance(planned, companyOf('full')))
  const all = rows.flat()
  const signs = [
    all.some(({ email }) => email === ''),
    all.some(({ email }) => email === 'NA'),
    all.some(({ email }) => email.endsWith('@mail.example')),
    all.some(({ name }) => /^[^,]+, \S+/.test(name)),
    all.some(({ name }) => name.startsWith('iPhone von ')),
    all.some(({ name }) => name.startsWith('+49 ')),
    all.some(({ name }) => /otter|notetaker/i.test(name)),
    all.some(({ name }) => /[äöüéø]/i.test(name)),
    rows.some((session) => new Set(session.map(({ name, email }) => name + email)).size < session.length),
  ]
  expect(signs).toEqual(signs.map(() => true))
  for (const { joinedAt, leftAt } of all) expect(leftAt).toBeGreaterThan(joinedAt)
})
