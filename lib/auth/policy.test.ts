import { describe, expect, test } from 'vitest'
import { type Scope, scopes } from '#lib/tokens/sentences.ts'
import type { Actor, Standing, UserActor } from './actor.ts'
import { type Action, abilities, authorize, can, type MeetingSubject, rolesOf, scopeOf } from './policy.ts'

const nobodySpecial: Standing = {
  isAdministrator: false,
  organizerIds: [],
  organizerKeys: [],
  groupIds: [],
  managedGroupIds: [],
}

const actors = {
  employee: user({}),
  organizer: user({ organizerIds: ['o-mine'], organizerKeys: ['7'], groupIds: ['g-mine'] }),
  manager: user({ managedGroupIds: ['g-managed'] }),
  administrator: user({ isAdministrator: true }),
  'API token': { kind: 'token', tokenId: 't', personId: 'p', scopes: [...scopes], ...nobodySpecial },
  job: { kind: 'system', job: 'sync' },
} as const satisfies Record<string, Actor>

type Who = keyof typeof actors
const everybody: Who[] = ['employee', 'organizer', 'manager', 'administrator', 'API token', 'job']
const people: Who[] = ['employee', 'organizer', 'manager', 'administrator', 'API token']
const browsers: Who[] = ['employee', 'organizer', 'manager', 'administrator']

/** Who may, of all actors above; nobody else. */
const withoutSubject: Record<
  Exclude<
    Action,
    `meeting.${'read' | 'join' | 'start' | 'edit' | 'cancel' | 'attendees' | 'company'}` | 'history.read'
  >,
  Who[]
> = {
  'session.own': browsers,
  'me.read': browsers,
  'me.edit': browsers,
  'connection.own': browsers,
  'connection.lend': ['administrator'],
  'meeting.list': people,
  'people.read': people,
  'organizer.read': people,
  'meeting.write': people,
  'meeting.join-by-id': browsers,
  'announcement.read': people,
  'announcement.edit': ['administrator'],
  'settings.read': ['administrator'],
  'settings.edit': ['administrator'],
  'audit.read': ['administrator'],
  'sync.read': ['administrator'],
  'sync.start': ['administrator'],
  'sync.run': ['job'],
  'cancellation.run': ['job'],
  'meeting.create': ['organizer'],
  'history.list': ['organizer', 'manager', 'administrator'],
  'history.choose': ['manager', 'administrator'],
  'managers.edit': ['administrator'],
  'people.manage': ['administrator'],
  'token.own': browsers,
  'token.manage': ['administrator'],
}

const meetings = {
  'the company’s': meeting({ visibility: 'company' }),
  'a foreign group’s': meeting({ visibility: 'group', groupId: 'g-other' }),
  'my group’s': meeting({ visibility: 'group', groupId: 'g-mine' }),
  'my managed group’s': meeting({ visibility: 'group', groupId: 'g-managed' }),
  'a group’s without a group': meeting({ visibility: 'group', groupId: null }),
  'for invited only': meeting({ visibility: 'invited', groupId: 'g-mine' }),
  'for invited only, me too': meeting({ visibility: 'invited', invitedPersonIds: ['p'] }),
  'for invited only, mine to start too': meeting({ visibility: 'invited', coorganizerKeys: ['6', '7'] }),
  'for invited only, mine': meeting({ visibility: 'invited', organizerId: 'o-mine' }),
} as const

const readers: Record<keyof typeof meetings, Who[]> = {
  'the company’s': everybody,
  'a foreign group’s': ['administrator', 'job'],
  'my group’s': ['organizer', 'administrator', 'job'],
  'my managed group’s': ['manager', 'administrator', 'job'],
  'a group’s without a group': ['administrator', 'job'],
  'for invited only': ['administrator', 'job'],
  'for invited only, me too': everybody,
  'for invited only, mine to start too': ['organizer', 'administrator', 'job'],
  'for invited only, mine': ['organizer', 'administrator', 'job'],
}

