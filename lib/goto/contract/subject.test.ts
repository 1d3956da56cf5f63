import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meetingRequest } from './requests.ts'
import { fromGotoSubject, toGotoSubject } from './subject.ts'

const request = {
  starttime: '2030-01-15T09:00:00Z',
  endtime: '2030-01-15T10:00:00Z',
  passwordrequired: false,
  conferencecallinfo: 'Hybrid',
  timezonekey: '',
  meetingtype: 'scheduled',
}

test('a subject comes back from GoTo as typed', () => {
  const typed = fc.string().filter((text) => !/&[lg]t;/.test(text))
  fc.assert(
    fc.property(typed, (text) => {
      expect(fromGotoSubject(toGotoSubject(text))).toBe(text)
    }),
  )
})

test('a subject with a bare angle bracket is never sent', () => {
  expect(meetingRequest.safeParse({ ...request, subject: 'a < b' }).success).toBe(false)
  expect(meetingRequest.safeParse({ ...request, subject: toGotoSubject('a < b') }).success).toBe(true)
})

test.each([
  ['a time without a zone', { starttime: '2030-01-15T09:00:00' }],
  ['a time in another zone', { starttime: '2030-01-15T09:00:00+01:00' }],
  ['a time zone', { timezonekey: 'GMT' }],
  ['a capitalised type', { meetingtype: 'Scheduled' }],
  ['a boolean as text', { passwordrequired: 'false' }],
  ['audio text that is too long', { conferencecallinfo: 'x'.repeat(256) }],
  ['a subject of 101 characters', { subject: 'x'.repeat(101) }],
  ['no subject', { subject: '' }],
])('%s is never sent', (_what, change) => {
  expect(meetingRequest.safeParse({ ...request, subject: 'Budget', ...change }).success).toBe(false)
})
