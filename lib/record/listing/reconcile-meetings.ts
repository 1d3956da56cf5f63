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

/** The same before it is said who sees it: GoTo does not know. */
export type FoundMeeting = Omit<ListedMeeting, 'visibility'>

export type KnownMeeting = MeetingFacts & {
  id: string
  /** Whether there is a text for people, from whatever source; `audio` is what a list said last, null since Foyer wrote it. */
  hasAudio: boolean
  organizerId: string
  missedReads: number
  isGone: boolean
  /** Whether its room has been live since this meeting was due. */
  hasRun: boolean
  /** Foyer changed it at GoTo after GoTo was asked for this listing, or is just doing so: it says nothing about it. */
  isNewer: boolean
  /** A person chose who sees it: no default touches that. */
  keepsVisibility: boolean
  /** Planned here, in a zone that its organizer chose. */
  isOurs: boolean
}

export type MeetingChangePlan = {
  id: string
  to: MeetingFacts
  isRevived: boolean
  /** What an edit form shows differs: whoever has one open is told. */
  isNews: boolean
  audio: AudioNews
  isOurs: boolean
}

/**
 * A list says less of the audio than GoTo's answers do (goto-api.md 9.2), so its text is `noted` beside what is known,
 * and `taken` where nothing is. Another text than it said before is somebody's change at GoTo: what was known is `replaced`.
 */
export type AudioNews = 'none' | 'noted' | 'taken' | 'replaced'

export type MeetingPlan = {
  add: MeetingFacts[]
  /** Differs from what GoTo says, is back after it was missed, or was another organizer's. */
  change: MeetingChangePlan[]
  /** Should have been listed and was not: one read more without it. */
  missed: string[]
}

/**
 * What one complete listing of one organizer means for what is known of them. Pure; the same listing twice plans
 * nothing the second time, but for the meetings it misses. Removing is not decided here: see plan-removals.ts.
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

/** A planned meeting whose time has passed, or that has run, leaves GoTo's list by being over: nobody cancelled it. */
export function isOver(meeting: KnownMeeting, now: string): boolean {
  if (meeting.kind === 'room') return false
  return meeting.hasRun || (meeting.endsAt !== null && meeting.endsAt <= now)
}

/** How GoTo lists a reused room is not documented (goto-api.md 5.5): whatever comes twice counts once, the earliest. */
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
