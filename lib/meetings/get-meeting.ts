import type { Actor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { getJoinRules } from './get-join-rules.ts'
import { getMeetingRow } from './get-meeting-row.ts'
import { getSurroundings } from './meeting-rows.ts'
import type { Meeting } from './schema.ts'
import { viewMeeting } from './view.ts'

/** @throws AppError `not_found` */
export async function getMeeting(actor: Actor, id: string): Promise<Meeting> {
  const row = await getMeetingRow(actor, id)
  const at = now()
  return viewMeeting(row, await getSurroundings([row], at), { actor, rules: await getJoinRules(), now: at })
}
