import type { QueryClient } from '@tanstack/react-query'
import { createMeeting, startMeeting } from '#lib/meetings/queries.ts'
import { isUnsure } from './is-unsure.ts'
import { openHost } from './open-host.ts'
import { putMeeting } from './put-meeting.ts'

/** The last press's request, while nobody knows what became of it: the next press looks, and does not make a second. */
let openRequest: string | null = null

/**
 * Makes a meeting and starts it. Call it in the press itself. Resolves with the meeting's id, also when only starting it
 * failed: it can be started from its page. null: there is none; what went wrong is said in a toast.
 */
export async function startNow(client: QueryClient, name: string): Promise<string | null> {
  let id: string | null = null
  openRequest ??= crypto.randomUUID()
  const requestId = openRequest
  const subject = name ? `${name.split(' ')[0]}’s meeting` : 'Meeting'
  await openHost(async () => {
    const meeting = await createMeeting({ kind: 'instant', subject, requestId }).catch((error: unknown) => {
      if (!isUnsure(error)) openRequest = null
      throw error
    })
    openRequest = null
    putMeeting(client, meeting)
    id = meeting.id
    return startMeeting(meeting.id)
  })
  return id
}
