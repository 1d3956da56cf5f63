import fc from 'fast-check'
import { expect, test } from 'vitest'
import { homesOf, keyOfWords } from './homes-of.ts'
import { hasAllWords, wordsOfName } from './words-of-name.ts'

test('one name has one set of words, however somebody writes it', () => {
  for (const name of [
    'Ann Lee',
    ' LEE,  ann',
    'ann lee',
    'Ann Lee’s iPhone',
    'iPhone (Ann Lee)',
    'iPad de Ann Lee',
    'ann.lee@x.example',
  ])
    expect(wordsOfName(name)).toEqual(['ann', 'lee'])
  expect(wordsOfName("Seán O'Brien")).toEqual(wordsOfName('Sean O’Brien'))
  expect(wordsOfName('iPad d’Anne')).toEqual(['anne'])
  expect(wordsOfName('Zoë Müller-Ray')).toEqual(['muller', 'ray', 'zoe'])
  expect(wordsOfName('De Vries')).toEqual(['de', 'vries'])
})

test('a name without letters is its own word, and an empty one has none', () => {
  expect(wordsOfName('😀')).toEqual(['😀'])
  expect(wordsOfName('iPhone')).toEqual(['iphone'])
  expect(wordsOfName('  ')).toEqual([])
})

test('a short name belongs under the only longer one that has it, and under itself if there are several', () => {
  const names = ['Ann', 'Ann Lee', 'Ann Lee (Partner)', 'Bob', 'Bob Ray', 'Bob May'].map(wordsOfName)
  expect(Object.fromEntries(homesOf(names))).toEqual({
    ann: 'ann lee partner',
    'ann lee': 'ann lee partner',
    'ann lee partner': 'ann lee partner',
    bob: 'bob',
    'bob ray': 'bob ray',
    'bob may': 'bob may',
  })
})

test('names belong under one another exactly where there is one longest', () => {
  const words = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }).map((some) => some.sort())
  fc.assert(
    fc.property(fc.array(words, { maxLength: 10 }), (names) => {
      const homes = homesOf(names)
      for (const name of names) {
        const wider = names.filter((other) => hasAllWords(other, name))
        const widest = new Set(
          wider
            .filter((one) => !wider.some((other) => other.length > one.length && hasAllWords(other, one)))
            .map(keyOfWords),
        )
        expect(homes.get(keyOfWords(name))).toBe(widest.size === 1 ? [...widest][0] : keyOfWords(name))
      }
    }),
  )
})
