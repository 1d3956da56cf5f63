import { expect, test } from 'vitest'
import { type Evidence, identifyStay, type Press } from './identify-stay.ts'

const joinedAt = '2026-11-24T09:00:40.000Z'
const organizer = { personId: 'olivia', name: 'Olivia Marsh', email: 'olivia@example.com' }

function press(more: Partial<Press> = {}): Press {
  return { personId: 'erin', name: 'Erin Example', at: new Date('2026-11-24T09:00:00Z'), isInvited: true, ...more }
}

function who(typedName: string, typedEmail: string, evidence: Partial<Evidence>) {
  const stay = { typedName, typedEmail, joinedAt, leftAt: joinedAt }
  return identifyStay(stay, {
    personByEmail: new Map(),
    invitedByEmail: new Map(),
    names: new Map(),
    presses: [],
    organizer,
    ...evidence,
  })
}

test('a proven address identifies somebody, the organizer included', () => {
  const personByEmail = new Map([['erin@example.com', 'erin']])
  expect(who('X', ' Erin@Example.com', { personByEmail })).toEqual({
    personId: 'erin',
    confidence: 1,
    reasons: ['same e-mail'],
  })
  expect(who('X', 'olivia@example.com', {}).personId).toBe('olivia')
  expect(who('X', 'else@example.com', { personByEmail }).personId).toBeNull()
})

test('the address somebody was invited by identifies them, unless somebody else proved it', () => {
  const invitedByEmail = new Map([['ana@kunde.example', 'ana']])
  expect(who('Ana', 'ANA@Kunde.example ', { invitedByEmail })).toEqual({
    personId: 'ana',
    confidence: 0.9,
    reasons: ['same e-mail', 'was invited'],
  })
  const personByEmail = new Map([['ana@kunde.example', 'holder']])
  expect(who('Ana', 'ana@kunde.example', { invitedByEmail, personByEmail }).personId).toBe('holder')
  expect(who('Ana Guest', '', { invitedByEmail }).personId).toBeNull()
})

test('an invited person with that name who pressed Join within two minutes is identified, with the reasons', () => {
  expect(who(' erin  EXAMPLE', '', { presses: [press()] })).toEqual({
    personId: 'erin',
    confidence: 0.9,
    reasons: ['same name', 'was invited', 'pressed Join 40 s before'],
  })
})

test.each([
  ['nobody pressed', []],
  ['the press was too long ago', [press({ at: new Date('2026-11-24T08:58:39Z') })]],
  ['another name pressed', [press({ name: 'Erin Other' })]],
  ['who pressed was not invited', [press({ isInvited: false })]],
  ['two of the name pressed', [press(), press({ personId: 'other' })]],
])('an equal name alone is nobody: %s', (_, presses) => {
  expect(who('Erin Example', '', { presses })).toMatchObject({ personId: null, confidence: null })
})

test('pressing counts from a second after to two minutes before, and never as less than nothing', () => {
  const pressedAt = (at: string) => who('Erin Example', '', { presses: [press({ at: new Date(at) })] })
  expect(pressedAt('2026-11-24T08:58:40Z').reasons).toContain('pressed Join 120 s before')
  expect(pressedAt('2026-11-24T09:00:41Z').reasons).toContain('pressed Join 0 s before')
  for (const at of ['2026-11-24T08:58:39Z', '2026-11-24T09:00:42Z']) expect(pressedAt(at).personId).toBeNull()
})

test('where a press proves nothing, the reasons say why', () => {
  const reasonsOf = (...presses: Press[]) => who('Erin Example', '', { presses }).reasons
  expect(reasonsOf(press(), press({ personId: 'other' }))).toEqual(['several people with this name pressed Join'])
  expect(reasonsOf(press({ isInvited: false }))).toEqual(['somebody with this name pressed Join, but wasn’t invited'])
})

test('the organizer’s name without an address is mentioned, not believed', () => {
  expect(who('olivia marsh', '', {})).toMatchObject({
    personId: null,
    reasons: ['same name as the organizer, which alone proves nothing'],
  })
})

test('a placeholder name is its address’s owner, and nobody by name alone, even if somebody pressed Join', () => {
  const personByEmail = new Map([['erin@example.com', 'erin']])
  expect(who('iPhone', 'erin@example.com', { personByEmail })).toMatchObject({ personId: 'erin', confidence: 1 })
  const guest = { organizer: { ...organizer, name: 'Guest' }, presses: [press({ name: 'Guest' })] }
  expect(who('Guest', '', guest)).toEqual({ personId: null, confidence: null, reasons: [] })
  expect(who('', '', { presses: [press({ name: '' })] })).toMatchObject({ personId: null })
})

test('somebody whose name looks like a notetaker’s is known by a proven address', () => {
  const evidence = { personByEmail: new Map([['ava@example.com', 'ava']]), names: new Map([['ava', 'Avas KI']]) }
  expect(who('Avas KI', 'ava@example.com', evidence)).toMatchObject({ personId: 'ava', confidence: 1 })
  expect(who('Avas KI', '', evidence).personId).toBeNull()
  const invitedByEmail = new Map([['fred@fireflies.ai', 'fred']])
  const named = { invitedByEmail, names: new Map([['fred', 'Fireflies Notetaker']]) }
  expect(who('Fireflies Notetaker', 'fred@fireflies.ai', named).personId).toBeNull()
})

test('a notetaker is nobody, not even its sender', () => {
  const personByEmail = new Map([['erin@example.com', 'erin']])
  for (const email of ['erin@example.com', 'olivia@example.com', ''])
    expect(who('Erin’s Notetaker', email, { personByEmail, presses: [press({ name: 'Erin’s Notetaker' })] })).toEqual({
      personId: null,
      confidence: null,
      reasons: [],
    })
})
