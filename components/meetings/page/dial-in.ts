export type DialInLine = { text: string; tel: string | null }

/**
 * GoTo's dial-in text, line by line, with what can be dialled. It is written for people, not machines
 * (goto-api.md 9.2), so only what is plainly an international number becomes a link.
 */
export function dialIn(audio: string): DialInLine[] {
  return audio
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((text) => ({ text: optionNames[text.toLowerCase()] ?? text, tel: telOf(text) }))
}

/** Where GoTo has no numbers, the text is only the option's name. */
const optionNames: Record<string, string> = {
  voip: 'Computer only',
  pstn: 'Phone only',
  hybrid: 'Phone and computer',
  free: 'Toll-free phone and computer',
  private: 'Custom conference number',
}

function telOf(line: string): string | null {
  const number = /\+\d[\d\s().-]{5,20}\d/.exec(line)?.[0]
  const digits = number?.replace(/\D/g, '') ?? ''
  return digits.length >= 8 && digits.length <= 15 ? `tel:+${digits}` : null
}
