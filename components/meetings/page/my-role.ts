import { apart } from '#lib/apart.ts'
import { everybodyInvited } from '#lib/meetings/rules.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'

/** `Required`, `Co-organizer, optional`; for somebody who isn't invited, why they can join all the same. */
export function myRole(meeting: MeetingDetail, me: string | undefined): string {
  const { can, visibility, group } = meeting
  const mine = everybodyInvited(meeting).find(({ personId }) => personId === me)
  const asked = mine && (mine.required ? 'required' : 'optional')
  if (can.start && !can.edit) return asked ? `Co-organizer, ${asked}` : 'Co-organizer'
  if (asked) return asked === 'required' ? 'Required' : 'Optional'
  if (visibility === 'group')
    return `Not invited by name. Open to ${group ? `the group ${apart(group.name)}` : 'the organizer’s group'}.`
  return 'Not invited by name. Open to everybody in the company.'
}
