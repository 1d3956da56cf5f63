import { audioOptions } from '#lib/meetings/rules.ts'

/** GoTo's ways in words. `own`: numbers and codes the organizer writes. */
export const audioNames = {
  Hybrid: 'Phone and computer',
  VoIP: 'Computer only',
  PSTN: 'Phone only',
  Free: 'Toll-free phone and computer',
  own: 'Custom numbers and codes',
} as const
export type AudioWay = keyof typeof audioNames

export type Audio = { way: AudioWay; own: string }

/**
 * Which option a meeting created elsewhere probably has, judging by the text GoTo shows people (goto-api.md 5.2: GoTo
 * doesn't reveal what was set). Numbers by country mean Hybrid, no text means VoIP; anything else was written by hand.
 */
export function guessAudio(text: string): Audio {
  const said = text.trim()
  if (said === '') return { way: 'VoIP', own: '' }
  const option = audioOptions.find((name) => name.toLowerCase() === said.toLowerCase())
  if (option) return audioOf(option)
  const lines = said.split(/\r?\n/).map((line) => line.trim())
  const hasNumbers = lines.some((line) => /^[\p{L} .,'()-]+: *\+[\d ()./-]+$/u.test(line))
  const isGotos = lines.every(
    (line) => line === '' || /^([\p{L} .,'()-]+: *\+?[\d ()./-]+|access code:? *[\d-]+)$/iu.test(line),
  )
  return hasNumbers && isGotos ? { way: 'Hybrid', own: '' } : { way: 'own', own: said }
}

/** What was chosen, as the form shows it. */
export function audioOf(option: string): Audio {
  return option in audioNames && option !== 'own'
    ? { way: option as AudioWay, own: '' }
    : { way: 'own', own: option === 'Private' ? '' : option }
}

/** As GoTo takes it. Custom numbers without a text are `Private`. */
export function audioText({ way, own }: Audio): string {
  return way === 'own' ? own.trim() || 'Private' : way
}
