import { describe, expect, test } from 'vitest'
import type { Stay } from '#lib/record/who/stay.ts'
import { report } from './report.ts'

const start = Date.parse('2026-11-24T09:00:00Z')
const session = {
  startedAt: new Date(start),
  endedAt: new Date(start + 3_600_000),
  organizer: { personId: 'olivia', name: 'Olivia Marsh', email: 'olivia@example.com' },
  invited: [{ personId: 'ann', required: true }],
}
const info = { typedEmail: 'info@partner.example' }
const ann = { person: { id: 'ann', name: 'Ann Lee' }, confidence: 1, reasons: ['same e-mail'] }
const olivia = { person: { id: 'olivia', name: 'Olivia Marsh' }, confidence: 1, reasons: ['same e-mail'] }

let count = 0

/** Times in minutes from nine o'clock. */
function stay(typedName: string, from: number | null, until: number | null, more: Partial<Stay> = {}): Stay {
  count += 1
  const at = (minutes: number | null) => (minutes === null ? null : new Date(start + minutes * 60_000))
  const base = { typedEmail: '', person: null, confidence: null, reasons: [] }
  return { id: `s${count}`, typedName, joinedAt: at(from), leftAt: at(until), ...base, ...more }
}

const of = (...stays: Stay[]) => report(session, stays)

