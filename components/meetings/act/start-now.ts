import type { QueryClient } from '@tanstack/react-query'
import { serverNow } from '#lib/http/api.ts'
import { createMeeting, startMeeting } from '#lib/meetings/calls.ts'
import type { HostAnswer } from '#lib/meetings/schema.ts'
import { isUnsure } from './is-unsure.ts'
import { openHost } from './open-host.ts'
import { putMeeting } from './put-meeting.ts'
import { quoted } from './quoted.ts'

/** The last press's request while its outcome is unknown: the next press checks on it first. */
let openRequest: { id: string; pressedAt: number } | null = null

/**
 * A press this long after the last one means another meeting. By then the server has looked for the first one
 * (heal-creations.ts), and it is in the list if it was created.
 */
const openRequestMs = 5 * 60_000

/**
 * Creates a meeting and starts it. Call it in the click handler itself. Resolves with the meeting's id even if only
 * starting failed, since its page can start it. null: no meeting; a toast says what went wrong.
 */
export async function startNow(client: QueryClient, name: string, zone: string): Promise<string | null> {
  let id: string | null = null
  const subject = name ? `${name.split(' ')[0]}’s meeting` : 'Meeting'

  async function create(): Promise<string> {
    const requestId = chooseRequest()
    const meeting = await createMeeting({ kind: 'instant', subject, zone, requestId }).catch((error: unknown) => {
      if (!isUnsure(error)) settle(requestId)
      throw error
    })
    settle(requestId)
    putMeeting(client, meeting)
    return meeting.id
  }

  // Trying again after only starting failed must not create another.
  async function start(): Promise<HostAnswer> {
    id ??= await create()
    return startMeeting(id)
  }

  await openHost(start, { failed: `Couldn’t start ${quoted(subject)}.` })
  return id
}

function chooseRequest(): string {
  const at = serverNow().getTime()
  const known = openRequest && at - openRequest.pressedAt <= openRequestMs ? openRequest.id : null
  openRequest = { id: known ?? crypto.randomUUID(), pressedAt: at }
  return openRequest.id
}

/** Its outcome is known. */
function settle(requestId: string): void {
  if (openRequest?.id === requestId) openRequest = null
}
