import { expect, test } from 'vitest'
import { detailOf } from '#components/meetings/list/fixture.ts'
import { myRole } from './my-role.ts'
import { stateSentence } from './state-sentence.ts'

function said(part: Parameters<typeof detailOf>[0], now = '2026-11-24T09:58:00Z'): string {
  const { lead, rest } = stateSentence(detailOf(part), new Date(now), 'Europe/London')
  return [lead, rest].filter(Boolean).join(' ')
}

test('it says when it opens, on which day unless that is today', () => {
  expect(said({}, '2026-11-24T08:00:00Z')).toBe('Opens at 09:45.')
  expect(said({}, '2026-11-23T08:00:00Z')).toBe('Opens tomorrow at 09:45.')
  expect(said({}, '2026-11-20T08:00:00Z')).toBe('Opens Tuesday at 09:45.')
  expect(said({}, '2026-11-10T08:00:00Z')).toBe('Opens Tuesday 24 November at 09:45.')
})

test('that its organizer starts on time is said only where it is known', () => {
  expect(said({ startsOnTime: true }, '2026-11-20T08:00:00Z')).toBe(
    'Opens Tuesday at 09:45. Dana Reyes usually starts on time.',
  )
  expect(said({})).toBe('Starts in 2 min.')
})

test('from its start to its end it says what everybody wants to know', () => {
  expect(said({}, '2026-11-24T10:00:30Z')).toBe('Starting now. Dana Reyes hasn’t started yet.')
  expect(said({}, '2026-11-24T10:16:00Z')).toBe('16 min late. Dana Reyes hasn’t started yet.')
  expect(said({}, '2026-11-24T10:40:00Z')).toBe('Planned until 11:00, not started. Dana Reyes may not be coming.')
  expect(said({ state: 'waiting' })).toBe('Waiting for Dana Reyes to start.')
  expect(said({ state: 'live', stateSince: '2026-11-24T09:55:00.000Z' })).toBe('Live since 09:55.')
  expect(said({ state: 'ended', stateSince: '2026-11-24T09:55:00.000Z' })).toBe('Ended 09:55.')
  expect(said({ startsAt: null })).toBe('No meeting running, as far as Foyer knows.')
  expect(said({}, '2026-11-24T20:00:00Z')).toBe('Not started, as far as Foyer knows.')
})

test('everybody learns how they take part, and who isn’t invited why they can join all the same', () => {
  const role = (part: Parameters<typeof detailOf>[0]) => myRole(detailOf(part), 'me')
  const invited = (required: boolean) => [{ personId: 'me', name: 'Me', required }]
  const can = { ...detailOf().can, start: true }
  expect(role({ invited: invited(true) })).toBe('Required')
  expect(role({ invited: invited(false) })).toBe('Optional')
  expect(role({ can })).toBe('Co-organizer')
  expect(role({ can, invited: invited(true) })).toBe('Co-organizer, required')
  expect(role({})).toBe('Not invited by name. Open to everybody in the company.')
  expect(role({ visibility: 'group', group: { id: 'g', name: 'Sales' } })).toBe(
    'Not invited by name. Open to the group Sales.',
  )
})
