import { dashed } from './ids.ts'
import { randomFor } from './random.ts'

/** The text for people in a new meeting's answer (goto-api.md 9.2): numbers and an access code, or the plain option. */
export function simulatedAudio({ id, audio }: { id: string; audio: string }): string {
  if (!['pstn', 'free', 'hybrid'].includes(audio.toLowerCase())) return audio
  const random = randomFor('dial-in', id.slice(-2))
  const line = String(random.int(100, 199)).padStart(4, '0')
  return `US: +1 (555) 010-${line}\nGermany: +49 30 5550 ${line}\nAccess Code: ${dashed(id)}`
}
