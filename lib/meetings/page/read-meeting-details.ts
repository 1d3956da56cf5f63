import { setTimeout as delay } from 'node:timers/promises'
import { type Actor, isPerson, type PersonActor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { gotoAs } from '#lib/connections/goto-as.ts'
import { toAppError } from '#lib/errors.ts'
import { log } from '#lib/log.ts'
import { learnDetails } from '#lib/record/meetings/learn-from-goto.ts'
import type { ListedRow } from '#lib/record/meetings/listed-rows.ts'

/** Details that GoTo's list lacks are read again on a view when older than this: edits at GoTo are not announced. */
const detailsFreshMs = 10 * 60_000

const mostAgainMs = 1_000

/**
 * On the organizer's view, reads what GoTo's list does not say: whether a meeting has a password, who else may start it,
 * and the numbers to dial (goto-api.md 5.3). If GoTo does not answer now, a later view tries again.
 * @returns whether anything was read
 */
export async function readMeetingDetails(actor: Actor, row: ListedRow): Promise<boolean> {
  const { id, gotoMeetingId, organizerId, detailsReadAt } = row.meeting
  if (!isPerson(actor) || !actor.organizerIds.includes(organizerId) || gotoMeetingId === null) return false
  const isFresh = detailsReadAt !== null && now().getTime() - detailsReadAt.getTime() < detailsFreshMs
  if (isFresh || !mayTry(id)) return false
  const reading = read(actor, row).then(
    () => tried.delete(id),
    (thrown: unknown) => {
      const { code } = toAppError(thrown)
      log.info({ meetingId: id, code }, 'details of a meeting not read')
      return false
    },
  )
  if (detailsReadAt === null) return reading
  // What is known is shown without waiting long: the next view has what GoTo answers later.
  return Promise.race([reading, delay(mostAgainMs, false, { ref: false })])
}

/** Uses the organizer's own grant, and stores what it reads. @throws the client's AppError */
async function read(actor: PersonActor, row: ListedRow): Promise<void> {
  const path = { meetingId: String(row.meeting.gotoMeetingId) }
  await learnDetails(row, await gotoAs(actor, { lane: 'interactive' }).call('getMeeting', { path }))
}

/** Real time: a page asks every two seconds, and GoTo may be down for an hour. */
const retryMs = 60_000
const tried = new Map<string, number>()

function mayTry(meetingId: string): boolean {
  const at = performance.now()
  if (at - (tried.get(meetingId) ?? Number.NEGATIVE_INFINITY) < retryMs) return false
  if (tried.size > 1_000) tried.clear()
  tried.set(meetingId, at)
  return true
}
