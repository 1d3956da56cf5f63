import type { Prisma } from '#lib/db/generated/client.ts'
import { AppError, nothingHere } from '#lib/errors.ts'
import type { Visibility } from '#lib/settings/schema.ts'
import type { Scope } from '#lib/tokens/sentences.ts'
import { type Actor, isPerson, type PersonActor, type SystemActor, type UserActor } from './actor.ts'
import { sentences } from './sentences.ts'

/** What a rule needs to know about a meeting. */
export type MeetingSubject = {
  visibility: Visibility
  organizerId: string
  /** GoTo's keys of those who may start it too. */
  coorganizerKeys: string[]
  /** The group of its organizer. */
  groupId: string | null
  invitedPersonIds: string[]
}

/** What a rule needs to know about an organizer's past. */
export type HistorySubject = { organizerId: string; groupId: string | null }

/** Which actors a rule is for at all, which of those it lets pass, and the scope an API token needs; null: none may. */
type Rule<A extends Actor, S> = {
  isFor: (actor: Actor) => boolean
  lets: (actor: A, subject: S) => boolean
  scope: Scope | null
}

/** Who may do what, each rule once. What a person may do names its scope, or says that no token may. */
const rules = {
  'session.own': user(),
  'me.read': user(),
  'me.edit': user(),
  'connection.own': user(),
  'connection.lend': user((actor) => actor.isAdministrator),
  /** The company's meetings, people and messages are open to everybody signed in. */
  'meeting.list': person('meetings:read'),
  'people.read': person('people:read'),
  'organizer.read': person('organizers:read'),
  'announcement.read': person('meetings:read'),
  'announcement.edit': person(null, isAdministrator),
  'settings.read': person(null, isAdministrator),
  'settings.edit': person(null, isAdministrator),
  'audit.read': person('audit:read', isAdministrator),
  'sync.read': person(null, isAdministrator),
  'sync.start': person(null, isAdministrator),
  /** Reading GoTo for the whole company is a job's work, never a request's. */
  'sync.run': job(),
  /** Sending GoTo a cancellation that nobody undid. */
  'cancellation.run': job(),
  'meeting.read': anybody('meetings:read', mayReadMeeting),
  /** Pressing Join is evidence of who was there, which no program can give. */
  'meeting.join': person(null, mayReadMeeting),
  'meeting.join-by-id': person(null),
  'meeting.create': person('meetings:write', (actor) => actor.organizerIds.length > 0),
  'meeting.start': person(
    'meetings:write',
    (actor, meeting: MeetingSubject) => organizes(actor, meeting) || coorganizes(actor, meeting),
  ),
  /** Changing meetings at all: which ones is a question of each. */
  'meeting.write': person('meetings:write'),
  'meeting.edit': person('meetings:write', organizes),
  'meeting.cancel': person('meetings:write', organizes),
  /** Who pressed Join and who came: more than an invited person may know about the others. */
  'meeting.attendees': anybody('history:read', (actor, meeting: MeetingSubject) => mayReadHistory(actor, meeting)),
  /** Who else from here pressed Join, while it is on: those who are invited or start it meet each other there anyway. */
  'meeting.company': person(
    'meetings:read',
    (actor, meeting: MeetingSubject) =>
      meeting.invitedPersonIds.includes(actor.personId) || organizes(actor, meeting) || coorganizes(actor, meeting),
  ),
  'history.list': person(
    'history:read',
    (actor) => actor.isAdministrator || actor.organizerIds.length > 0 || actor.managedGroupIds.length > 0,
  ),
  /** Whether there is a choice between one's own past and others'. */
  'history.choose': person('history:read', (actor) => actor.isAdministrator || actor.managedGroupIds.length > 0),
  'history.read': anybody('history:read', mayReadHistory),
  'managers.edit': person(null, isAdministrator),
  /** Who may use Foyer at all. */
  'people.manage': person(null, isAdministrator),
  /** No token makes another, or reads what others there are. */
  'token.own': user(),
  'token.manage': user((actor) => actor.isAdministrator),
} as const satisfies Record<string, Rule<never, never>>

export type Action = keyof typeof rules
type Lets<A extends Action> = Parameters<(typeof rules)[A]['lets']>
type SubjectOf<A extends Action> = Lets<A>[1] extends undefined ? [] : [subject: Lets<A>[1]]
/** The actor a rule is for: nobody else passes. */
type ActorOf<A extends Action> = Lets<A>[0]

/** The actions that need no subject: their answers travel inside `Me`, so that pages never work out a role. */
export const abilityNames = [
  'connection.lend',
  'announcement.edit',
  'settings.read',
  'settings.edit',
  'audit.read',
  'sync.read',
  'sync.start',
  'meeting.create',
  'history.list',
  'history.choose',
  'managers.edit',
  'people.manage',
  'token.manage',
] as const satisfies Action[]
export type Ability = (typeof abilityNames)[number]

/**
 * Returns the actor as the type the rule is for, or throws: `not_found` where the actor may not even know the subject
 * (the same as for an absent one), else `forbidden`.
 */
export function authorize<A extends Action>(actor: Actor, action: A, ...subject: SubjectOf<A>): ActorOf<A> {
  if (can(actor, action, ...subject)) return actor as ActorOf<A>
  const [about] = subject as [MeetingSubject | HistorySubject | undefined]
  if (about && 'visibility' in about && !mayReadMeeting(actor, about)) throw new AppError('not_found', nothingHere)
  if (!isInScope(actor, action)) throw outOfScope(rules[action].scope)
  throw new AppError('forbidden', whyNot(action))
}

