import type { QueryClient } from '@tanstack/react-query'
import { showToast } from '#components/ui/toast-store.ts'
import { getMeeting, meetingKey } from '#lib/meetings/meeting-queries.ts'
import type { Meeting, MeetingDetail } from '#lib/meetings/schema.ts'
import { duplicateAddress, editAddress } from './act-address.ts'
import type { Act } from './acts.ts'
import { copyText } from './copy-text.ts'
import { joinAddress } from './join-address.ts'

export { actsOf } from './acts-of.ts'

type Means = { client: QueryClient; go: (href: string) => void }

/** Does what needs no further question. */
export async function runAct(act: Exclude<Act, 'cancel'>, { id }: Meeting, { client, go }: Means): Promise<void> {
  switch (act) {
    case 'edit':
      return go(editAddress(id))
    case 'duplicate':
      return go(duplicateAddress(id))
    case 'copyLink':
      return copyText(joinAddress(id), 'Link copied')
    case 'report':
      return go(await reportAddress(client, id))
  }
}

/** Of its latest session; while GoTo hasn't reported that, the meeting's page says so. */
async function reportAddress(client: QueryClient, id: string): Promise<string> {
  try {
    const detail = await client.fetchQuery({ queryKey: meetingKey(id), queryFn: () => getMeeting(id) })
    const latest = latestSession(detail)
    return latest ? `/history/${latest.id}` : `/meetings/${id}`
  } catch (error) {
    showToast({ tone: 'trouble', text: error instanceof Error ? error.message : 'Couldn’t find the report.' })
    return `/meetings/${id}`
  }
}

/** Foyer may notice an end this long after GoTo's history has it. */
const noticedWithinMs = 15 * 60_000

/** null: GoTo hasn't reported the one that has just ended; those before it have other reports. */
function latestSession({ sessions: [latest], stateSince }: MeetingDetail): MeetingDetail['sessions'][number] | null {
  if (!latest || stateSince === null) return latest ?? null
  const lastSeen = Date.parse(latest.endedAt ?? latest.startedAt)
  return lastSeen >= Date.parse(stateSince) - noticedWithinMs ? latest : null
}
