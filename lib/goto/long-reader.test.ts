import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gotoCalls } from './contract/calls.ts'
import { parseGotoJson, stringifyGotoJson } from './contract/json.ts'
import { longReader } from './long-reader.ts'

const { answer } = gotoCalls.listAttendees.response

/** An attendee row's day in January, and what is odd about it. */
const row = fc
  .tuple(
    fc.integer({ min: 1, max: 28 }),
    fc.constantFrom({}, { leaveTime: '' }, { subject: {} }, { startTime: 'soon' }),
  )
  .map(([day, odd]) => ({
    meetingId: 421907356,
    meetingInstanceKey: 400000000002087000n + BigInt(day),
    organizerkey: 7000000000004417n,
    attendeeName: 'Kim, "the" {Ude]',
    startTime: `2031-01-${String(day).padStart(2, '0')}T09:00:00.+0000`,
    ...odd,
  }))

function streamed(text: string, keep: Parameters<typeof longReader>[1] = {}) {
  const reader = longReader('listAttendees', keep)
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += 100) reader?.push(bytes.subarray(at, at + 100))
  return { list: reader?.end() ?? null, hasRead: reader?.hasRead() }
}

test('a list read as it arrives means the same as one read at once, each row set aside included', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(row, fc.constant(null)), { maxLength: 20 }), (rows) => {
      const text = stringifyGotoJson(rows)
      const whole = answer.safeParse(parseGotoJson(text))
      const { list, hasRead } = streamed(text)
      expect(hasRead || rows.length === 0).toBe(whole.success)
      if (!whole.success) return
      expect(list).toEqual(whole.data)
    }),
  )
})

test('wanted rows are the same as if all had been read', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), fc.integer({ min: 1, max: 28 }), (rows, day) => {
      const since = `2031-01-${String(day).padStart(2, '0')}`
      const all = streamed(stringifyGotoJson(rows)).list?.rows as { startTime: string }[]
      const wanted = streamed(stringifyGotoJson(rows), { isWanted: (beganAt) => beganAt >= since }).list?.rows
      expect(wanted).toEqual(all.filter(({ startTime }) => startTime >= since))
    }),
  )
})
