import { expect, test } from 'vitest'
import { isRead, knownAsOf } from './is-read.ts'

const at = new Date('2026-11-24T09:00:00Z')
const back = (days: number) => new Date(at.getTime() - days * 86_400_000)
const covered = { coveredFrom: back(60), coveredTo: back(9) }

test('a past month that was fully read is as true now as then, and raises no alarm', () => {
  const month = { from: back(50), to: back(20) }
  expect(isRead(covered, month, at)).toBe(true)
  expect(knownAsOf(covered, month, at)).toEqual(at)
})

test('a period that was still open when it was read is as old as the reading', () => {
  expect(knownAsOf(covered, { from: back(30), to: at }, at)).toEqual(back(9))
  expect(isRead(covered, { from: back(30), to: at }, at)).toBe(false)
})

test('a past period with only its end read is not called known as of now', () => {
  expect(knownAsOf(covered, { from: back(90), to: back(20) }, at)).toEqual(back(9))
  expect(knownAsOf({ coveredFrom: null, coveredTo: null }, { from: null, to: at }, at)).toBeNull()
})
