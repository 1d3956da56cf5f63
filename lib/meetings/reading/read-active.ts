import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { pool } from '#lib/db/client.ts'
import { earliestStartMinutes, minutesBefore, roomWaitMinutes } from '#lib/record/limits.ts'
import { getJoinRules } from '#lib/record/meetings/get-join-rules.ts'
import { readEach } from './read-meetings.ts'

/** More than this at once would leave people and the full round without budget; the longest unread come first. */
const mostAtOnce = 50
/** Organizers read this recently, by any process, are not read again. */
const recentSeconds = 8

/**
 * Reads organizers whose meetings are live, waited for, or due: between two full rounds, this is what notices that a
 * host has started or ended one. Returns how many were read.
 */
export async function readActive(actor: Actor): Promise<{ read: number }> {
  authorize(actor, 'sync.run')
  const at = now()
  const { opensMinutesBefore } = await getJoinRules()
  const { rows } = await pool().query<{ id: string }>(
    `SELECT o.id FROM organizer o
     WHERE o.gone_at IS NULL AND o.status = 'active' AND (o.tried_at IS NULL OR o.tried_at <= $2 OR o.tried_at > $1)
       AND EXISTS (
         SELECT 1 FROM meeting m
         LEFT JOIN room_status r ON r.account_key = m.account_key AND r.goto_meeting_id = m.goto_meeting_id
         LEFT JOIN occurrence c ON c.meeting_id = m.id AND c.gone_at IS NULL AND c.starts_at <= $3 AND c.ends_at >= $1
         WHERE m.organizer_id = o.id AND m.gone_at IS NULL
           AND (r.is_active OR r.waiting_since >= $4
             OR (c.id IS NOT NULL AND (r.ended_at IS NULL OR r.ended_at < c.starts_at - make_interval(mins => $5)))))
     ORDER BY o.tried_at NULLS FIRST LIMIT ${mostAtOnce}`,
    [
      at,
      new Date(at.getTime() - recentSeconds * 1000),
      minutesBefore(at, -opensMinutesBefore),
      minutesBefore(at, roomWaitMinutes),
      earliestStartMinutes,
    ],
  )
  await readEach(rows.map((row) => row.id))
  return { read: rows.length }
}
