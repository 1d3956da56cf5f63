import { expect, test } from 'vitest'
import { audioOptions } from '#lib/meetings/rules.ts'
import { audioOf, audioText, guessAudio } from './guess-audio.ts'

test.each([
  ['', 'VoIP', ''],
  ['VoIP', 'VoIP', ''],
  ['voip', 'VoIP', ''],
  ['Hybrid', 'Hybrid', ''],
  ['PSTN', 'PSTN', ''],
  ['Free', 'Free', ''],
  ['Private', 'own', ''],
  ['US: +1 (657) 220-3412\nAccess Code: 317-680-365', 'Hybrid', ''],
  ['United States: +1 (571) 317-3112\r\nDeutschland: +49 721 9881 4161\r\nAccess Code: 317-680-365', 'Hybrid', ''],
  ['Our bridge: 0800 123, code 44 at the desk', 'own', 'Our bridge: 0800 123, code 44 at the desk'],
  ['Ask Ann for the number', 'own', 'Ask Ann for the number'],
])('the audio text “%s” was probably %s', (text, way, own) => {
  expect(guessAudio(text)).toEqual({ way, own })
})

test.each([...audioOptions, 'Bridge 44'])('what was chosen, %s, is sent again as it was', (option) => {
  expect(audioText(audioOf(option))).toBe(option)
})
