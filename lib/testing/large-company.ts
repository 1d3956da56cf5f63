import { pool } from '#lib/db/client.ts'

/** Each is in half of the subjects, all of them in one of four thousand. */
export const commonWords = [
  'alpha',
  'bravo',
  'cargo',
  'delta',
  'echo',
  'fjord',
  'gamma',
  'hotel',
  'india',
  'juliet',
  'kilo',
  'lima',
]

/**
 * So many meetings, spread over two years around a time, and as many past sessions with two stays each, by sixty
 * organizers. Subjects are made of the common words and one that is only theirs: `n123x`.
 */
export async function fillLargeCompany(meetings: number, at: Date): Promise<void> {
  const run = (sql: string, values: unknown[]) => pool().query(sql, values)
  await run(
    `WITH p AS (
       INSERT INTO person (id, name, email, created_at)
       SELECT gen_random_uuid(), 'Organizer ' || n, 'organizer' || n || '@example.com', $1 FROM generate_series(1, 60) n
       RETURNING id, name, email
     )
     INSERT INTO organizer (id, account_key, organizer_key, person_id, name, email, read_at)
     SELECT gen_random_uuid(), '1', 1000 + row_number() OVER (ORDER BY email), id, name, email, $1 FROM p`,
    [at],
  )
  await run(
    `WITH p AS (
       INSERT INTO person (id, name, email, created_at)
       SELECT gen_random_uuid(), 'Guest Number n' || n || 'x', 'guest' || n || '@example.com', $1 FROM generate_series(1, $2::int / 2) n
       RETURNING id
     )
     INSERT INTO identity (id, person_id, kind, issuer, subject, created_at, last_seen_at)
     SELECT gen_random_uuid(), id, 'oidc', 'test', id::text, $1, $1 FROM p`,
    [at, meetings],
  )
  await run(
    `INSERT INTO meeting (id, account_key, organizer_id, subject, kind, goto_meeting_id, created_at, changed_at)
     SELECT gen_random_uuid(), '1', o.id, s.subject, 'scheduled', 100000000 + n, $2, $2
     FROM generate_series(1, $1::int) n
     JOIN organizer o ON o.organizer_key = 1001 + n % 60
     CROSS JOIN LATERAL (
       SELECT 'n' || n || 'x ' || coalesce(string_agg(word, ' '), '') AS subject
       FROM unnest($3::text[]) WITH ORDINALITY AS w(word, bit) WHERE (hashint4(n) >> (bit::int - 1)) & 1 = 1) s`,
    [meetings, at, commonWords],
  )
  await run(
    `INSERT INTO occurrence (id, meeting_id, goto_meeting_id, starts_at, ends_at, zone)
     SELECT gen_random_uuid(), id, goto_meeting_id, starts, starts + interval '45 minutes', 'Europe/Berlin'
     FROM (SELECT id, goto_meeting_id,
       $2::timestamptz + ((goto_meeting_id - 100000000)::float / $1 - 0.5) * interval '730 days' AS starts FROM meeting) m`,
    [meetings, at],
  )
  await run(
    `WITH s AS (
       INSERT INTO session (id, account_key, organizer_id, goto_meeting_id, meeting_id, subject, kind, started_at, ended_at, read_at, attendees_read_at, attendee_count, people)
       SELECT gen_random_uuid(), account_key, organizer_id, goto_meeting_id, id, subject, kind, t, t + interval '40 minutes', $2, $2, 2, 2
       FROM (SELECT *, $2::timestamptz - ((goto_meeting_id - 99999999)::float / $1) * interval '360 days' AS t FROM meeting) m
       RETURNING id, goto_meeting_id, started_at
     )
     INSERT INTO attendance (id, session_id, typed_name, typed_email, joined_at, left_at, nth)
     SELECT gen_random_uuid(), id, 'Guest Number n' || (goto_meeting_id - 100000000) || 'x', 'guest@example.com', started_at, started_at, nth
     FROM s, generate_series(0, 1) nth`,
    [meetings, at],
  )
  await pool().query('VACUUM ANALYZE')
}
