/** Foyer's own link into a meeting, fit to send to a colleague: it counts as a press of Join and waits for the host. */
export function joinAddress(meetingId: string): string {
  return `${window.location.origin}/meetings/${meetingId}/join`
}
