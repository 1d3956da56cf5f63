import { expect, test } from 'vitest'
import { detailOf } from '#components/meetings/list/fixture.ts'
import { writeReminder } from './write-reminder.ts'

const link = 'https://foyer.example/meetings/0192aaaa/join'

function read(href: string): { bcc: string[]; subject: string; lines: string[] } {
  const search = new URLSearchParams(href.slice('mailto:?'.length))
  return {
    bcc: (search.get('bcc') ?? '').split(','),
    subject: search.get('subject') ?? '',
    lines: (search.get('body') ?? '').split('\r\n'),
  }
}

test('says what, when with the zone, how to join and how to dial in, to addresses that nobody else sees', () => {
  const meeting = detailOf({ audio: 'US: +1 (657) 220-3412\nAccess Code: 317-680-365' })
  const { href, isTooLong } = writeReminder(meeting, ['erin@example.com', 'a+b@example.com'], link, 'America/New_York')
  expect(isTooLong).toBe(false)
  expect(read(href)).toEqual({
    bcc: ['erin@example.com', 'a+b@example.com'],
    subject: 'Join: Product training',
    lines: [
      'Product training',
      'Tuesday 24 November 2026, 11:00–12:00 CET (Europe/Berlin)',
      '',
      `Join: ${link}`,
      'Join as a guest: https://meet.goto.com/123456789',
      'Meeting ID: 123-456-789',
      '',
      'US: +1 (657) 220-3412',
      'Access Code: 317-680-365',
      '',
      'Dana Reyes',
    ],
  })
})

test('a subject cannot add fields or lines to the mail', () => {
  const meeting = detailOf({ subject: 'Sales & co?cc=eve@example.com\r\nBcc: mallory@example.com' })
  const { href } = writeReminder(meeting, ['erin@example.com'], link, 'UTC')
  expect([...new URLSearchParams(href.slice('mailto:?'.length)).keys()]).toEqual(['bcc', 'subject', 'body'])
  expect(read(href).subject).toBe('Join: Sales & co?cc=eve@example.com Bcc: mallory@example.com')
  expect(href).not.toMatch(/[\r\n ]/)
})

test('more addresses than a mail program takes are recognized', () => {
  const many = Array.from({ length: 100 }, (_, index) => `person.number.${index}@example.com`)
  expect(writeReminder(detailOf(), many, link, 'UTC').isTooLong).toBe(true)
})

test('while the clocks change the mail names the zone of each end', () => {
  const meeting = detailOf({ startsAt: '2026-10-25T00:30:00.000Z', endsAt: '2026-10-25T01:30:00.000Z' })
  const { href } = writeReminder(meeting, ['erin@example.com'], link, 'UTC')
  expect(read(href).lines[1]).toBe('Sunday 25 October 2026, 02:30–02:30 CEST, then CET (Europe/Berlin)')
})
