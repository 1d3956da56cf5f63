import type { MeetingReport } from '#lib/history/schema.ts'
import { roomWaitMinutes } from '#lib/meetings/rules.ts'
import type { MeetingAttendees } from '#lib/meetings/schema.ts'

/** Somebody of a meeting that is over: whether they came, and when they last pressed Join. */
export type CameLine = {
  key: string
  name: string
  required: boolean | null
  pressedAt: string | null
} & (
  | { came: true; attendee: MeetingReport['attendees'][number] }
  | { came: false; state: MeetingReport['missing'][number]['state'] }
)

/** Everybody once: who came, then the invited who were not seen, then the uninvited who pressed Join and were not seen. */
export function cameLines(report: MeetingReport, presses: MeetingAttendees): CameLine[] {
  const pressed = [...presses.invited, ...presses.others].filter((one) => isOfSession(one.pressedAt, report))
  const pressedAt = new Map(pressed.map((one) => [one.personId, one.pressedAt]))
  const pressOf = (personId: string | null) => (personId && pressedAt.get(personId)) ?? null
  const came = report.attendees.map(
    (attendee): CameLine => ({
      key: attendee.key,
      name: attendee.name,
      required: attendee.required === null ? null : attendee.required === 'required',
      pressedAt: pressOf(attendee.personId),
      came: true,
      attendee,
    }),
  )
  const missing = report.missing.map(
    ({ personId, name, required, state }): CameLine => ({
      key: personId,
      name,
      required,
      pressedAt: pressOf(personId),
      came: false,
      state,
    }),
  )
  const known = new Set([...report.attendees, ...report.missing].map(({ personId }) => personId))
  const others = presses.others
    .filter(({ personId, pressedAt: at }) => !known.has(personId) && isOfSession(at, report))
    .map(
      ({ personId, name, pressedAt: at }): CameLine => ({
        key: personId,
        name,
        required: null,
        pressedAt: at,
        came: false,
        state: report.isCertain ? 'absent' : 'unknown',
      }),
    )
  return [...came, ...missing, ...others]
}

/** Nobody waits longer than `roomWaitMinutes` after pressing Join: an earlier press is of another session. */
function isOfSession(at: string | null, { startedAt, endedAt }: MeetingReport): boolean {
  if (at === null) return false
  const pressedAt = Date.parse(at)
  if (startedAt !== null && pressedAt < Date.parse(startedAt) - roomWaitMinutes * 60_000) return false
  return endedAt === null || pressedAt <= Date.parse(endedAt)
}
