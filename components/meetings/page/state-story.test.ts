import { expect, test } from 'vitest'
import { detailOf } from '#components/meetings/list/fixture.ts'
import { stateStory } from './state-story.ts'

function storyOf(part: Parameters<typeof detailOf>[0], now = '2026-11-24T10:04:30Z'): string {
  return stateStory(detailOf(part), new Date(now), 'Europe/London')
}

const seen = { stateFrom: 'goto', stateAsOf: '2026-11-24T10:04:00.000Z' } as const

test('every state says what it is known from and how old that is', () => {
  expect(storyOf({ ...seen, state: 'live', stateSince: '2026-11-24T10:02:00.000Z' })).toBe(
    'Live since 10:02 GMT · Confirmed by GoTo at 10:04',
  )
  expect(
    storyOf({
      state: 'waiting',
      stateFrom: 'press',
      stateSince: '2026-11-24T09:58:00.000Z',
      stateAsOf: seen.stateAsOf,
    }),
  ).toBe('Somebody pressed Join 09:58 GMT; the host hasn’t started yet · Checked with GoTo at 10:04')
  expect(storyOf({ ...seen, state: 'ended', stateSince: '2026-11-24T10:57:00.000Z' }, '2026-11-24T10:58:00Z')).toBe(
    'Ended 10:57 GMT · Confirmed by GoTo at 10:04, 54 min ago',
  )
  expect(storyOf({ state: 'captured', stateFrom: 'history', stateSince: '2026-11-23T10:57:00.000Z' })).toBe(
    'Ended 23 Nov 2026, 10:57 GMT · From GoTo’s history',
  )
  expect(storyOf({}, '2026-11-24T08:00:00Z')).toBe('Scheduled · Not checked with GoTo yet')
  expect(storyOf({ stateAsOf: seen.stateAsOf })).toBe('Not started yet · Checked with GoTo at 10:04')
})

test('what GoTo said long ago says how long ago', () => {
  expect(storyOf({ ...seen, state: 'live', stateSince: '2026-11-24T10:02:00.000Z' }, '2026-11-24T10:15:00Z')).toBe(
    'Live since 10:02 GMT · Confirmed by GoTo at 10:04, 11 min ago',
  )
})

test('when its room is in use outside its time, it says so beside what is planned', () => {
  const room = { id: 'r', subject: 'My room', isLive: true }
  expect(storyOf({ room }, '2026-11-24T06:00:00Z')).toBe(
    'Scheduled · Another meeting is running in “My room” · Not checked with GoTo yet',
  )
  expect(storyOf({ room: { ...room, isLive: false } }, '2026-11-24T06:00:00Z')).not.toContain('My room')
  expect(storyOf({ ...seen, room, state: 'live', stateSince: '2026-11-24T10:02:00.000Z' })).not.toContain('My room')
})
