import type { BodyOf } from '#lib/goto/contract/calls.ts'
import { toGotoSubject } from '#lib/goto/contract/subject.ts'
import { gotoTypes } from '#lib/goto/kinds.ts'
import type { MeetingKind } from '#lib/meetings/schema.ts'

export type RequestFacts = {
  subject: string
  kind: MeetingKind
  startsAt: Date
  endsAt: Date
  audio: string
  passwordRequired: boolean
  /** Digit strings. */
  coorganizerKeys: string[]
}

/** The body of creation and update alike: an update is a full replacement (goto-api.md 5.2). */
export function gotoRequest(facts: RequestFacts): BodyOf<'createMeeting'> {
  return {
    subject: toGotoSubject(facts.subject),
    starttime: facts.startsAt.toISOString(),
    endtime: facts.endsAt.toISOString(),
    passwordrequired: facts.passwordRequired,
    conferencecallinfo: facts.audio,
    timezonekey: '',
    meetingtype: gotoTypes[facts.kind],
    coorganizerKeys: facts.coorganizerKeys,
  }
}