describe('who is behind one address', () => {
  test('two people at once are two rows that say so, each with their own minutes', () => {
    expect(of(stay('Ann Lee', 0, 60, info), stay('Bob Ray', 5, 60, info))).toMatchObject([
      { name: 'Ann Lee', email: info.typedEmail, minutes: 60, kind: 'person', note: 'shared-address', alsoTyped: [] },
      { name: 'Bob Ray', email: info.typedEmail, minutes: 55, kind: 'person', note: 'shared-address', alsoTyped: [] },
    ])
  })

  test('three are three, and those who came back, or came alone later, are still themselves', () => {
    const rows = of(
      stay('Ann Lee', 0, 20, info),
      stay('ann  LEE', 25, 60, { typedEmail: 'INFO@partner.example ' }),
      stay('Bob Ray', 5, 60, info),
      stay('Cat May', 61, 70, info),
    )
    expect(rows.map(({ name, intervals, note }) => [name, intervals.length, note])).toEqual([
      ['Ann Lee', 2, 'shared-address'],
      ['Bob Ray', 1, 'shared-address'],
      ['Cat May', 1, 'shared-address'],
    ])
  })

  test('somebody who only changed their name stays one row that shows both', () => {
    expect(of(stay('A. Lee', 0, 10, info), stay('Ann Lee', 11, 20, info), stay('iPhone', 20, 30, info))).toMatchObject([
      { name: 'A. Lee', alsoTyped: ['Ann Lee', 'iPhone'], note: null, minutes: 29 },
    ])
    // Two minutes at once are a broken connection.
    expect(of(stay('Ann Lee', 0, 12, info), stay('Bob Ray', 10, 20, info))).toHaveLength(1)
    expect(of(stay('Ann Lee', 0, 12.1, info), stay('Bob Ray', 10, 20, info))).toHaveLength(2)
  })

  test('several one after the other stay one row, which says that the address may be shared', () => {
    expect(of(stay('Ann Lee', 0, 20, info), stay('Bob Ray', 21, 40, info))).toMatchObject([
      { name: 'Ann Lee', alsoTyped: ['Bob Ray'], note: 'perhaps-shared-address' },
    ])
  })

  test('a name typed without its special letters is the same name', () => {
    for (const [one, other] of [
      ['Łukasz Groß', 'Lukasz Gross'],
      ['Søren Ø', 'soren o'],
      ['José', 'Jose'],
    ] as const)
      expect(of(stay(one, 0, 60, info), stay(other, 5, 60, info)), one).toHaveLength(1)
  })

  test('one person on two devices is one row: with one name, a shorter one, a device’s, or none', () => {
    const names = ['Ann Lee', 'Ann', 'Lee, Ann', 'Ann’s iPhone', 'iPhone', '']
    expect(of(...names.map((name) => stay(name, 0, 60, info)))).toMatchObject([
      { email: info.typedEmail, minutes: 60, kind: 'person', note: null },
    ])
  })

  test('the row takes a person’s name rather than a device’s, whichever came first', () => {
    expect(of(stay('iPhone', 0, 10, info), stay('Ann Lee', 5, 10, info))).toMatchObject([
      { name: 'Ann Lee', typedName: 'Ann Lee', alsoTyped: ['iPhone'] },
    ])
  })

  test('a name that may be either of two, or is nobody’s, stands alone beside them', () => {
    const rows = of(
      stay('Ann Lee', 0, 60, info),
      stay('Ann Ray', 1, 60, info),
      stay('Ann', 2, 60, info),
      stay('iPhone', 3, 60, info),
      stay('', 4, 60, info),
    )
    expect(rows.map(({ name, kind, mayBe }) => [name, kind, mayBe])).toEqual([
      ['Ann Lee', 'person', null],
      ['Ann Ray', 'person', null],
      ['Ann', 'person', null],
      ['iPhone', 'placeholder', 1],
      ['No name given', 'placeholder', 1],
    ])
  })

  test('with unknown times, they may have been there at once, and the row says only that', () => {
    expect(of(stay('Ann Lee', 0, null, info), stay('Bob Ray', null, null, info))).toMatchObject([
      { name: 'Ann Lee', note: 'perhaps-shared-address', minutes: null },
      { name: 'Bob Ray', note: 'perhaps-shared-address' },
    ])
    expect(of(stay('Ann Lee', 0, null, info), stay('Ann Lee', null, 50, info))).toHaveLength(1)
  })

  test('the address’s owner is only the row with their name; the other says why not', () => {
    const rows = of(stay('Bob Ray', 0, 60, { ...info, ...ann }), stay('LEE, Ann', 5, 60, { ...info, ...ann }))
    expect(rows).toMatchObject([
      { personId: 'ann', name: 'Ann Lee', typedName: 'LEE, Ann', confidence: 1, required: 'required' },
      {
        personId: null,
        name: 'Bob Ray',
        confidence: null,
        required: null,
        reasons: ['typed the address of Ann Lee, who has their own row'],
      },
    ])
  })

  test('a stay that nobody took for the owner needs no reason why it isn’t theirs', () => {
    const rows = of(stay('Bob Ray', 0, 60, info), stay('Ann Lee', 5, 60, { ...info, ...ann }))
    expect(rows.map(({ name, reasons }) => [name, reasons])).toEqual([
      ['Ann Lee', ['same e-mail']],
      ['Bob Ray', []],
    ])
  })

  test('if nobody typed the name of the address’s owner, no row is theirs', () => {
    const rows = of(stay('Bob Ray', 0, 60, { ...info, ...ann }), stay('Cat May', 5, 60, { ...info, ...ann }))
    const reasons = ['several people typed the address of Ann Lee, who may be one of them']
    expect(rows).toMatchObject([
      { personId: null, name: 'Bob Ray', confidence: null, reasons },
      { personId: null, name: 'Cat May', confidence: null, reasons },
    ])
  })

  test('behind the organizer’s address only their own name is the organizer', () => {
    const own = { typedEmail: 'olivia@example.com', ...olivia }
    const rows = of(stay('Bob Ray', 0, 60, own), stay('Olivia Marsh', 1, 60, own))
    expect(rows.map(({ name, role }) => [name, role])).toEqual([
      ['Olivia Marsh', 'organizer'],
      ['Bob Ray', 'attendee'],
    ])
    const unknown = { typedEmail: ' OLIVIA@example.com' }
    expect(of(stay('Bob Ray', 0, 60, unknown), stay('Cat May', 1, 60, unknown))).toMatchObject([
      { role: 'attendee' },
      { role: 'attendee' },
    ])
    expect(of(stay('Livi', 0, 60, unknown))).toMatchObject([{ role: 'organizer' }])
  })

  test('two known people who typed one address stay themselves, and a stranger there is neither', () => {
    const bob = { person: { id: 'bob', name: 'Bob Ray' }, confidence: 0.9, reasons: ['same name'] }
    const rows = of(
      stay('Ann Lee', 0, 20, { ...info, ...ann }),
      stay('Bob Ray', 0, 60, { ...info, ...bob }),
      stay('Ann Lee', 30, 60, info),
      stay('Cat May', 40, 50, info),
    )
    expect(rows.map(({ name, personId, intervals }) => [name, personId, intervals.length])).toEqual([
      ['Ann Lee', 'ann', 2],
      ['Bob Ray', 'bob', 1],
      ['Cat May', null, 1],
    ])
  })
})

