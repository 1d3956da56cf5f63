import type { MeetingKind } from '#lib/record/schema.ts'
import type { Visibility } from '#lib/settings/schema.ts'
import { mayBeUnread, type Unread } from './unread-rows.ts'

/** What a meeting is at GoTo, in our words. Times are ISO strings; a dateless room has none. */
export type MeetingFacts = {
  gotoMeetingId: string
  subject: string
  kind: MeetingKind
  startsAt: string | null
  endsAt: string | null
  /** null: this list does not say. */
  audio: string | null
  visibility: Visibility
}

/** `isActive` is null when GoTo did not say. */
export type ListedMeeting = MeetingFacts & { isActive: boolean | null }

/** The same before its visibility is decided: GoTo has none. */
export type FoundMeeting = Omit<ListedMeeting, 'visibility'>

export type KnownMeeting = MeetingFacts & {
  id: string
  /**
   * Whether there is a text for people, from any source; `audio` is what a list said last, null once Foyer has written
   * it.
   */
  hasAudio: boolean
  organizerId: string
  missedReads: number
  isGone: boolean
  /** Whether its room has been live since this meeting was due. */
  hasRun: boolean
  /** Foyer changed it at GoTo after asking for this listing, or is doing so now: the listing says nothing about it. */
  isNewer: boolean
  /** A person chose who sees it: no default overrides that. */
  keepsVisibility: boolean
  /** Planned here, in a zone its organizer chose. */
  isOurs: boolean
}

export type MeetingChangePlan = {
  id: string
  to: MeetingFacts
  isRevived: boolean
  /** Something an edit form shows has changed: people with one open are warned. */
  isNews: boolean
  audio: AudioNews
  isOurs: boolean
}

/**
 * A list says less about audio than GoTo's other answers do (goto-api.md 9.2), so its text is `noted` beside what is
 * known, and `taken` if nothing is. A text that differs from the list's last one is a change made at GoTo: it
 * `replaced` what was known.
 */
export type AudioNews = 'none' | 'noted' | 'taken' | 'replaced'

export type MeetingPlan = {
  add: MeetingFacts[]
  /** Differs from what GoTo says, is back after being missed, or was another organizer's. */
  change: MeetingChangePlan[]
  /** Should have been listed and was not: one more read without it. */
  missed: string[]
}

/**
 * What one complete listing of an organizer means for their known meetings. Pure; the same listing plans nothing the
 * second time, except for meetings it misses. Removal is not decided here: see plan-removals.ts.
 */
export function reconcileMeetings(input: {
  organizerId: string
  known: readonly KnownMeeting[]
  listed: readonly ListedMeeting[]
  unread?: Unread
  now: string
}): MeetingPlan {
  const { organizerId, known, unread = [], now } = input
  const listed = firstOfEach(input.listed)
  const knownById = new Map(known.map((meeting) => [meeting.gotoMeetingId, meeting]))
  const plan: MeetingPlan = { add: [], change: [], missed: [] }
  for (const { isActive: _, ...found } of listed.values()) {
    const meeting = knownById.get(found.gotoMeetingId)
    if (!meeting) plan.add.push(found)
    else if (!meeting.isNewer) {
      const to = { ...found, visibility: meeting.keepsVisibility ? meeting.visibility : found.visibility }
      const isOther = meeting.organizerId !== organizerId || meeting.isGone || meeting.missedReads > 0
      const { id, isGone: isRevived, isOurs } = meeting
      const audio = audioNews(meeting, to)
      const isNews = audio === 'replaced' || differs(meeting, to, shownInForm)
      if (isOther || audio !== 'none' || differs(meeting, to, compared))
        plan.change.push({ id, to, isRevived, isNews, audio, isOurs })
    }
  }
  for (const meeting of known) {
    if (listed.has(meeting.gotoMeetingId) || meeting.organizerId !== organizerId) continue
    if (meeting.isGone || meeting.isNewer || isOver(meeting, now)) continue
    if (mayBeUnread(meeting.gotoMeetingId, unread)) continue
    plan.missed.push(meeting.id)
  }
  return plan
}

/** A planned meeting whose time has passed, or that has run, leaves GoTo's list because it is over, not cancelled. */
export function isOver(meeting: KnownMeeting, now: string): boolean {
  if (meeting.kind === 'room') return false
  return meeting.hasRun || (meeting.endsAt !== null && meeting.endsAt <= now)
}

/** How GoTo lists a reused room is not documented (goto-api.md 5.5): duplicates count once, as the earliest. */
function firstOfEach(listed: readonly ListedMeeting[]): Map<string, ListedMeeting> {
  const rows = new Map<string, ListedMeeting>()
  for (const row of listed) {
    const other = rows.get(row.gotoMeetingId)
    if (!other) rows.set(row.gotoMeetingId, row)
    else
      rows.set(row.gotoMeetingId, {
        ...earlier(other, row),
        isActive: other.isActive || (row.isActive ?? other.isActive),
      })
  }
  return rows
}

function earlier(a: ListedMeeting, b: ListedMeeting): ListedMeeting {
  return order(b) < order(a) ? b : a
}

/** Total, so that the order in which GoTo lists never matters. */
function order(row: ListedMeeting): string {
  return [row.startsAt ?? '', row.endsAt ?? '', row.kind, row.subject, row.audio ?? ''].join('\n')
}

const shownInForm = ['subject', 'kind', 'startsAt', 'endsAt'] as const
const compared = [...shownInForm, 'visibility'] as const

function audioNews(known: KnownMeeting, { audio }: MeetingFacts): AudioNews {
  if (audio === null || audio === known.audio) return 'none'
  if (known.audio !== null) return 'replaced'
  return known.hasAudio ? 'noted' : 'taken'
}

function differs(a: MeetingFacts, b: MeetingFacts, names: readonly (keyof MeetingFacts)[]): boolean {
  return names.some((name) => a[name] !== b[name])
}
