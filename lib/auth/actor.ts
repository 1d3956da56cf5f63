import type { Scope } from '#lib/tokens/sentences.ts'

/** Who is acting. A verb cannot be called without one. */
export type Actor = UserActor | TokenActor | SystemActor

/** A person in a signed-in browser. */
export type UserActor = {
  kind: 'user'
  personId: string
  sessionId: string
  name: string
  email: string | null
  /** How this session signed in. */
  via: 'goto' | 'company'
} & Standing

/** An integrator's API token: acts within its scopes, for the person who made it or for nobody. */
export type TokenActor = {
  kind: 'token'
  tokenId: string
  /** A service is no person: here it has its token's id, which nothing belongs to. */
  personId: string
  scopes: Scope[]
} & Standing

/** A job or a command: not a person, with rules of its own. */
export type SystemActor = { kind: 'system'; job: string }

/** A person's relation to the company's meetings. Everybody is an employee. */
export type Standing = {
  isAdministrator: boolean
  /** Rows of `Organizer` that are this person. */
  organizerIds: string[]
  /** Their keys at GoTo, by which a meeting names its co-organizers. */
  organizerKeys: string[]
  /** Groups whose organizers' meetings belong to this person's own group. */
  groupIds: string[]
  /** Groups this person manages. */
  managedGroupIds: string[]
}

/** An actor that stands for a person. */
export type PersonActor = UserActor | TokenActor

export function isPerson(actor: Actor): actor is PersonActor {
  return actor.kind !== 'system'
}
