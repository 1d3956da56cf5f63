export type DialInLine = { text: string; tel: string | null }

/**
 * GoTo's text about how to listen, line by line, with what can be dialled. The text is for people and not machine data
 * (goto-api.md 9.2): only what is plainly an international number becomes a link.
 */
export function dialIn(audio: string): DialInLine[] {
  return audio
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((text) => ({ text: optionNames[text.toLowerCase()] ?? text, tel: telOf(text) }))
}

/** The option's name alone stands where GoTo has no numbers to tell. */
const optionNames: Record<string, string> = {
  voip: 'Through the computer',
  pstn: 'By phone',
  hybrid: 'Through the computer or by phone',
  free: 'Through the computer or a toll-free number',
  private: 'A conference number of one’s own',
}

function telOf(line: string): string | null {
  const number = /\+\d[\d\s().-]{5,20}\d/.exec(line)?.[0]
  const digits = number?.replace(/\D/g, '') ?? ''
  return digits.length >= 8 && digits.length <= 15 ? `tel:+${digits}` : null
}
