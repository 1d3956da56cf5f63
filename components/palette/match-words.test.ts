import { expect, test } from 'vitest'
import { matchWords } from './match-words.ts'

const meeting = 'HR benefits meeting Olivia Müller 0199c2'

test('a page is not found by letters that lie scattered in a meeting', () => {
  expect(matchWords('Settings', 'Settings')).toBeGreaterThan(0.99)
  expect(matchWords(meeting, 'Settings')).toBe(0)
  expect(matchWords(meeting, 'log')).toBe(0)
})

test('words are found by their beginning, in any order, case and accent', () => {
  for (const typed of ['hr ben', 'muller hr', 'MÜLLER', 'join benefits'])
    expect(matchWords(meeting, typed, ['join'])).toBeGreaterThan(0)
  for (const typed of ['enefits', 'hr payroll', '?']) expect(matchWords(meeting, typed, ['join'])).toBe(0)
})

test('other words of an entry count as its own', () => {
  expect(matchWords('New meeting', 'schedule', ['create', 'schedule'])).toBeGreaterThan(0)
})

test('the page of that name comes before a meeting that begins so, and both before what is only kept under the word', () => {
  const scores = [
    matchWords('Settings', 'settings'),
    matchWords('Settings workshop Dana Reyes', 'settings'),
    matchWords('Time zone settings', 'settings'),
    matchWords('0199c2', 'settings', ['settings']),
    0,
  ]
  expect(scores.toSorted((a, b) => b - a)).toEqual(scores)
  expect(new Set(scores).size).toBe(scores.length)
})
