import type { MeetingKind } from '#lib/record/schema.ts'
import type { Visibility } from '#lib/settings/schema.ts'

/** What somebody typed of a meeting, new or changed. `audio`: an option's name, or numbers and codes of one's own. */
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
