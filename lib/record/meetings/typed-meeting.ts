import type { MeetingKind } from '#lib/record/schema.ts'
import type { Visibility } from '#lib/settings/schema.ts'

/**
 * What somebody typed for a new or changed meeting. `audio`: an option's name, or a company's own numbers and codes.
 */
export type TypedMeeting = {
  subject: string
  kind: MeetingKind
  agenda: string
  audio: string
  passwordRequired: boolean
  /** undefined: nobody chose. */
  visibility?: Visibility | undefined
  zone?: string | undefined
}

export type InvitedColumns = { personId: string; required: boolean }
