import { act, placeOfVisitor, statusOf, type Visitor } from '../acts.ts'
import { dashed } from '../seed/ids.ts'
import type { Meeting, World } from '../world.ts'
import { escapeHtml, hidden, messagePage, page, seeOther, subjectText } from './page.ts'

/**
 * `/join/{id}`: where a guest joins, waits for the organizer, and leaves. Name and e-mail may come with the address.
 */
export function joinPage(world: World, meetingId: string, query: URLSearchParams): Response {
  const meeting = world.findMeeting(meetingId)
  if (!meeting) return messagePage(404, 'No such meeting', 'There is no meeting with this ID, or it was cancelled.')
  const visitor = readVisitor(query)
  const title = subjectText(meeting.subject)
  const head = `<h1>${title}</h1><p class="soft">Meeting ${dashed(meeting.id)}</p>`
  return page(
    200,
    meeting.subject,
    head + (query.get('here') === '1' ? presence(world, meeting, visitor) : form(visitor)),
    '',
  )
}

/** A click on Join or Leave. */
export function pressOnJoinPage(world: World, meetingId: string, fields: URLSearchParams): Response {
  const visitor = readVisitor(fields)
  const what = fields.get('do') === 'leave' ? 'leave' : 'join'
  const query = new URLSearchParams({ name: visitor.name, email: visitor.email, here: '1' })
  if (what === 'join' && visitor.name === '') return seeOther(`/join/${meetingId}`)
  // People whose meeting ended while the page was open may still press Leave.
  if (what === 'join' || placeOfVisitor(world, meetingId, visitor) !== 'outside') {
    act(world, { meetingId, do: what, ...visitor })
  }
  return seeOther(`/join/${meetingId}?${query}`)
}

/** What the open page asks every second. */
export function joinState(world: World, meetingId: string, query: URLSearchParams): Response {
  const place = placeOfVisitor(world, meetingId, readVisitor(query))
  return Response.json(
    { place, status: statusOf(world, meetingId).status },
    { headers: { 'cache-control': 'no-store' } },
  )
}

function form({ name, email }: Visitor): string {
  return `<form method="post">
<label for="name">Your name</label><input id="name" name="name" required autocomplete="name" value="${escapeHtml(name)}">
<label for="email">E-mail (optional)</label><input id="email" name="email" type="email" autocomplete="email" value="${escapeHtml(email)}">
<div class="row"><button name="do" value="join">Join</button></div></form>`
}

function presence(world: World, meeting: Meeting, visitor: Visitor): string {
  const place = placeOfVisitor(world, meeting.id, visitor)
  if (place === 'outside') {
    const isOver = world.activeSession(meeting.id) === null
    const sentence = isOver ? 'The meeting is over, or you left it.' : 'You left. The meeting is still running.'
    return `<p class="status" role="status">${sentence}</p>${form(visitor)}`
  }
  const sentence =
    place === 'in'
      ? `You are in the meeting as ${escapeHtml(visitor.name)}.`
      : 'Waiting for the organizer to start the meeting.'
  return `<p class="status" role="status">${sentence}</p>
<form method="post">${hidden(Object.entries(visitor))}<div class="row"><button name="do" value="leave">Leave</button></div></form>
<noscript><meta http-equiv="refresh" content="3"></noscript>${watch(meeting.id, visitor, place)}`
}

/** Takes the visitor in or out automatically. */
function watch(meetingId: string, visitor: Visitor, place: string): string {
  const address = `/join/${meetingId}/state?${new URLSearchParams({ name: visitor.name, email: visitor.email })}`
  return `<script>setInterval(async () => {
  try { if ((await (await fetch(${JSON.stringify(address).replaceAll('<', '\\u003c')})).json()).place !== '${place}') location.reload() } catch {}
}, 1000)</script>`
}

function readVisitor(fields: URLSearchParams): Visitor {
  return { name: fields.get('name')?.trim() ?? '', email: fields.get('email')?.trim() ?? '' }
}
