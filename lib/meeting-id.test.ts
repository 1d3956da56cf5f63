import { expect, test } from 'vitest'
import { formatMeetingId } from './meeting-id.ts'
import { parseIdField, parseMeetingId } from './typed-meeting-id.ts'

/** As GoTo writes it, with its links and numbers. */
const invitation = `Product training
Tue, Nov 24, 2026 10:00 AM - 11:00 AM (CET)

Please join my meeting from your computer, tablet or smartphone.
https://meet.goto.com/123456789

You can also dial in using your phone.
Access Code: 123-456-789
United States: +1 (571) 317-3122

Get the app now: https://meet.goto.com/install`

test.each([
  '123-456-789',
  '123456789',
  ' 123 456 789\n',
  '123–456–789',
  '123\u2011456\u2011789',
  '123\u2212456\u2212789',
  '123\u00a0456\u202f789',
  '123\u200b-456-\u00ad789\ufeff',
  '１２３-４５６-７８９',
  '123.456.789',
  '#123456789',
  '(123) 456-789',
  '(123-456-789)',
  '[123 456 789]',
  '"123-456-789"',
  '“123-456-789”',
  '„123-456-789“',
  '«123456789»',
  '`123456789`',
  '*123-456-789*',
  '123-456-789.',
  '123-456-789,',
  'Join 123-456-789',
  'meeting 123456789',
  'GoTo Meeting: 123-456-789',
  'ID: (123) 456-789',
  'https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fmeet.goto.com%2F123456789&data=05%7C01%7Cann%40example.com%7C638123456789012345%7C&sdata=x%3D&reserved=0',
  'https://eur01.safelinks.protection.outlook.com/?url=https%3a%2f%2fapp.goto.com%2fmeeting%3fmeetingId%3d123456789%26x%3d1&data=05',
  'https://secure-web.cisco.com/1a2b3c/https%3A%2F%2Fglobal.gotomeeting.com%2Fjoin%2F123456789',
  'https://urldefense.com/v3/__https://meet.goto.com/123456789__;!!Abc!Def$',
  'https://www.google.com/url?q=https://meet.goto.com/123456789&sa=D&ust=1700000000000000',
  'https://meet.goto.com/123456789',
  'http://localhost:4301/join/123456789?x=1',
  'meet.goto.com/123456789',
  'www.gotomeet.me/join/123-456-789',
  '<https://meet.goto.com/123456789>',
  'Join here: https://global.gotomeeting.com/join/123456789.',
  'https://app.goto.com/meeting?meetingId=123456789',
  'Access Code: 123-456-789',
  'Meeting ID: 123 456 789',
  'Meeting-ID: 123\u2011456\u2011789',
  'Zugangscode: 123-456-789',
  'Code d’accès : 123-456-789',
  'tel:+16572203412,,123456789#',
  'tel:+16572203412%2C%2C123456789%23',
  '+49 69 1234 5678;123456789#',
  invitation,
  // As a field of one line takes it.
  invitation.replaceAll('\n', ''),
  invitation.replace('https://meet.goto.com/123456789', ''),
])('a meeting ID is read as people have it: %j', (typed) => expect(parseMeetingId(typed)).toBe('123456789'))

test('of an invitation with another code, the link and the meeting ID are meant', () => {
  const code = 'Access Code: 317-680-365'
  expect(parseMeetingId(`Join as a guest: https://meet.goto.com/123456789\n${code}`)).toBe('123456789')
  expect(parseMeetingId(`Meeting ID: 123-456-789\n${code}`)).toBe('123456789')
})

test.each([
  '12-34',
  '',
  'weekly sync tomorrow 10:00',
  '1234567890123',
  '+1 (571) 317-3122',
  '(571) 317-3122',
  'Invoice 123456789 tomorrow 10:00',
  'Ticket 123-456-789',
  'Call +1 571 317 3122 at 10',
  'Phone number: +1 571 317 3122',
  '2026-11-24 10',
  '24.11.2026 10',
  'https://foyer.example/meetings/0192aaaa-0000-7000-8000-000000000001/join',
  'https://meet.goto.com/123456789 or https://meet.goto.com/987654321',
  'Budget 2026/123456789',
])('nothing else is taken for one: %j', (typed) => expect(parseMeetingId(typed)).toBeNull())

test.each([
  'Weekly 123456789',
  'Weekly 123-456-789',
  'Weekly: 123 456 789 (room 5)',
  'Please join my meeting 123-456-789 at 10:00.',
  'Meeting 123-456-789 10:00',
  'Budget 2026 123-456-789',
  'Treffen „123-456-789“ um 10 Uhr',
  'ID is in the title: 123.456.789',
])('where an ID is asked for, it is found among other words: %j', (typed) => {
  expect(parseIdField(typed)).toBe('123456789')
})

test.each([
  'Call +1 571 317 3122 at 10',
  'Call +48 512 345 678',
  'Call 0048 512 345 678',
  'Phone (571) 317-3122',
  'Weekly 2026-11-24 10:00',
  '123-456-789 or 987-654-321',
  'https://meet.goto.com/123456789 or https://meet.goto.com/987654321, code 317-680-365',
  'Budget 2026/123456789',
  '1234567890123 is too long',
  'Weekly',
  '12-34',
])('even there nothing else is taken for one: %j', (typed) => expect(parseIdField(typed)).toBeNull())

test('however long a text is, it is read in no time', () => {
  const texts = [
    '1 '.repeat(50_000),
    'code '.repeat(30_000),
    'a.'.repeat(60_000),
    '1,'.repeat(60_000),
    'ID: 1-'.repeat(20_000),
  ]
  texts.push(
    '('.repeat(100_000),
    `${'"'.repeat(50_000)}1${'"'.repeat(50_000)}x`,
    '123-456-'.repeat(20_000),
    '%2F'.repeat(40_000),
  )
  for (const text of texts) expect(parseIdField(text)).toBeNull()
})

test('nine digits are grouped, other lengths stay', () => {
  expect(formatMeetingId('123456789')).toBe('123-456-789')
  expect(formatMeetingId('1234567890')).toBe('1234567890')
})
