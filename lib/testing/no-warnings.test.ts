import { test } from 'vitest'

test.fails('a warning on the console fails the test in which it appears', () => {
  // biome-ignore lint/suspicious/noConsole: this is the warning.
  console.error('This warning is on purpose: a test is about it.')
})

test.fails('so does a Node deprecation, which appears a moment later', () => {
  process.emitWarning('On purpose: a test is about it.', 'DeprecationWarning')
})

test('a test without one passes, whatever the previous test printed', () => undefined)
