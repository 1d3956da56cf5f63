import { expect, test } from 'vitest'
import { attendeeOf, sessionOf } from '#components/history/parts/fixture.ts'
import type { MeetingAttendees } from '#lib/meetings/schema.ts'
import { cameLines } from './came-lines.ts'

const at = (time: string) => `2026-11-24T${time}:00.000Z`
const pressed = (personId: string, time: string): MeetingAttendees['others'][number] => ({
  personId,
  name: personId,
  email: null,
  pressedAt: at(time),
})
const came = attendeeOf({ name: 'Erin', personId: 'erin' })
const linesOf = (others: MeetingAttendees['others'], part: Parameters<typeof sessionOf>[0] = {}) =>
  cameLines(sessionOf({ attendees: [came], ...part }), { invited: [], others }).map((line) => [
    line.name,
    line.pressedAt,
    line.came ? 'came' : line.state,
  ])

test('who came and pressed Join stands once', () => {
  expect(linesOf([pressed('erin', '09:01')])).toEqual([['Erin', at('09:01'), 'came']])
})

test('who pressed Join and was not seen is absent only where everybody is known', () => {
  const others = [pressed('pat', '09:05')]
  expect(linesOf(others)[1]).toEqual(['pat', at('09:05'), 'absent'])
  expect(linesOf(others, { isCertain: false })[1]).toEqual(['pat', at('09:05'), 'unknown'])
})

test('a press long before the session, or after it, is of another one', () => {
  expect(linesOf([pressed('pat', '07:02'), pressed('sam', '10:13'), pressed('kim', '07:03')])).toEqual([
    ['Erin', null, 'came'],
    ['kim', at('07:03'), 'absent'],
  ])
})
