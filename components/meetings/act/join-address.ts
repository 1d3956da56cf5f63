/** Foyer's own way into a meeting, as it can be sent to a colleague: a press there is counted, and it waits for the host. */
export function joinAddress(meetingId: string): string {
  return `${window.location.origin}/meetings/${meetingId}/join`
}
