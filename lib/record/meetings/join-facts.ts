import { type JoinRules, type JoinWindow, joinWindow } from './join-window.ts'
import { gotoIdOf, type ListedRow, type PlannedRow, publicId, type Surroundings } from './listed-rows.ts'
import { meetingState, type PlannedFacts, type StateFacts } from './meeting-state.ts'

export type JoinFacts = StateFacts & {
  window: { opensAt: Date; closesAt: Date } | null
  /** null: Join is offered. */
  refusal: 'cancelling' | 'too_early' | 'over' | null
}

/** State and join window of one line of the list. */
export function joinFacts(row: ListedRow, around: Surroundings, rules: JoinRules, now: Date): JoinFacts {
  const { planned } = row
  const window = planned ? joinWindow(planned, rules) : null
  const room = around.rooms.get(gotoIdOf(row) ?? 0n) ?? null
  const past = around.runs.get(publicId(row)) ?? null
  const facts = meetingState(room, planned && window ? plannedFacts(row, planned, window) : null, now, past)
  const isCancelling = row.meeting.cancelsAt !== null
  return { ...facts, window, refusal: isCancelling ? 'cancelling' : refusal(facts, window, now) }
}

function plannedFacts({ meeting }: ListedRow, { startsAt, endsAt }: PlannedRow, window: JoinWindow): PlannedFacts {
  return { ...window, startsAt, endsAt, isShared: meeting.gotoMeetingId === null }
}

/** A live meeting can always be joined; a dateless room can always be waited for. */
function refusal({ state }: StateFacts, window: JoinFacts['window'], now: Date): JoinFacts['refusal'] {
  if (state === 'live' || state === 'ending' || window === null) return null
  if (now < window.opensAt) return 'too_early'
  return state === 'ended' || state === 'captured' || now > window.closesAt ? 'over' : null
}
