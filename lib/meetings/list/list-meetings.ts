import { type Actor, isPerson, type PersonActor } from '#lib/auth/actor.ts'
import { authorize, restrictedMeetings, visibleMeetings } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { sha256 } from '#lib/crypto.ts'
import { db, pool } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { gzipWith, type PackedStart, packStart } from '#lib/http/gzip-parts.ts'
import { MeetingFilter, type MeetingList } from '#lib/meetings/schema.ts'
import { getListStamp } from '#lib/record/list-stamp.ts'
import { getJoinRules } from '#lib/record/meetings/get-join-rules.ts'
import { getSurroundings } from '#lib/record/meetings/listed-rows.ts'
import { viewMeeting } from '#lib/record/meetings/view-meeting.ts'
import { findListed } from './find-listed.ts'
import { getFreshness } from './get-freshness.ts'
import { listQuery } from './list-query.ts'
import { ownMeetings } from './own-meetings.ts'
import { stampedCache } from './stamped-cache.ts'

/** The list as text: `body` is a `MeetingList` as JSON, and `etag` changes exactly when it does. `gzip`: the same, packed. */
export type ListText = { etag: string; body: string; gzip: () => Promise<Buffer<ArrayBuffer>> }

/** The company's meetings as this actor may see them. */
export async function listMeetings(actor: Actor, filter: MeetingFilter): Promise<MeetingList> {
  const { body } = await listMeetingsAsText(actor, filter)
  return JSON.parse(body) as MeetingList
}

/**
 * The same as text, for what a whole company asks for at two minutes to ten: the page is made once per process, list
 * version and quarter of a minute, and shared by everybody who sees the same; only the small personal addition is each
 * person's own. While nothing changes, the database is asked only for the version.
 */
export async function listMeetingsAsText(actor: Actor, filter: MeetingFilter): Promise<ListText> {
  authorize(actor, 'meeting.list')
  const list = await getListStamp()
  const isOwn = filter.mine === '1' || (list.hasRestricted && (await seesRestricted(actor, list.stamp)))
  const who = isOwn ? standing(actor) : rightsOf(actor)
  const [page, personal] = await Promise.all([
    pages(JSON.stringify([MeetingFilter.parse(filter), who]), `${list.stamp} ${slot()}`, () =>
      makePage(filter, isOwn ? visibleMeetings(actor) : companyMeetings(actor), actor),
    ),
    // Every click on Join and every invitation gives the list a new version, so these are as fresh as the list.
    isPerson(actor) ? personalParts(actor.personId, `${list.stamp} ${slot()}`, () => readPersonal(actor)) : nothingOwn,
  ])
  const own = `,${personal},"version":"${list.version}"}`
  return {
    etag: sha256(page.etag + own).slice(0, 32),
    body: page.text + own,
    // Packed once for everybody who shares the page.
    gzip: async () => {
      page.packed ??= packStart(page.text)
      return gzipWith(await page.packed, own)
    },
  }
}

/** Most people see no restricted meetings at all: they share the company page even while there are some. */
async function seesRestricted(actor: Actor, stamp: string): Promise<boolean> {
  return restricted(JSON.stringify(standing(actor)), stamp, async () => {
    if (!isPerson(actor) || actor.isAdministrator) return true
    const seen = restrictedMeetings(actor).map((where) =>
      db().meeting.findFirst({
        where: { AND: [where, { goneAt: null, visibility: { not: 'company' } }] },
        select: { id: true },
      }),
    )
    return (await Promise.all(seen)).some((one) => one !== null)
  })
}

type SharedPage = { etag: string; text: string; packed: Promise<PackedStart> | null }

/** Characters: many different searches must not fill the memory with long pages. */
const mostPages = { of: ({ text }: SharedPage) => text.length, most: 32_000_000 }
const pages = stampedCache<SharedPage>(300, mostPages)
const personalParts = stampedCache<string>(5_000)
const restricted = stampedCache<boolean>(5_000)