export function can<A extends Action>(actor: Actor, action: A, ...[subject]: SubjectOf<A>): boolean {
  const { isFor, lets } = rules[action] as unknown as Rule<Actor, unknown>
  return isInScope(actor, action) && isFor(actor) && lets(actor, subject)
}

/** The scope an API token needs for an action; null: no token may. */
export function scopeOf(action: Action): Scope | null {
  return rules[action].scope
}

function isInScope(actor: Actor, action: Action): boolean {
  if (actor.kind !== 'token') return true
  const { scope } = rules[action]
  return scope !== null && actor.scopes.includes(scope)
}

/** As RFC 6750 has it: whoever wrote the program learns what its token lacks. */
function outOfScope(scope: Scope | null): AppError {
  if (scope === null) return new AppError('forbidden', sentences.notForTokens)
  const challenge = `error="insufficient_scope", scope="${scope}"`
  return new AppError('forbidden', sentences.outOfScope(scope), { challenge })
}

export function abilities(actor: Actor): Ability[] {
  return abilityNames.filter((name) => can(actor, name))
}

export type Role = 'employee' | 'organizer' | 'manager' | 'administrator'

/** A person's roles, lowest first. Everybody is an employee. */
export function rolesOf(actor: PersonActor): Role[] {
  const roles: Role[] = ['employee']
  if (actor.organizerIds.length > 0) roles.push('organizer')
  if (actor.managedGroupIds.length > 0) roles.push('manager')
  if (actor.isAdministrator) roles.push('administrator')
  return roles
}

function mayReadMeeting(actor: Actor, meeting: MeetingSubject): boolean {
  if (actor.kind === 'system' || actor.isAdministrator) return true
  if (meeting.visibility === 'company') return true
  if (actor.organizerIds.includes(meeting.organizerId)) return true
  if (meeting.invitedPersonIds.includes(actor.personId) || coorganizes(actor, meeting)) return true
  return meeting.visibility === 'group' && meeting.groupId !== null && groupsOf(actor).includes(meeting.groupId)
}

/** The list filter of `meeting.read`: a meeting is in the list exactly when it may be read. Change both together. */
export function visibleMeetings(actor: Actor): Prisma.MeetingWhereInput {
  if (actor.kind === 'system' || actor.isAdministrator) return {}
  return { OR: [{ visibility: 'company' }, ...restrictedMeetings(actor)] }
}

/** What lets a person see a meeting that not everybody sees, one by one: each has an index, all together have none. */
export function restrictedMeetings(actor: PersonActor): Prisma.MeetingWhereInput[] {
  return [
    { organizerId: { in: actor.organizerIds } },
    { invited: { some: { personId: actor.personId } } },
    { coorganizerKeys: { hasSome: actor.organizerKeys.map(BigInt) } },
    { visibility: 'group', organizer: { groupId: { in: groupsOf(actor) } } },
  ]
}

/** An organizer's past is open to them, to their managers and to administrators. */
function mayReadHistory(actor: Actor, { organizerId, groupId }: HistorySubject): boolean {
  if (actor.kind === 'system' || actor.isAdministrator) return true
  return actor.organizerIds.includes(organizerId) || (groupId !== null && actor.managedGroupIds.includes(groupId))
}

/** The list filter of `history.read`. Change both together. */
export function visibleSessions(actor: Actor): Prisma.SessionWhereInput {
  if (actor.kind === 'system' || actor.isAdministrator) return {}
  return {
    OR: [{ organizerId: { in: actor.organizerIds } }, { organizer: { groupId: { in: actor.managedGroupIds } } }],
  }
}

function groupsOf(actor: PersonActor): string[] {
  return [...actor.groupIds, ...actor.managedGroupIds]
}

/** GoTo lets co-organizers start it with their own grant, and nothing more (goto-api.md 8). */
function coorganizes(actor: PersonActor, meeting: MeetingSubject): boolean {
  return actor.organizerKeys.some((key) => meeting.coorganizerKeys.includes(key))
}

/** GoTo lets only the organizer act, with the organizer's own grant; an administrator of Foyer is no exception. */
function organizes(actor: PersonActor, meeting: MeetingSubject): boolean {
  return actor.organizerIds.includes(meeting.organizerId)
}

function isAdministrator(actor: PersonActor): boolean {
  return actor.isAdministrator
}

function anybody<S>(scope: Scope | null, lets: (actor: Actor, subject: S) => boolean): Rule<Actor, S> {
  return { isFor: () => true, lets, scope }
}

function person<S = undefined>(
  scope: Scope | null,
  lets: (actor: PersonActor, subject: S) => boolean = () => true,
): Rule<PersonActor, S> {
  return { isFor: isPerson, lets, scope }
}

/** A person in a signed-in browser: an API token of theirs will not do. */
function user(lets: (actor: UserActor) => boolean = () => true): Rule<UserActor, undefined> {
  return { isFor: (actor) => actor.kind === 'user', lets, scope: null }
}

function job(): Rule<SystemActor, undefined> {
  return { isFor: (actor) => actor.kind === 'system', lets: () => true, scope: null }
}

/** Sentences are kept by action; one for an action that does not exist does not compile. */
function whyNot(action: Action): string {
  const refusals: Partial<Record<Action, string>> & Record<Exclude<keyof typeof sentences.refusals, Action>, never> =
    sentences.refusals
  return refusals[action] ?? sentences.refused
}
