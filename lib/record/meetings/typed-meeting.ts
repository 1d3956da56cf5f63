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

/** `named`: by name, not only through a group. */
export type InvitedColumns = { personId: string; required: boolean; named: boolean }
/** `except`: those of `personIds` who are left out. */
export type InvitedGroupColumns = {
  groupId: string
  name: string
  required: boolean
  personIds: string[]
  except: string[]
}
/** Everybody who is invited, each once, and the groups through which some are. */
export type InvitedRows = { people: InvitedColumns[]; groups: InvitedGroupColumns[] }
