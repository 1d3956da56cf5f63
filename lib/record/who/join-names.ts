import { isCrowded } from './is-crowded.ts'
import type { Part } from './split-by-name.ts'

/** A part with its comparison key. */
type Group = Part & { emails: Set<string>; names: Set<string> }

/**
 * Joins parts with an equal name where that is one person, name by name in order. Each name looks only at its own parts
 * and follows where a joined one went, so that the work grows with the stays, not with their square.
 */
export function joinNames(parts: readonly Part[]): Part[] {
  const groups = parts.map(groupOf)
  const holders = new Map<string, Group[]>()
  for (const group of groups)
    for (const name of group.names) {
      const same = holders.get(name)
      if (same) same.push(group)
      else holders.set(name, [group])
    }
  const joinedInto = new Map<Group, Group>()
  const current = (group: Group): Group => {
    let now = group
    for (let next = joinedInto.get(now); next; next = joinedInto.get(now)) now = next
    return now
  }
  const result = new Set(groups)
  for (const name of [...holders.keys()].sort()) {
    const same = [...new Set((holders.get(name) ?? []).map(current))]
    if (same.length < 2 || !areOne(same)) continue
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
 * Equal names are one person only if no two were present at once and no two typed different addresses: namesakes are
 * not rare, and one must not get the other's minutes. Where any two of a name are different people, a third stay could
 * be either's, so each stands alone.
 */
function areOne(same: readonly Group[]): boolean {
  const people = new Set(same.flatMap(({ person }) => person?.id ?? []))
  const addressed = same.filter(({ emails }) => emails.size > 0)
  // One group may hold several addresses, of one known person; several groups hold one address that people share.
  const isOneAddress = addressed.length <= 1 || new Set(addressed.flatMap(({ emails }) => [...emails])).size === 1
  return people.size <= 1 && isOneAddress && !isCrowded(same.map(({ members }) => members.map(({ stay }) => stay)))
}

function groupOf(part: Part): Group {
  return {
    ...part,
    emails: new Set(part.members.flatMap(({ email }) => email || [])),
    names: new Set(part.members.flatMap(({ name }) => name || [])),
  }
}

function joined(same: readonly Group[]): Group {
  const person = same.find((group) => group.person !== null)?.person ?? null
  return groupOf({
    members: same.flatMap(({ members }) => members),
    person,
    doubt: person === null ? (same.flatMap(({ doubt }) => doubt ?? []).sort()[0] ?? null) : null,
    isPlaceholder: false,
  })
}
