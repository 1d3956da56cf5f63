import { isCrowded } from './is-crowded.ts'
import { nameKey } from './name-key.ts'

/** A stored stay. */
export type Stay = {
  id: string
  typedName: string
  typedEmail: string
  joinedAt: Date
  leftAt: Date
  person: { id: string; name: string } | null
  confidence: number | null
  reasons: string[]
}

/** Stays of one person, with what they are compared by, each worked out once. */
type Group = { stays: Stay[]; people: Set<string>; emails: Set<string>; names: Set<string> }

/**
 * Which stays are of one person: by who they are, by the address they typed, and by an equal name where that cannot be
 * two people. Whatever the order they come in, the groups are the same and nobody is lost.
 */
export function mergeGroups(stays: readonly Stay[]): Stay[][] {
  const byPerson = joinBy(stays.map(alone), ({ people }) => people, areOnePerson)
  const byEmail = joinBy(byPerson, ({ emails }) => emails, areOnePerson)
  return joinBy(byEmail, ({ names }) => names, areOneOfAName).map((group) => group.stays)
}

/**
 * Joins the groups that share a key and may be joined, key by key in their order. Each key looks only at its own groups:
 * where a joined group went is followed, so that the work grows with the stays and not with their square.
 */
function joinBy(groups: Group[], keysOf: (group: Group) => Set<string>, may: (same: Group[]) => boolean): Group[] {
  const holders = new Map<string, Group[]>()
  for (const group of groups)
    for (const key of keysOf(group)) {
      const same = holders.get(key)
      if (same) same.push(group)
      else holders.set(key, [group])
    }
  const joinedInto = new Map<Group, Group>()
  const current = (group: Group): Group => {
    let now = group
    for (let next = joinedInto.get(now); next; next = joinedInto.get(now)) now = next
    return now
  }
  const result = new Set(groups)
  for (const key of [...holders.keys()].sort()) {
    const same = [...new Set((holders.get(key) ?? []).map(current))]
    if (same.length < 2 || !may(same)) continue
    const whole = joined(same)
    for (const group of same) {
      joinedInto.set(group, whole)
      result.delete(group)
    }
    result.add(whole)
  }
  return [...result]
}

/**
 * Equal names are one person only when none of them was present together with another, and no two typed different
 * addresses: two people called the same are not rare, and one of them must not get the other's minutes. Where any two of
 * a name are different people, nobody can say whose a third stay is, so each stands alone.
 */
function areOneOfAName(same: Group[]): boolean {
  // One group may hold several addresses, of one known person.
  const withEmail = same.filter(({ emails }) => emails.size > 0).length
  return areOnePerson(same) && withEmail <= 1 && !isCrowded(same.map(({ stays }) => stays))
}

function areOnePerson(groups: Group[]): boolean {
  return new Set(groups.flatMap(({ people }) => [...people])).size <= 1
}

function alone(stay: Stay): Group {
  return {
    stays: [stay],
    people: new Set(stay.person ? [stay.person.id] : []),
    emails: keySet(stay.typedEmail.normalize('NFKC').trim().toLowerCase()),
    names: keySet(nameKey(stay.typedName)),
  }
}

function joined(groups: Group[]): Group {
  return {
    stays: groups.flatMap(({ stays }) => stays),
    people: new Set(groups.flatMap(({ people }) => [...people])),
    emails: new Set(groups.flatMap(({ emails }) => [...emails])),
    names: new Set(groups.flatMap(({ names }) => [...names])),
  }
}

/** What was not given is equal to nothing. */
function keySet(key: string): Set<string> {
  return new Set(key === '' ? [] : [key])
}