describe.each(Object.keys(actors) as Who[])('%s', (who) => {
  const actor: Actor = actors[who]

  test.each(Object.entries(withoutSubject))('%s', (action, allowed) => {
    expect(can(actor, action as keyof typeof withoutSubject)).toBe(allowed.includes(who))
  })

  test.each(Object.keys(meetings) as (keyof typeof meetings)[])(
    'reads and joins %s meeting, or does not know it',
    (which) => {
      const subject = meetings[which]
      const mayRead = readers[which].includes(who)
      expect(can(actor, 'meeting.read', subject)).toBe(mayRead)
      expect(can(actor, 'meeting.join', subject)).toBe(mayRead && browsers.includes(who))
      if (mayRead) authorize(actor, 'meeting.read', subject)
      else expect(codeOf(() => authorize(actor, 'meeting.read', subject))).toBe('not_found')
    },
  )

  test.each(['meeting.start', 'meeting.edit', 'meeting.cancel'] as const)(
    '%s belongs to its organizer alone, but for those who may start it too',
    (action) => {
      expect(can(actor, action, meetings['for invited only, mine'])).toBe(who === 'organizer')
      const isStart = action === 'meeting.start'
      expect(can(actor, action, meetings['for invited only, mine to start too'])).toBe(isStart && who === 'organizer')
      const readable = meeting({ visibility: 'company' })
      expect(codeOf(() => authorize(actor, action, readable))).toBe('forbidden')
      const hidden = meetings['a foreign group’s']
      const expected = readers['a foreign group’s'].includes(who) ? 'forbidden' : 'not_found'
      expect(codeOf(() => authorize(actor, action, hidden))).toBe(expected)
    },
  )
})

test('who else is in a meeting is known to those who are: the invited, its organizer and co-organizers', () => {
  const company: Partial<Record<keyof typeof meetings, Who[]>> = {
    'for invited only, me too': people,
    'for invited only, mine to start too': ['organizer'],
    'for invited only, mine': ['organizer'],
  }
  for (const which of Object.keys(meetings) as (keyof typeof meetings)[])
    for (const who of everybody)
      expect(can(actors[who], 'meeting.company', meetings[which]), `${who}, ${which}`).toBe(
        (company[which] ?? []).includes(who),
      )
})

const pasts = {
  'my own': { organizerId: 'o-mine', groupId: null },
  'my managed group’s': { organizerId: 'o-other', groupId: 'g-managed' },
  'my own group’s': { organizerId: 'o-other', groupId: 'g-mine' },
  'nobody’s group’s': { organizerId: 'o-other', groupId: null },
} as const
const pastReaders: Record<keyof typeof pasts, Who[]> = {
  'my own': ['organizer', 'administrator', 'job'],
  'my managed group’s': ['manager', 'administrator', 'job'],
  'my own group’s': ['administrator', 'job'],
  'nobody’s group’s': ['administrator', 'job'],
}

test.each(Object.keys(pasts) as (keyof typeof pasts)[])(
  '%s past is read by its organizer, manager and administrators',
  (which) => {
    for (const who of everybody) {
      const isReader = pastReaders[which].includes(who)
      expect(can(actors[who], 'history.read', pasts[which]), who).toBe(isReader)
      expect(can(actors[who], 'meeting.attendees', meeting(pasts[which])), who).toBe(isReader)
      if (!isReader) expect(codeOf(() => authorize(actors[who], 'history.read', pasts[which]))).toBe('forbidden')
    }
  },
)