describe('somebody who comes back', () => {
  test('after a connection that broke is one person, with or without an address', () => {
    const broken = [stay('Ann Lee', 0, 30 + 40 / 60), stay('Ann Lee', 30, 60)]
    expect(of(...broken)).toMatchObject([{ name: 'Ann Lee', minutes: 60, intervals: [{}, {}] }])
    expect(of(...broken.map((one) => ({ ...one, ...info })))).toMatchObject([{ minutes: 60, note: null }])
  })

  test('while they are still there for longer than that is somebody else with the name', () => {
    expect(of(stay('Ann Lee', 0, 33), stay('Ann Lee', 30, 60))).toHaveLength(2)
    expect(of(stay('Ann Lee', 0, null), stay('Ann Lee', 30, 60))).toHaveLength(2)
  })
})

describe('a row that GoTo repeats', () => {
  test('is one person, whatever else is known of them, and one interval', () => {
    const whole = of(stay('Ann Lee', 0, 60), stay('Ann Lee', 0, 60), stay('Ann Lee', 0, 60))
    expect(whole).toMatchObject([{ name: 'Ann Lee', minutes: 60, intervals: [{}] }])
    expect(whole[0]?.intervals).toHaveLength(1)
    const back = of(stay('Ann Lee', 0, 20), stay('Ann Lee', 0, 20), stay('Ann Lee', 30, 60))
    expect(back.map(({ minutes, intervals }) => [minutes, intervals.length])).toEqual([[50, 2]])
    expect(of(stay('Ann Lee', 0, 60, info), stay('Ann Lee', 0, 60, info))[0]?.intervals).toHaveLength(1)
  })

  test('is the person one of them was identified as, and both where they were given to two', () => {
    const bob = { person: { id: 'bob', name: 'Bob Ray' }, confidence: 1, reasons: [] }
    const known = [stay('Ann Lee', 0, 60), stay('Ann Lee', 0, 60, ann)]
    for (const stays of [known, known.toReversed()]) expect(of(...stays)).toMatchObject([{ personId: 'ann' }])
    expect(of(stay('Ann Lee', 0, 60, bob), ...known).map(({ personId }) => personId)).toEqual(['ann', 'bob'])
  })

  test('keeps its key, whichever copy is read first', () => {
    const copies = [stay('Ann Lee', 0, 60, { id: 'a' }), stay('Ann Lee', 0, 60, { id: 'b' })]
    for (const stays of [copies, copies.toReversed()]) expect(of(...stays)[0]?.key).toBe(copies[0]?.id)
  })

  test('is two people where anything differs, or anybody could have the name', () => {
    expect(of(stay('Ann Lee', 0, 60), stay('Ann Lee', 0, 60 - 1 / 60))).toHaveLength(2)
    expect(of(stay('Ann Lee', 0, 60), stay('Ann lee', 0, 60))).toHaveLength(2)
    expect(of(stay('Ann Lee', 0, null), stay('Ann Lee', 0, null))).toHaveLength(2)
    expect(of(stay('Call-in User', 0, 60), stay('Call-in User', 0, 60))).toMatchObject([
      { mayBeAtLeast: 2, mayBe: 2 },
      { mayBeAtLeast: 2, mayBe: 2 },
    ])
    expect(of(stay('', 0, 60), stay('', 0, 60))).toHaveLength(2)
  })
})

