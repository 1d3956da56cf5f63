import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { meetingKey } from '#lib/meetings/meeting-queries.ts'
import { meetingsKey } from '#lib/meetings/queries.ts'
import type { Meeting, MeetingDetail, MeetingList } from '#lib/meetings/schema.ts'

/** Shows the server's answer in every list and page at once, and refetches whatever else it changed. */
export function putMeeting(client: QueryClient, meeting: Meeting): void {
  client.setQueriesData<InfiniteData<MeetingList>>({ queryKey: meetingsKey }, (list) =>
    list ? { ...list, pages: list.pages.map((page) => withMeeting(page, meeting)) } : list,
  )
  client.setQueryData<MeetingDetail>(meetingKey(meeting.id), (known) => (known ? { ...known, ...meeting } : known))
  // An answer already on its way would show the old state again; refetching drops it.
  client.invalidateQueries({ queryKey: meetingsKey })
  client.invalidateQueries({ queryKey: meetingKey(meeting.id) })
}

function withMeeting(page: MeetingList, meeting: Meeting): MeetingList {
  return { ...page, items: page.items.map((item) => (item.id === meeting.id ? meeting : item)) }
}