/** Written out once more: whoever adds an action decides here whether a program may do it. */
const scopeOfEach: Record<Action, Scope | null> = {
  'session.own': null,
  'me.read': null,
  'me.edit': null,
  'connection.own': null,
  'connection.lend': null,
  'meeting.list': 'meetings:read',
  'people.read': 'people:read',
  'organizer.read': 'organizers:read',
  'announcement.read': 'meetings:read',
  'announcement.edit': null,
  'settings.read': null,
  'settings.edit': null,
  'audit.read': 'audit:read',
  'sync.read': null,
  'sync.start': null,
  'sync.run': null,
  'cancellation.run': null,
  'meeting.read': 'meetings:read',
  'meeting.join': null,
  'meeting.join-by-id': null,
  'meeting.create': 'meetings:write',
  'meeting.start': 'meetings:write',
  'meeting.write': 'meetings:write',
  'meeting.edit': 'meetings:write',
  'meeting.cancel': 'meetings:write',
  'meeting.attendees': 'history:read',
  'meeting.company': 'meetings:read',
  'history.list': 'history:read',
  'history.choose': 'history:read',
  'history.read': 'history:read',
  'managers.edit': null,
  'people.manage': null,
  'token.own': null,
  'token.manage': null,
}

describe('an API token of somebody who may do everything', () => {
  const mine = meeting({ visibility: 'invited', organizerId: 'o-mine', invitedPersonIds: ['p'] })

  test.each(Object.entries(scopeOfEach) as [Action, Scope | null][])('%s needs the scope %s', (action, needed) => {
    expect(scopeOf(action)).toBe(needed)
    const subject = action.startsWith('meeting.') ? mine : pasts['my own']
    const ask = authorize as (actor: Actor, action: Action, subject: unknown) => unknown
    for (const scope of scopes) {
      const allowed = codeOf(() => ask(programOf([scope]), action, subject))
      expect(allowed, scope).toBe(needed === scope ? 'allowed' : 'forbidden')
    }
    const without = programOf(scopes.filter((scope) => scope !== needed))
    const sentence = needed === null ? 'API tokens can’t do this' : `lacks the scope ${needed},`
    expect(() => ask(without, action, subject)).toThrow(sentence)
  })

  test('learns no more of what it may not know for lack of a scope', () => {
    const hidden = meeting({ visibility: 'invited' })
    const { isAdministrator: _, ...program } = programOf([])
    const employee: Actor = { ...program, isAdministrator: false }
    for (const action of ['meeting.read', 'meeting.edit', 'meeting.attendees'] as const)
      expect(
        codeOf(() => authorize(employee, action, hidden)),
        action,
      ).toBe('not_found')
  })
})

function programOf(given: Scope[]): Extract<Actor, { kind: 'token' }> {
  const standing = { organizerIds: ['o-mine'], organizerKeys: ['7'], groupIds: [], managedGroupIds: ['g-managed'] }
  return { kind: 'token', tokenId: 't', personId: 'p', scopes: given, isAdministrator: true, ...standing }
}

test('abilities hold exactly what goes beyond an employee', () => {
  expect(abilities(actors.employee)).toEqual([])
  expect(abilities(actors.administrator)).toEqual([
    'connection.lend',
    'announcement.edit',
    'settings.read',
    'settings.edit',
    'audit.read',
    'sync.read',
    'sync.start',
    'history.list',
    'history.choose',
    'managers.edit',
    'people.manage',
    'token.manage',
  ])
})

test('roles are named after what a person stands for', () => {
  const everything = user({ isAdministrator: true, organizerIds: ['o'], managedGroupIds: ['g'] })
  expect(rolesOf(everything)).toEqual(['employee', 'organizer', 'manager', 'administrator'])
  expect(rolesOf(actors.employee)).toEqual(['employee'])
})

function user(standing: Partial<Standing>): UserActor {
  const who = { personId: 'p', sessionId: 's', name: 'P', email: null, via: 'company' } as const
  return { kind: 'user', ...who, ...nobodySpecial, ...standing }
}

function meeting(facts: Partial<MeetingSubject>): MeetingSubject {
  return {
    visibility: 'company',
    organizerId: 'o-other',
    groupId: 'g-other',
    coorganizerKeys: [],
    invitedPersonIds: [],
    ...facts,
  }
}

function codeOf(fn: () => void): unknown {
  try {
    fn()
  } catch (error) {
    return (error as { code?: unknown }).code
  }
  return 'allowed'
}
