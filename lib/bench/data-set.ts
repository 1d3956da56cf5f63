import { v7 as uuid } from 'uuid'
import { sessionCookieName } from '#lib/auth/cookies.ts'
import { createSession } from '#lib/auth/create-session.ts'
import { now } from '#lib/clock.ts'
import { db, inTransaction, pool } from '#lib/db/client.ts'

export const sizes = { S: 1_000, M: 100_000, L: 1_000_000 } as const
export type Size = keyof typeof sizes

const accountKey = '200000000000002211'

/**
 * A company whose meetings spread evenly over two years around today: one organizer per thousand meetings and at least
 * sixty. The same for every run. @returns the cookies of an employee and of an organizer who
 * are signed in.
 */
export async function fillDatabase(size: Size): Promise<{ cookie: string; organizer: string }> {
  const organizers = Math.max(60, sizes[size] / 1_000)
  const at = now()
  await pool().query(
    `WITH people AS (
       INSERT INTO person (id, name, email, created_at)
       SELECT gen_random_uuid(), 'Organizer ' || n, 'organizer' || n || '@example.com', $2 FROM generate_series(1, $1::int) n
       RETURNING id, name, email
     )
     INSERT INTO organizer (id, account_key, organizer_key, person_id, name, email, status, read_at)
     SELECT gen_random_uuid(), $3, 1000 + row_number() OVER (ORDER BY email), id, name, email, 'active', $2 FROM people`,
    [organizers, at, accountKey],
  )
  await pool().query(
    `INSERT INTO meeting (id, account_key, organizer_id, subject, kind, visibility, goto_meeting_id, created_at, changed_at)
     SELECT gen_random_uuid(), $2, (SELECT id FROM organizer WHERE organizer_key = 1001 + n % $4),
       'Planning round ' || n, 'scheduled', 'company', 100000000 + n, $3, $3
     FROM generate_series(0, $1::int - 1) n`,
    [sizes[size], accountKey, at, organizers],
  )
  await pool().query(
    `INSERT INTO occurrence (id, meeting_id, goto_meeting_id, starts_at, ends_at, zone)
     SELECT gen_random_uuid(), id, goto_meeting_id, starts, starts + interval '45 minutes', 'Europe/Berlin'
     FROM (SELECT id, goto_meeting_id,
             $2::timestamptz + ((goto_meeting_id - 100000000)::float / $1 - 0.5) * interval '730 days' AS starts FROM meeting) m`,
    [sizes[size], at],
  )
  await fillPast(size)
  await pool().query('VACUUM ANALYZE')
  return { cookie: await signedInEmployee(), organizer: await signedInOrganizer() }
}

/** As many sessions over the last year, with five stays each. */
async function fillPast(size: Size): Promise<void> {
  const pieces = Math.max(1, sizes[size] / 5_000)
  for (let piece = 0; piece < pieces; piece += 1)
    await pool().query(
      `WITH past AS (
         INSERT INTO session (id, account_key, organizer_id, goto_meeting_id, meeting_id, subject, kind, started_at, ended_at, read_at, attendees_read_at, attendee_count, people)
         SELECT gen_random_uuid(), account_key, organizer_id, goto_meeting_id, id, subject, kind, t, t + interval '40 minutes', $2, $2, 5, 5
         FROM (SELECT *, $2::timestamptz - ((goto_meeting_id - 99999999)::float / $1) * interval '360 days' AS t
           FROM meeting WHERE goto_meeting_id % $3 = $4) m
         RETURNING id, goto_meeting_id, started_at
       )
       INSERT INTO attendance (id, session_id, typed_name, typed_email, joined_at, left_at, nth)
       SELECT gen_random_uuid(), id, 'Guest ' || guest || ' Somebody', 'guest' || guest || '@example.com', started_at, started_at, nth
       FROM past, generate_series(1, 5) nth, LATERAL (SELECT (goto_meeting_id * 7 + nth) % 5000 AS guest) g`,
      [sizes[size], now(), pieces, piece],
    )
}

async function signedInEmployee(): Promise<string> {
  const person = await db().person.create({
    data: { id: uuid(), name: 'Bench Employee', email: 'bench@example.com', createdAt: now() },
  })
  return signedIn(person.id)
}

async function signedInOrganizer(): Promise<string> {
  const { personId } = await db().organizer.findFirstOrThrow({ orderBy: { organizerKey: 'asc' } })
  return signedIn(personId)
}

async function signedIn(personId: string): Promise<string> {
  const { token } = await inTransaction((tx) => createSession(tx, { personId, via: 'company', userAgent: 'bench' }))
  return `${sessionCookieName()}=${token}`
}
