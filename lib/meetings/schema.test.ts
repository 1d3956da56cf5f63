import { describe, expect, test } from 'vitest'
import { subjectLength } from './rules.ts'
import { MeetingChange, MeetingDraft } from './schema.ts'

const planned = { startsAt: '2026-11-25T09:00:00Z', endsAt: '2026-11-25T09:30:00Z' }

describe('a meeting draft', () => {
  test('is a subject and two times: everything else has a default', () => {
    expect(MeetingDraft.parse({ subject: ' Budget ', ...planned })).toMatchObject({
      subject: 'Budget',
      kind: 'scheduled',
      audio: 'Hybrid',
      invited: [],
      roomId: null,
    })
  })

  test.each([
    ['an empty subject', { subject: '  ' }, 'subject'],
    ['a subject of 101 characters', { subject: 'x'.repeat(101) }, 'subject'],
    ['a subject whose entities make it too long', { subject: `${'x'.repeat(97)}>` }, 'subject'],
    ['an end before the start', { endsAt: '2026-11-25T08:00:00Z' }, 'endsAt'],
    ['an end at the start', { endsAt: planned.startsAt }, 'endsAt'],
    ['a length of more than a day', { endsAt: '2026-11-26T09:00:01Z' }, 'endsAt'],
    ['no start', { startsAt: null }, 'startsAt'],
    ['a day that the calendar does not have', { startsAt: '2026-02-30T09:00:00Z' }, 'startsAt'],
    ['an invalid zone', { zone: 'Mars/Olympus' }, 'zone'],
    ['an invalid address', { invited: [{ email: 'ann at example' }] }, 'invited.0.email'],
    ['an entry without a person', { invited: [{ required: true }] }, 'invited.0'],
    ['a room inside a room', { kind: 'room', roomId: '019ab0c4-0000-7000-8000-000000000000' }, 'roomId'],
  ])('with %s is refused at its field', (_what, part, field) => {
    const parsed = MeetingDraft.safeParse({ subject: 'Budget', ...planned, ...part })
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toContain(field)
  })

  test('counts a subject as GoTo does, with its entities', () => {
    expect(subjectLength('a<b>c')).toBe(11)
    expect(['\u200B\u3164', ' \u202E ', '\u0000', ' Sync\u202E ', 'a\u200Bb'].map(subjectLength)).toEqual([
      0, 0, 0, 4, 3,
    ])
    expect(MeetingDraft.safeParse({ subject: `${'x'.repeat(96)}>`, ...planned }).success).toBe(true)
  })
})

test('what cannot be stored is left out of every text, as it is of GoTo’s', () => {
  const typed = 'A\u0000B\ud800C\u0007\nD'
  const parsed = MeetingDraft.parse({
    subject: typed,
    kind: 'room',
    agenda: typed,
    audio: typed,
    invited: [{ email: 'gil@customer.example', name: typed }],
  })
  const kept = 'AB\ufffdC\nD'
  expect(parsed).toMatchObject({ subject: kept, agenda: kept, audio: kept, invited: [{ name: kept }] })
  expect(MeetingDraft.safeParse({ subject: '\u0000 \u0007', kind: 'room' }).success).toBe(false)
})

test.each(['\u200B', '\u3164', '\u2800 \u00AD', '\u202E', '\u{E0041}'])(
  'a subject of %j is an empty one',
  (subject) => {
    const { error } = MeetingDraft.safeParse({ subject, kind: 'room' })
    expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['subject', 'A meeting needs a subject.'],
    ])
  },
)

test.each([-1, 2_147_483_648, 1.5])('%d is not a version', (version) => {
  expect(MeetingChange.safeParse({ subject: 'A', kind: 'room', version }).success).toBe(false)
})
