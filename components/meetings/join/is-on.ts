import type { MeetingState } from '#lib/meetings/schema.ts'

/** Somebody is there. People are let in even while the host is ending it. */
export function isOn(state: MeetingState): boolean {
  return state === 'live' || state === 'ending'
}
