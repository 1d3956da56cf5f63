import { expect, test } from 'vitest'
import { isTokenText, newTokenText, startOf } from './token-text.ts'

test('a token is foyer_ and 49 letters and digits, and no two are the same', () => {
  const made = Array.from({ length: 1_000 }, newTokenText)
  for (const token of made) {
    expect(token).toMatch(/^foyer_[0-9A-Za-z]{49}$/)
    expect(isTokenText(token)).toBe(true)
  }
  expect(new Set(made).size).toBe(made.length)
})

test('of its 256 bits people see 24 later', () => {
  const token = newTokenText()
  expect(startOf(token)).toBe(token.slice(0, 10))
})

test('a letter that is mistyped, missing, doubled or swapped is noticed without the database', () => {
  const token = newTokenText()
  for (let at = 0; at < token.length; at += 1) {
    const [before, letter = '', after] = [token.slice(0, at), token[at], token.slice(at + 1)]
    const next = token[at + 1] ?? ''
    const mistakes = [before + (letter === 'A' ? 'B' : 'A') + after, before + after, before + letter + letter + after]
    if (next !== '' && next !== letter) mistakes.push(before + next + letter + token.slice(at + 2))
    for (const mistake of mistakes) expect(isTokenText(mistake), mistake).toBe(false)
  }
})

test('what looks like a token and is none, is none', () => {
  for (const text of [
    '',
    'foyer_',
    `foyer_${'0'.repeat(49)}`,
    `FOYER_${newTokenText().slice(6)}`,
    `${newTokenText()} `,
  ])
    expect(isTokenText(text), text).toBe(false)
})
