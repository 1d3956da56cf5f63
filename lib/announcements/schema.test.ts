import { expect, test } from 'vitest'
import { AnnouncementDraft, AnnouncementEdit } from './schema.ts'

const draft = { body: 'Hello', from: null, until: null }

test.each([
  ['0000-01-01T00:00:00Z', false],
  ['1969-12-31T23:59:59Z', false],
  ['1970-01-01T00:00:00Z', true],
  ['9998-12-31T23:59:59Z', true],
  ['9998-12-31T23:59:59-01:00', false],
  ['9999-12-31T00:00:00Z', false],
])('a message from or until %s: storable is %s', (at, isStorable) => {
  expect(AnnouncementDraft.safeParse({ ...draft, from: at }).success).toBe(isStorable)
  expect(AnnouncementDraft.safeParse({ ...draft, until: at }).success).toBe(isStorable)
  expect(AnnouncementEdit.safeParse({ ...draft, until: at, version: 1 }).success).toBe(isStorable)
})

test.each([
  [0, false],
  [1, true],
  [2_147_483_646, true],
  [2_147_483_647, false],
])('an edit of version %d: countable is %s', (version, isCountable) => {
  expect(AnnouncementEdit.safeParse({ ...draft, version }).success).toBe(isCountable)
})

test('a message nobody could see is none, and none turns the words around it', () => {
  const { error } = AnnouncementDraft.safeParse({ ...draft, body: '\u200B \u3164' })
  expect(error?.issues[0]?.message).toBe('Write a message first.')
  expect(AnnouncementDraft.parse({ ...draft, body: 'Read \u202Ethis' }).body).toBe('Read this')
})