describe('a placeholder name', () => {
  test('is never one row with another, and says how many people that may be', () => {
    const rows = of(stay('Guest', 0, 10), stay('guest', 5, 15), stay('Guest', 30, 40), stay('Call-in User', 0, 10))
    expect(rows.map(({ typedName, kind, mayBeAtLeast, mayBe }) => [typedName, kind, mayBeAtLeast, mayBe])).toEqual([
      ['Call-in User', 'placeholder', 1, 1],
      ['Guest', 'placeholder', 2, 3],
      ['guest', 'placeholder', 2, 3],
      ['Guest', 'placeholder', 2, 3],
    ])
  })

  test('says the same when a search leaves the others out', () => {
    const [first, second] = [stay('iPhone', 0, 10), stay('iPhone', 20, 30)]
    expect(report(session, [first, second], ({ id }) => id === first.id)).toMatchObject([{ mayBeAtLeast: 1, mayBe: 2 }])
  })

  test('with a proven address is the person who holds it', () => {
    expect(of(stay('iPhone', 0, 60, { ...info, ...ann }))).toMatchObject([
      { kind: 'person', personId: 'ann', name: 'Ann Lee', typedName: 'iPhone', mayBe: null },
    ])
  })

  test('is not the organizer, even if that is their name', () => {
    const organizer = { personId: 'g', name: 'Guest', email: 'g@example.com' }
    expect(report({ ...session, organizer }, [stay('Guest', 0, 10)])).toMatchObject([{ role: 'attendee' }])
  })
})

describe('a notetaker', () => {
  test('is marked, is nobody despite its address, and comes last', () => {
    const own = { typedEmail: 'ann@example.com', ...ann }
    const rows = of(stay('Ann’s Notetaker', 0, 60, own), stay('Ann Lee', 5, 60, own), stay('Guest', 6, 60))
    expect(rows).toMatchObject([
      { name: 'Ann Lee', personId: 'ann', kind: 'person', note: null, minutes: 55 },
      { name: 'Guest', kind: 'placeholder' },
      {
        name: 'Ann’s Notetaker',
        kind: 'notetaker',
        personId: null,
        confidence: null,
        reasons: [],
        required: null,
        role: 'attendee',
        email: 'ann@example.com',
      },
    ])
  })

  test('is one row per name, however often it comes, even at once', () => {
    const rows = of(stay('Otter.ai', 0, 30), stay('otter.ai', 10, 60), stay('Read.ai', 0, 60, info))
    expect(rows.map(({ name, minutes }) => [name, minutes])).toEqual([
      ['Otter.ai', 60],
      ['Read.ai', 60],
    ])
  })

  test('of the organizer is not the organizer', () => {
    const own = { typedEmail: 'olivia@example.com', ...olivia }
    expect(of(stay('Olivia’s AI', 0, 60, own))).toMatchObject([{ role: 'attendee', kind: 'notetaker' }])
  })

  test('without a name is known by its address, one row each', () => {
    const rows = of(
      stay('', 0, 60, { typedEmail: 'fred@fireflies.ai' }),
      stay('', 0, 60, { typedEmail: 'bot@read.ai' }),
    )
    expect(rows.map(({ kind, name }) => [kind, name])).toEqual([
      ['notetaker', 'No name given'],
      ['notetaker', 'No name given'],
    ])
  })
})

describe('the organizer', () => {
  test('is not whoever typed something that is no address either', () => {
    const organizer = { ...session.organizer, email: 'olivia@büro.example' }
    const roleOf = (typedEmail: string) =>
      report({ ...session, organizer }, [stay('Bob', 0, 10, { typedEmail })])[0]?.role
    expect(roleOf('n/a')).toBe('attendee')
    expect(roleOf(' Olivia@BÜRO.example')).toBe('organizer')
  })

  const rolesOf = (...stays: Stay[]) => of(...stays).map(({ typedName, role }) => [typedName, role])

  test('is one: beside their own row an equal name is an attendee', () => {
    const { organizer } = session
    const own = { typedEmail: organizer.email, person: { id: organizer.personId, name: organizer.name } }
    expect(rolesOf(stay(organizer.name, 0, 60, own), stay(organizer.name, 5, 60)).map(([, role]) => role)).toEqual([
      'organizer',
      'attendee',
    ])
    expect(rolesOf(stay(organizer.name, 0, 60), stay(organizer.name, 5, 60)).map(([, role]) => role)).toEqual([
      'attendee',
      'attendee',
    ])
    expect(rolesOf(stay(organizer.name, 0, 60))).toEqual([[organizer.name, 'organizer']])
  })
})
