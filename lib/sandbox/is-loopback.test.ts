import { expect, test } from 'vitest'
import { isLoopback } from './is-loopback.ts'

test.each(['127.0.0.1', '127.8.0.1', '::1', '::ffff:127.0.0.1'])('%s is this machine', (address) => {
  expect(isLoopback(address)).toBe(true)
})

test.each(['10.0.0.1', '::ffff:10.0.0.1', '1127.0.0.1', '127.0.0.1.evil.example', 'fe80::1', '', undefined])(
  '%s is not',
  (address) => {
    expect(isLoopback(address)).toBe(false)
  },
)