/** What depends on the time (who may join now, what is over) is at most this old; starts are whole minutes. */
const slotMs = 15_000

function slot(): number {
  return Math.floor(now().getTime() / slotMs)
}

/** Everything the policy looks at for what may be done with a meeting everybody sees: one page serves all employees. */
function rightsOf(actor: Actor): unknown {
  if (!isPerson(actor)) return actor
  const { isAdministrator, organizerIds, managedGroupIds } = actor
  const isEmployee = !isAdministrator && organizerIds.length + managedGroupIds.length === 0
  return isEmployee && actor.kind === 'user'
    ? null
    : { isAdministrator, organizerIds, managedGroupIds, ...scopesOf(actor) }
}

/** What an API token may do with a meeting depends on them: nobody else is shown its answers, nor it theirs. */
function scopesOf(actor: PersonActor): { scopes?: readonly string[] } {
  return actor.kind === 'token' ? { scopes: actor.scopes } : {}
}

/**
 * Everything the policy may look at: two people with the same standing could still differ, so it includes the person.
 */
function standing(actor: Actor): unknown {
  if (!isPerson(actor)) return actor
  const { personId, isAdministrator, organizerIds, groupIds, managedGroupIds } = actor
  return { personId, isAdministrator, organizerIds, groupIds, managedGroupIds, ...scopesOf(actor) }
}

/**
 * What everybody sees. Repeated beside the actor's own filter: a restricted meeting that appears while the page is
 * being made for somebody who may see it must not end up on a page kept for all.
 */
function companyMeetings(actor: Actor): Prisma.MeetingWhereInput {
  return { AND: [visibleMeetings(actor), { visibility: 'company' }] }
}

async function makePage(filter: MeetingFilter, seen: Prisma.MeetingWhereInput, actor: Actor): Promise<SharedPage> {
  const at = now()
  const query = listQuery(filter, actor)
  const visible = query.mine ? { AND: [seen, ownMeetings(actor)] } : seen
  const [{ rows, nextCursor }, rules, { asOf, coverage }] = await Promise.all([
    findListed(query, visible, at),
    getJoinRules(),
    getFreshness(at),
  ])
  const around = await getSurroundings(rows, at)
  const items = rows.map((row) => viewMeeting(row, around, { actor, rules, now: at }))
  const list: Omit<MeetingList, 'joined' | 'throughGroups' | 'version'> = { items, nextCursor, asOf, coverage }
  const text = JSON.stringify(list).slice(0, -1)
  return { etag: sha256(text), text, packed: null }
}

/** The list remembers a click on Join for a day. */
const joinedHours = 24

const nothingOwn = '"joined":{},"throughGroups":{}'

/** What a person's list says of them alone, as JSON: which they pressed Join for, and which invite them through a group. */
async function readPersonal(actor: PersonActor): Promise<string> {
  const { rows } = await pool().query<{ joined: string | null; through: string | null }>(
    `SELECT (
       SELECT json_object_agg(id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') ORDER BY id)::text
       FROM (SELECT coalesce(occurrence_id, meeting_id) AS id, max(at) AS at FROM join_press
             WHERE person_id = $1 AND at >= $2 AND meeting_id IS NOT NULL GROUP BY 1) AS press
     ) AS joined, (
       SELECT json_object_agg(coalesce(o.id, m.id),
         json_build_object('personId', p.id, 'name', p.name, 'required', i.required) ORDER BY coalesce(o.id, m.id))::text
       FROM invited i JOIN person p ON p.id = i.person_id JOIN meeting m ON m.id = i.meeting_id AND m.gone_at IS NULL
       LEFT JOIN occurrence o ON o.meeting_id = m.id AND o.gone_at IS NULL
       WHERE i.person_id = $1 AND NOT i.named AND (o.id IS NULL OR o.ends_at >= $2)
     ) AS through`,
    [actor.personId, new Date(now().getTime() - joinedHours * 3_600_000)],
  )
  return `"joined":${rows[0]?.joined ?? '{}'},"throughGroups":${rows[0]?.through ?? '{}'}`
}
