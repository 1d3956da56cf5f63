import { test } from 'vitest'

test.fails('a warning on the console fails the test in which it appears', () => {
  // biome-ignore lint/suspicious/noConsole: this is the warning.
  console.error('Each child in a list should have a unique "key" prop.')
})

test.fails('and a deprecation of Node, which says it a moment later', () => {
  process.emitWarning('client.query() is deprecated', 'DeprecationWarning')
})

test('a test without one passes, whatever the test before it said', () => undefined)
