import type { MeetingState } from '#lib/meetings/schema.ts'

/** Somebody is there: also while the host is ending it, people are let in. */
export function isOn(state: MeetingState): boolean {
  return state === 'live' || state === 'ending'
}
