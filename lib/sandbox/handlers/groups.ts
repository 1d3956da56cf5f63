import { refuse } from '../refusals.ts'
import type { OrganizerRecord } from '../state.ts'
import type { Session } from '../world.ts'
import { listed } from './meetings.ts'
import { addOrganizer } from './organizer-body.ts'
import { toHistoricalByGroup, toHistoryByGroup, toOrganizer, toScheduledByGroup, toUpcomingByGroup } from './rows.ts'
import { readOptionalRange, readRange } from './times.ts'
import { toAttendeesByGroup } from './to-attendees.ts'
import type { CallContext, HandlersOf } from './types.ts'

const organizersAtMost = 50

/** goto-api.md 7. */
export const groupHandlers: HandlersOf<
  | 'listGroups'
  | 'listOrganizersByGroup'
  | 'createOrganizerInGroup'
  | 'listAttendeesByGroup'
  | 'listHistoricalMeetingsByGroup'
  | 'listUpcomingMeetingsByGroup'
  | 'listMeetingsByGroup'
> = {
  listGroups({ world, caller }) {
    const members = Map.groupBy(world.organizers.inAccount(caller.accountKey), ({ groupKey }) => groupKey)
    return world.organizers.groups(caller.accountKey).map(({ key, name }) => ({
      groupkey: Number(key),
      groupName: name,
      parentKey: Number(key),
      status: 'active' as const,
      numOrganizers: members.get(key)?.length ?? 0,
    }))
  },

  listOrganizersByGroup: (context) => members(context).map((organizer) => toOrganizer(context.world, organizer)),

  createOrganizerInGroup(context) {
    const { key, email } = addOrganizer(context, groupKey(context))
    return [{ key: BigInt(key), email }]
  },

  listAttendeesByGroup(context) {
    const { from, to } = readOptionalRange(context)
    return held(context, fewMembers(context), from, to).flatMap((session) => toAttendeesByGroup(context.world, session))
  },

  listHistoricalMeetingsByGroup(context) {
    const { from, to } = readRange(context)
    return held(context, fewMembers(context), from, to).map((session) => toHistoricalByGroup(context.world, session))
  },

  listUpcomingMeetingsByGroup(context) {
    const { world } = context
    return fewMembers(context)
      .flatMap(({ key }) => world.upcoming(key))
      .map((meeting) => toUpcomingByGroup(world, meeting))
  },

  /** Deprecated; no limit on organizers is documented for it. */
  listMeetingsByGroup(context) {
    const { world } = context
    const organizers = members(context)
    return listed(context, {
      isOpen: false,
      history: (from, to) => held(context, organizers, from, to).map((session) => toHistoryByGroup(world, session)),
      scheduled: () =>
        organizers.flatMap(({ key }) => world.upcoming(key)).map((meeting) => toScheduledByGroup(world, meeting)),
    })
  },
}

function held({ world }: CallContext, organizers: OrganizerRecord[], from: number, to: number): Session[] {
  return organizers.flatMap(({ key }) => world.history(key, from, to))
}

/** Refused with 400, not with S1's 500: S2 no longer lists that one. */
function fewMembers(context: CallContext): OrganizerRecord[] {
  const organizers = members(context)
  if (organizers.length <= organizersAtMost) return organizers
  throw refuse(400, 'groupTooLarge', `The group has more than ${organizersAtMost} organizers`)
}

function members(context: CallContext): OrganizerRecord[] {
  const key = groupKey(context)
  return context.world.organizers.inAccount(context.caller.accountKey).filter((organizer) => organizer.groupKey === key)
}

/** An unknown group is a bad request: 404 is not documented for any of these calls. */
function groupKey({ world, caller, path }: CallContext): string {
  const group = world.organizers.groups(caller.accountKey).find(({ key }) => key === path.groupKey)
  if (!group) throw refuse(400, 'noGroup', 'The group does not exist')
  return group.key
}
