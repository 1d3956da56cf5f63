import { mayBeUnread, type Unread } from '#lib/record/listing/unread-rows.ts'

/** What an organizer is at GoTo, in our words. */
export type OrganizerFacts = {
  organizerKey: string
  name: string
  email: string
  groupKey: string | null
  status: 'active' | 'suspended'
  maxAttendees: number | null
}

export type KnownOrganizer = OrganizerFacts & { id: string; missedReads: number; isGone: boolean }

export type OrganizerPlan = {
  add: OrganizerFacts[]
  change: { id: string; to: OrganizerFacts }[]
  missed: string[]
  remove: string[]
  /** Would have been removed, but there are suspiciously many. */
  held: string[]
}

const missedReadsUntilGone = 2
/** Removing more than this share and more than `freeRemovals` is more likely an error than a decision. */
const brakeShare = 0.2
const freeRemovals = 3

/**
 * What a list of organizers means. Nobody counts as missing who may be one of its unreadable rows. Pure; the same list twice plans
 * nothing the second time.
 */
export function planOrganizers(
  known: readonly KnownOrganizer[],
  { organizers: listed, unread }: { organizers: readonly OrganizerFacts[]; unread: Unread },
  { allowRemovals }: { allowRemovals: boolean },
): OrganizerPlan {
  const byKey = new Map(listed.map((facts) => [facts.organizerKey, facts]))
  const knownKeys = new Set(known.map((organizer) => organizer.organizerKey))
  const present = known.filter((organizer) => !organizer.isGone)
  const absent = present.filter(({ organizerKey }) => !byKey.has(organizerKey) && !mayBeUnread(organizerKey, unread))
  const due = absent.filter((organizer) => organizer.missedReads + 1 >= missedReadsUntilGone).map(({ id }) => id)
  const isTooMany = due.length > freeRemovals && due.length > present.length * brakeShare && !allowRemovals
  return {
    add: [...byKey.values()].filter((facts) => !knownKeys.has(facts.organizerKey)),
    change: known.flatMap((organizer) => {
      const listed = byKey.get(organizer.organizerKey)
      if (!listed) return []
      // A name or an address that GoTo leaves out, or that cannot be read, is still the one known.
      const to = { ...listed, name: listed.name || organizer.name, email: listed.email || organizer.email }
      if (!(organizer.isGone || organizer.missedReads > 0 || differs(organizer, to))) return []
      return { id: organizer.id, to }
    }),
    missed: absent.filter((organizer) => organizer.missedReads + 1 < missedReadsUntilGone).map(({ id }) => id),
    remove: isTooMany ? [] : due,
    held: isTooMany ? due : [],
  }
}

const compared = ['name', 'email', 'groupKey', 'status', 'maxAttendees'] as const

function differs(a: OrganizerFacts, b: OrganizerFacts): boolean {
  return compared.some((name) => a[name] !== b[name])
}
