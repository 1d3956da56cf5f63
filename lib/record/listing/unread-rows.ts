/** The ids of a listing's rows that could not be read, null for each whose id could not be read either. */
export type Unread = readonly (string | null)[]

/** Whether one of them may be this meeting: what may be there is not missing. */
export function mayBeUnread(gotoMeetingId: string, unread: Unread): boolean {
  return unread.includes(null) || unread.includes(gotoMeetingId)
}
