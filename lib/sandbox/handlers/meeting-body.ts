import type { Refusal } from '../refusals.ts'
import { refuse, refuseLegacy } from '../refusals.ts'
import type { MeetingType } from '../seed/calendar.ts'
import type { Meeting } from '../world.ts'
import { readTime } from './times.ts'
import type { CallContext } from './types.ts'

type MeetingBody = Pick<
  Meeting,
  'subject' | 'startsAt' | 'endsAt' | 'type' | 'passwordRequired' | 'audio' | 'coorganizerKeys'
>

const types = ['immediate', 'recurring', 'scheduled'] as const

/**
 * The body of create and update (goto-api.md 5.2): the same required fields, except where a vendor's own connector
 * leaves one out and gets away with it. Only scheduled meetings need future times; unknown keys are ignored; the exact
 * limits and refusing an end before the start are our assumptions (goto-api.md 13, 14.11).
 */
export function readMeetingBody(context: CallContext, present: Meeting | null): MeetingBody {
  const body = asObject(context.body)
  const type = readType(body.meetingtype, present)
  const startsAt = readInstant(body, 'starttime')
  const endsAt = readInstant(body, 'endtime')
  const now = context.world.state.now()
  const isMoved = present === null || present.startsAt !== startsAt || present.endsAt !== endsAt
  if (type === 'scheduled' && isMoved && (startsAt <= now || endsAt <= now) && !isRunning(context, present)) {
    throw problem('starttime and endtime must lie in the future')
  }
  // For an instant meeting, four public clients send the same time twice, and two an end one millisecond later
  // (goto-api.md 17.14).
  const isAtOnce = type === 'immediate' && endsAt === startsAt
  if (endsAt <= startsAt && !isAtOnce) throw problem('endtime must be after starttime')
  return {
    subject: readSubject(body.subject),
    startsAt,
    endsAt,
    type,
    passwordRequired: readFlag(body.passwordrequired),
    audio: readAudio(body.conferencecallinfo),
    coorganizerKeys: readCoorganizers(context, body.coorganizerKeys, present),
  }

  /** Both shapes were observed when creating a meeting; which one when is unknown. */
  function problem(message: string): Refusal {
    return context.shape === 'observed' && present === null ? refuseLegacy(message) : refuse(400, 'invalid', message)
  }

  function asObject(value: unknown): Record<string, unknown> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw problem('a JSON object is required')
    return value as Record<string, unknown>
  }

  function readSubject(value: unknown): string {
    if (typeof value !== 'string' || value.trim() === '') throw problem('subject is required')
    if (value.length > 100) throw problem('subject must have 100 characters at most')
    if (/[<>]/.test(value)) throw problem('subject must have < and > as &lt; and &gt;')
    return value
  }

  function readInstant(values: Record<string, unknown>, name: 'starttime' | 'endtime'): number {
    const value = values[name]
    if (typeof value !== 'string' || value === '') throw problem(`${name} is required`)
    const at = readTime(value)
    if (at === null) throw problem(`${name} is not an ISO 8601 date-time`)
    return at
  }

  /** Upper or lower case; an update without it keeps the current one, as the Microsoft connector expects. */
  function readType(value: unknown, before: Meeting | null): MeetingType {
    if ((value === undefined || value === null) && before) return before.type
    const found = types.find((name) => typeof value === 'string' && name === value.toLowerCase())
    if (!found) throw problem('meetingtype must be immediate, recurring or scheduled')
    return found
  }

  /** One public client leaves it out (goto-api.md 17.14). */
  function readFlag(value: unknown): boolean {
    if (value === undefined) return false
    if (value === true || value === false) return value
    if (value === 'true' || value === 'false') return value === 'true'
    throw problem('passwordrequired must be true or false')
  }

  function readAudio(value: unknown): string {
    if (typeof value !== 'string' || value === '') throw problem('conferencecallinfo is required')
    if (value.length > 255) throw problem('conferencecallinfo must have 255 characters at most')
    return value
  }

  /** Keys of the account's organizers; any other key is refused, which is our assumption. */
  function readCoorganizers({ world, caller }: CallContext, value: unknown, before: Meeting | null): string[] {
    if (value === undefined || value === null) return before?.coorganizerKeys ?? []
    const keys = Array.isArray(value) ? value.map(String) : null
    const known = new Set(world.organizers.inAccount(caller.accountKey).map(({ key }) => key))
    if (!keys?.every((key) => known.has(key))) throw problem('coorganizerKeys must hold keys of organizers')
    return keys
  }
}

function isRunning({ world }: CallContext, meeting: Meeting | null): boolean {
  return meeting !== null && world.activeSession(meeting.id) !== null
}
