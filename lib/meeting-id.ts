/** `123456789` -> `123-456-789`; ids of another length stay as they are. */
export function formatMeetingId(digits: string): string {
  return digits.length === 9 ? digits.replace(/(\d{3})(?=\d)/g, '$1-') : digits
}
