import type { QueryClient } from '@tanstack/react-query'
import { startMeeting } from '#lib/meetings/calls.ts'
import { meetingKey } from '#lib/meetings/meeting-queries.ts'
import { meetingsKey } from '#lib/meetings/queries.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { openHost } from './open-host.ts'
import { openTab } from './open-tab.ts'
import { quoted } from './quoted.ts'

/**
 * Starts a meeting, or opens the running one as its host, in a new tab. Call it in the press itself, or with the tab it
 * opened.
 */
export function startAsHost(
  client: QueryClient,
  { id, subject }: Meeting,
  verb: 'start' | 'open',
  tab = openTab('Starting …'),
): Promise<boolean> {
  function refetch(): void {
    client.invalidateQueries({ queryKey: meetingsKey })
    client.invalidateQueries({ queryKey: meetingKey(id) })
  }

  return openHost(() => startMeeting(id).finally(refetch), { failed: `Couldn’t ${verb} ${quoted(subject)}.`, tab })
}
