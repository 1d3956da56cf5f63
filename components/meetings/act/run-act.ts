import type { QueryClient } from '@tanstack/react-query'
import { showToast } from '#components/ui/toast-store.ts'
import { getMeeting, meetingKey } from '#lib/meetings/queries.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { type Act, duplicateAddress, editAddress } from './acts-of.ts'
import { copyText } from './copy-text.ts'
import { joinAddress } from './join-address.ts'

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
    const { sessions } = await client.fetchQuery({ queryKey: meetingKey(id), queryFn: () => getMeeting(id) })
    const [latest] = sessions
    return latest ? `/history/${latest.id}` : `/meetings/${id}`
  } catch (error) {
    showToast({ tone: 'trouble', text: error instanceof Error ? error.message : 'Couldn’t find the report.' })
    return `/meetings/${id}`
  }
}
