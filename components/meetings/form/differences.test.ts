import { expect, test } from 'vitest'
import { detailOf } from '#components/meetings/list/fixture.ts'
import { differencesOf } from './differences.ts'
import { valuesOf } from './meeting-values.ts'

const now = new Date('2026-11-24T09:00:00.000Z')
const nameOf = (id: string) => ({ o1: 'Dana Reyes', o2: 'Sam Okafor', o3: 'Sam Okafor' })[id] ?? 'An organizer'

function differences(mine: string[], theirs: string[]) {
  const meeting = detailOf({ coorganizers: theirs.map((organizerId) => ({ organizerId, name: nameOf(organizerId) })) })
  return differencesOf({ ...valuesOf(meeting, now, 'Europe/Berlin'), coorganizers: mine }, meeting, now, nameOf)
}

test('co-organizers are told apart by who they are, and named', () => {
  expect(differences(['o1'], ['o2'])).toEqual([{ field: 'Co-organizers', mine: 'Dana Reyes', theirs: 'Sam Okafor' }])
  expect(differences(['o2'], ['o3'])).toHaveLength(1)
  expect(differences(['o1', 'o2'], ['o2', 'o1'])).toEqual([])
  expect(differences([], ['o1'])).toEqual([{ field: 'Co-organizers', mine: 'None', theirs: 'Dana Reyes' }])
})
