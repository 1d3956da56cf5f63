import { expect, test } from 'vitest'
import { addressWords, peopleRangeText, placeholderWords, typedAs } from './attendee-words.ts'
import { attendeeOf } from './fixture.ts'

test('every typed name is shown, each once', () => {
  expect(typedAs(attendeeOf({ name: 'Ann Lee' }))).toEqual([])
  const ann = { name: 'Ann Lee', typedName: 'ann', alsoTyped: ['Bob', 'iPhone'] }
  expect(typedAs(attendeeOf(ann))).toEqual(['typed “ann”', 'also typed “Bob”, “iPhone”'])
  expect(typedAs(attendeeOf({ name: 'No name given', typedName: '' }))).toEqual([])
})

test('a placeholder name says how many people its rows may be, and no other name does', () => {
  const words = (mayBeAtLeast: number, mayBe: number, typedName = 'Guest') =>
    placeholderWords(attendeeOf({ kind: 'placeholder', typedName, mayBeAtLeast, mayBe }))
  expect(words(1, 1)).toBe('Placeholder name: could be anybody')
  expect(words(1, 3)).toBe('Placeholder name: one of 3 rows with this name, 1 to 3 people in all')
  expect(words(3, 3)).toBe('Placeholder name: one of 3 rows with this name, 3 people in all')
  expect(words(1, 1, '')).toBe('Could be anybody')
  expect(words(1, 2, '')).toBe('One of 2 rows without a name, 1 to 2 people in all')
  expect(placeholderWords(attendeeOf())).toBeNull()
})

test('a shared address says whether it was certainly shared', () => {
  expect(addressWords({ note: 'shared-address' })).toBe('Shared address: several people used it at the same time')
  expect(addressWords({ note: 'perhaps-shared-address' })).toMatch(/^Perhaps a shared address/)
  expect(addressWords({ note: null })).toBeNull()
})

test('rows of a placeholder name are counted as a range, and notetakers not at all', () => {
  const caller = attendeeOf({ kind: 'placeholder', typedName: 'Call-in User', mayBeAtLeast: 1, mayBe: 2 })
  const notetaker = attendeeOf({ kind: 'notetaker', name: 'Otter.ai' })
  expect(peopleRangeText([attendeeOf(), caller, caller, notetaker])).toBe('2–3 people')
  expect(peopleRangeText([attendeeOf(), notetaker])).toBe('1 person')
})
