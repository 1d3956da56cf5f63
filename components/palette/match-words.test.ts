import { expect, test } from 'vitest'
import { matchWords } from './match-words.ts'

const meeting = 'join HR benefits meeting Olivia Müller 0199c2'

test('a page is not found by letters that lie scattered in a meeting', () => {
  expect(matchWords('Settings', 'Settings')).toBe(1)
  expect(matchWords(meeting, 'Settings')).toBe(0)
  expect(matchWords(meeting, 'log')).toBe(0)
})

test('words are found by their beginning, in any order, case and accent', () => {
  for (const typed of ['hr ben', 'muller hr', 'MÜLLER', 'join benefits']) expect(matchWords(meeting, typed)).toBe(1)
  for (const typed of ['enefits', 'hr payroll', '?']) expect(matchWords(meeting, typed)).toBe(0)
})

test('other words of an entry count as its own', () => {
  expect(matchWords('New meeting', 'schedule', ['create', 'schedule'])).toBe(1)
})
