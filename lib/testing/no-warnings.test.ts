import { test } from 'vitest'

test.fails('a warning on the console fails the test in which it appears', () => {
  // biome-ignore lint/suspicious/noConsole: this is the warning.
  console.error('This warning is on purpose: a test is about it.')
})

test.fails('and a deprecation of Node, which says it a moment later', () => {
  process.emitWarning('On purpose: a test is about it.', 'DeprecationWarning')
})

test('a test without one passes, whatever the test before it said', () => undefined)
