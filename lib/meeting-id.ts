/** `123456789` -> `123-456-789`; ids of another length stay as they are. */
export function formatMeetingId(digits: string): string {
  return digits.length === 9 ? digits.replace(/(\d{3})(?=\d)/g, '$1-') : digits
}

/** A meeting ID as people type or paste it, as digits; null when it cannot be one. */
export function parseMeetingId(typed: string): string | null {
  const text = typed.trim()
  const fromLink = /^https?:\/\/\S*?\/(\d{9,12})(?:[/?#]|$)/.exec(text)?.[1]
  const digits = fromLink ?? text.replace(/[\s\-–.]/g, '')
  return /^\d{9,12}$/.test(digits) ? digits : null
}
