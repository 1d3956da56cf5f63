import { expect, test } from 'vitest'
import { isCommandBest } from './is-command-best.ts'

const commands = ['Home', 'Settings', 'Time zone settings', 'Dark theme', 'Log off']
const meetings = ['Kick-off with Nordlicht Logistik Ann Lee 1', 'Home office rules Bob Ray 2']

test.each([
  ['log off', true],
  ['settings', true],
  ['time zone', true],
  ['kick', false],
  ['home office', false],
  ['join', false],
  ['', false],
])('“%s” is meant for a command: %s', (typed, isCommand) => {
  expect(isCommandBest(typed, commands, meetings)).toBe(isCommand)
})
