import { momentOf } from '#components/meetings/list/moment.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { type Act, acts } from './acts.ts'

/** What this person may do about it now, the most likely first. */
export function actsOf(meeting: Meeting, now: Date, mayCreate: boolean): Act[] {
  const { can, joinWindow } = meeting
  const { kind } = momentOf(meeting, now)
  // A room has no set time: it can be changed and deleted even after its meeting has ended.
  const isKept = kind !== 'cancelling' && !(kind === 'ended' && joinWindow !== null)
  const may: Record<Act, boolean> = {
    report: kind === 'ended' && can.attendees,
    edit: isKept && can.edit,
    duplicate: mayCreate,
    copyLink: true,
    cancel: isKept && can.cancel,
  }
  return acts.filter((act) => may[act])
}
