import { expect, test } from 'vitest'
import { meetingOf } from './fixture.ts'
import { type Section, stretchesOf } from './stretches.ts'

/** Ids that end as random ones do. */
function sectionOf(key: string, length: number): Section {
  const id = (nth: number) => `${key}-${nth}-${((nth * 7 + key.length) % 16).toString(16)}`
  return { key, title: key, meetings: Array.from({ length }, (_, nth) => meetingOf({ id: id(nth) })) }
}

const sections = [
  sectionOf('now', 3),
  ...Array.from({ length: 30 }, (_, day) => sectionOf(`day ${day}`, (day * 13) % 90)),
]

function ids(list: ReturnType<typeof stretchesOf>): string[] {
  return list.flatMap(({ parts }) => parts.flatMap(({ meetings }) => meetings.map((meeting) => meeting.id)))
}

test('every meeting is in one stretch, in order, and knows its place in its section', () => {
  const stretches = stretchesOf(sections)
  expect(ids(stretches)).toEqual(sections.flatMap(({ meetings }) => meetings.map(({ id }) => id)))
  for (const part of stretches.flatMap(({ parts }) => parts)) {
    const whole = sections.find(({ key }) => key === part.key)?.meetings ?? []
    expect(part.of).toBe(whole.length)
    expect(part.meetings).toEqual(whole.slice(part.first, part.first + part.meetings.length))
  }
})

test('stretches are neither so short that they are many nor so long that they are many rows', () => {
  const sizes = stretchesOf(sections).map((stretch) => ids([stretch]).length)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(40)
  expect(Math.min(...sizes.slice(0, -1))).toBeGreaterThanOrEqual(12)
})

test('a meeting more or less at the top leaves the stretches further down as they were', () => {
  const keys = (list: readonly Section[]) => stretchesOf(list).map(({ key }) => key)
  const before = keys(sections)
  for (const now of [sectionOf('now', 2), sectionOf('now', 4)]) {
    const after = keys([now, ...sections.slice(1)])
    expect(new Set(after).size).toBe(after.length)
    expect(after.slice(-20)).toEqual(before.slice(-20))
  }
})

test('a list without meetings has none', () => {
  expect(stretchesOf([])).toEqual([])
  expect(stretchesOf([sectionOf('now', 0)])).toEqual([])
})
