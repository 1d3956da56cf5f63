import type { QueryClient } from '@tanstack/react-query'
import { serverNow } from '#lib/http/api.ts'
import { createMeeting, startMeeting } from '#lib/meetings/queries.ts'
import { isUnsure } from './is-unsure.ts'
import { openHost } from './open-host.ts'
import { putMeeting } from './put-meeting.ts'

/** The last press's request, while nobody knows what became of it: the next press looks, and does not make a second. */
let openRequest: { id: string; pressedAt: number } | null = null

/**
 * Whoever presses again so long after the last press means another meeting. By then the server has looked for the first
 * by itself (heal-creations.ts), and it stands in the list if it was made.
 */
const openRequestMs = 5 * 60_000

/**
 * Makes a meeting and starts it. Call it in the press itself. Resolves with the meeting's id, also when only starting it
 * failed: it can be started from its page. null: there is none; what went wrong is said in a toast.
 */
export async function startNow(client: QueryClient, name: string, zone: string): Promise<string | null> {
  let id: string | null = null
  const requestId = chooseRequest()
  const subject = name ? `${name.split(' ')[0]}’s meeting` : 'Meeting'
  await openHost(async () => {
    const meeting = await createMeeting({ kind: 'instant', subject, zone, requestId }).catch((error: unknown) => {
      if (!isUnsure(error)) settle(requestId)
      throw error
    })
    settle(requestId)
    putMeeting(client, meeting)
    id = meeting.id
    return startMeeting(meeting.id)
  })
  return id
}

function chooseRequest(): string {
  const at = serverNow().getTime()
  const known = openRequest && at - openRequest.pressedAt <= openRequestMs ? openRequest.id : null
  openRequest = { id: known ?? crypto.randomUUID(), pressedAt: at }
  return openRequest.id
}

/** It is known what became of it. */
function settle(requestId: string): void {
  if (openRequest?.id === requestId) openRequest = null
}
