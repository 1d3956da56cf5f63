import type { Tag } from '#components/ui/tag-chip.tsx'
import type { FormValues, Guest, GuestGroup, UnclearGuest } from './form-values.ts'
import { sizeOf } from './guest-groups.ts'
import { guestKey, guestName } from './guests.ts'
import { whyNotRead } from './parse-guests.ts'

export type GuestTag = Tag &
  (GuestPart | { kind: 'group'; group: GuestGroup } | { kind: 'unclear'; entry: UnclearGuest })
type GuestPart = { kind: 'guest'; guest: Guest }

/** The chips of everybody invited, groups first, and of what isn't clear yet, last. `opened`: the group shown below. */
export function guestTags({ invited, invitedGroups, unclear }: FormValues, opened: string | null): GuestTag[] {
  return [
    ...invitedGroups.map((group) => groupTag(group, group.groupId === opened)),
    ...invited.map(guestTag),
    ...unclear.map(unclearTag),
  ]
}

function groupTag(group: GuestGroup, isOpen: boolean): GuestTag {
  return {
    kind: 'group',
    group,
    key: `group:${group.groupId}`,
    name: `${group.name} · ${sizeOf(group)}`,
    title: `The group ${group.name}`,
    state: group.required ? 'required' : 'optional',
    tone: group.required ? 'strong' : 'plain',
    isOpen,
  }
}

function guestTag(guest: Guest): GuestTag {
  return {
    kind: 'guest',
    guest,
    key: guestKey(guest),
    name: guestName(guest),
    title: guest.email ?? guest.name,
    state: guest.required ? 'required' : 'optional',
    tone: guest.required ? 'strong' : 'plain',
  }
}

function unclearTag(entry: UnclearGuest): GuestTag {
  const { text, people } = entry
  const common = { kind: 'unclear', entry, key: `unclear:${text}`, name: text, title: text, isText: true } as const
  if (people === null) return { ...common, state: 'looking up …' }
  if (people.length > 0) return { ...common, state: 'who?', tone: 'attention' }
  return { ...common, state: whyNotRead(text) === null ? 'unknown' : 'can’t be invited', tone: 'trouble' }
}
