import type { Actor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { getJoinRules } from '#lib/record/meetings/get-join-rules.ts'
import { getMeetingRow } from '#lib/record/meetings/get-meeting-row.ts'
import { getSurroundings } from '#lib/record/meetings/listed-rows.ts'
import { viewMeeting } from '#lib/record/meetings/view-meeting.ts'

/** @throws AppError `not_found` */
export async function getMeeting(actor: Actor, id: string): Promise<Meeting> {
  const row = await getMeetingRow(actor, id)
  const at = now()
  return viewMeeting(row, await getSurroundings([row], at), { actor, rules: await getJoinRules(), now: at })
}
