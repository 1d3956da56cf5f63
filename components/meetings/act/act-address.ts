export function editAddress(meetingId: string): string {
  return `/meetings/${meetingId}/edit`
}

export function duplicateAddress(meetingId: string): string {
  return `/meetings/new?from=${meetingId}`
}
