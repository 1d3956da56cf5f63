import { toStorable } from '#lib/goto/contract/storable.ts'
import { throughGroups } from '#lib/record/rules.ts'

export { roomWaitMinutes } from '#lib/record/limits.ts'
export { throughGroups, undoSeconds } from '#lib/record/rules.ts'

/**
 * What pages need of the rules for meetings before anybody sends one. `schema.ts` is made of the same, and brings a
 * library along that no page loads before it is used (decision 026).
 */

/** GoTo's names for how people hear each other (goto-api.md 5.2); any other text is a company's own numbers and codes. */
export const audioOptions = ['Hybrid', 'VoIP', 'PSTN', 'Free', 'Private'] as const

/** GoTo counts a subject as sent: what can be stored of it, with `<` and `>` as entities (goto-api.md 5.2). */
export const longestSubject = 100
export function subjectLength(subject: string): number {
  return toStorable(subject).trim().replace(/[<>]/g, '&lt;').length
}

/** How many people one meeting invites at most, those of its groups among them. */
export const mostInvited = 500

type Person = { personId: string; name: string }
type Invited = Person & { required: boolean }
type Group = { groupId: string; name: string; required: boolean; except: string[] }
type WithGroups = { invitedGroups: Group[]; groupPeople: { groupId: string; people: Person[] }[] }

/** The groups of a meeting, each with its people. */
export function groupsWithPeople({ invitedGroups, groupPeople }: WithGroups): (Group & { people: Person[] })[] {
  return invitedGroups.map((group) => {
    return { ...group, people: groupPeople.find(({ groupId }) => groupId === group.groupId)?.people ?? [] }
  })
}

/** Everybody a meeting invites, each once: by name, or through a group. */
export function everybodyInvited(meeting: WithGroups & { invited: Invited[] }): Invited[] {
  const named = new Set(meeting.invited.map(({ personId }) => personId))
  const others = throughGroups(groupsWithPeople(meeting)).filter(({ personId }) => !named.has(personId))
  return [...meeting.invited, ...others]
}
