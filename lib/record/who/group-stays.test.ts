import { expect, test } from 'vitest'
import { groupStays } from './group-stays.ts'
import type { Stay } from './stay.ts'

const start = Date.parse('2026-11-24T09:00:00Z')
const info = { typedEmail: 'info@partner.example' }
const known = (id: string, name: string): Partial<Stay> => ({ person: { id, name }, confidence: 1 })
let count = 0

/** Times in minutes. */
function stay(typedName: string, from: number, until: number, more: Partial<Stay> = {}): Stay {
  count += 1
  const [joinedAt, leftAt] = [from, until].map((minutes) => new Date(start + minutes * 60_000)) as [Date, Date]
  return {
    id: `s${count}`,
    typedName,
    typedEmail: '',
    joinedAt,
    leftAt,
    person: null,
    confidence: null,
    reasons: [],
    ...more,
  }
}

/** Each group as its stays, whichever was read first. */
function idsOf(stays: readonly Stay[]): string[] {
  return groupStays(stays)
    .map((group) =>
      group.stays
        .map(({ id }) => id)
        .sort()
        .join(' '),
    )
    .sort()
}

test('who proved the address and bears the typed name is that person, even if a program might be called so', () => {
  const one = stay('Avas KI', 0, 10, { typedEmail: 'ava@example.com', ...known('ava', 'Avas KI') })
  expect(groupStays([one])).toMatchObject([{ kind: 'person', person: { id: 'ava' } }])
  const program = stay('Avas KI', 0, 10, { typedEmail: 'ava@example.com', ...known('ava', 'Ava Lee') })
  expect(groupStays([program])).toMatchObject([{ kind: 'notetaker', person: null }])
})

test('where a row could take either of two namesakes who were there at once, whichever was read first changes nothing', () => {
  const [short, long] = [stay('Ann', 30, 50), stay('Ann Lee', 35, 55)]
  const both = [stay('Ann', 0, 10, info), stay('Ann Lee', 11, 20, info)]
  const groups = idsOf([short, long, ...both])
  expect(groups).toHaveLength(2)
  expect(idsOf([long, short, ...both])).toEqual(groups)
  expect(idsOf([...both.toReversed(), long, short])).toEqual(groups)
})

test('of two reasons why a row is not somebody’s the same is given, whichever was read first', () => {
  const [adam, zoe] = [known('a', 'Adam Fox'), known('z', 'Zoe Hill')]
  const stays = [
    stay('Bob Ray', 0, 20, { ...info, ...zoe }),
    stay('Cat May', 0, 20, { ...info, ...zoe }),
    stay('Bob Ray', 30, 50, { ...info, ...adam }),
    stay('Dan Orr', 30, 50, { ...info, ...adam }),
  ]
  for (const read of [stays, stays.toReversed()]) {
    const bob = groupStays(read).find((group) => group.stays.some(({ typedName }) => typedName === 'Bob Ray'))
    expect(bob?.stays).toHaveLength(2)
    expect(bob).toMatchObject({ person: null, doubt: expect.stringContaining('Adam Fox') })
  }
})

test('a row that turns out to be another known person’s gives no reason why it is not somebody else’s', () => {
  const ann = { ...info, ...known('ann', 'Ann Lee') }
  const groups = groupStays([
    stay('Bob Ray', 0, 20, ann),
    stay('Ann Lee', 0, 20, ann),
    stay('Bob Ray', 30, 50, known('bob', 'Bob Ray')),
  ])
  expect(groups.map(({ person, doubt, stays }) => [person?.id, doubt, stays.length]).sort()).toEqual([
    ['ann', null, 1],
    ['bob', null, 2],
  ])
})

test('a person whose name is unknown is none of several behind their address, least of all the one without a name', () => {
  const somebody = { ...info, ...known('x', '') }
  const groups = groupStays(['Bob Ray', 'Cat May', ''].map((name) => stay(name, 0, 20, somebody)))
  expect(groups.map(({ person }) => person)).toEqual([null, null, null])
})
