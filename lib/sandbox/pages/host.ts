import { act, statusOf } from '../acts.ts'
import { readHostToken } from '../host-token.ts'
import type { World } from '../world.ts'
import { messagePage, page, seeOther, subjectText } from './page.ts'

/** A meeting's host address: anybody who has it may start and end it, without signing in (goto-api.md 5.4). */
export function hostPage(world: World, meetingId: string, query: URLSearchParams): Response {
  const meeting = allowed(world, meetingId, query)
  if (!meeting)
    return messagePage(403, 'This address does not open the meeting', 'Ask for a new one by pressing Start.')
  const { status, present, waiting } = statusOf(world, meetingId)
  const isActive = status === 'ACTIVE'
  const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)
  const sentence = isActive ? `Running. ${people(present)} inside.` : `Not running. ${people(waiting)} waiting.`
  return page(
    200,
    meeting.subject,
    `<h1>${subjectText(meeting.subject)}</h1><p class="soft">You are the organizer.</p><p class="status" role="status">${sentence}</p>
<form method="post"><div class="row">${
      isActive ? '<button name="do" value="end">End</button>' : '<button name="do" value="start">Start</button>'
    }</div></form>`,
    `setInterval(async () => {
  try { if ((await (await fetch('/join/${meetingId}/state')).json()).status !== '${status}') location.reload() } catch {}
}, 1000)`,
  )
}

/** A click on Start or End; one that comes too late changes nothing. */
export function pressOnHostPage(world: World, meetingId: string, url: URL, fields: URLSearchParams): Response {
  if (!allowed(world, meetingId, url.searchParams)) return hostPage(world, meetingId, url.searchParams)
  const isActive = statusOf(world, meetingId).status === 'ACTIVE'
  if (fields.get('do') === 'end' && isActive) act(world, { meetingId, do: 'end' })
  if (fields.get('do') === 'start' && !isActive) act(world, { meetingId, do: 'start' })
  return seeOther(`${url.pathname}${url.search}`)
}

function allowed(world: World, meetingId: string, query: URLSearchParams) {
  const claims = readHostToken(world.state, query.get('authenticationToken') ?? '')
  return claims?.meetingId === meetingId ? world.findMeeting(meetingId) : null
}
