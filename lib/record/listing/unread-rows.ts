/** The ids of a listing's unreadable rows, null for each whose id is unreadable too. */
export type Unread = readonly (string | null)[]

/** Whether one of them may be this meeting: one that may be there is not missing. */
export function mayBeUnread(gotoMeetingId: string, unread: Unread): boolean {
  return unread.includes(null) || unread.includes(gotoMeetingId)
}
