import { describe, expect, test } from 'vitest'
import { formatMeetingId, parseMeetingId } from './meeting-id.ts'

describe('meeting IDs', () => {
  test('are shown in threes', () => expect(formatMeetingId('123456789')).toBe('123-456-789'))

  test.each([
    '123-456-789',
    '123456789',
    ' 123 456 789 ',
    'https://meet.goto.com/123456789',
    'https://global.gotomeeting.com/join/123456789?x=1',
  ])('are understood as typed: %s', (typed) => expect(parseMeetingId(typed)).toBe('123456789'))

  test.each(['', '12345', 'tomorrow', 'https://example.com/', '123-456-78a'])(
    'are refused when they cannot be valid: %s',
    (typed) => {
      expect(parseMeetingId(typed)).toBeNull()
    },
  )
})
