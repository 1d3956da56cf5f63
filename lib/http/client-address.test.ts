import { expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'

test('a client cannot choose its own address', () => {
  expect(clientAddress('203.0.113.7', '10.1.1.1', [])).toBe('203.0.113.7')
  expect(clientAddress('203.0.113.7', '10.1.1.1', ['10.0.0.0/8'])).toBe('203.0.113.7')
})

test('behind trusted proxies, the rightmost address that is not one of them counts', () => {
  expect(clientAddress('10.0.0.2', '1.1.1.1, 203.0.113.7, 10.0.0.1', ['10.0.0.0/8'])).toBe('203.0.113.7')
  expect(clientAddress('::ffff:10.0.0.2', '203.0.113.7', ['10.0.0.2'])).toBe('203.0.113.7')
})

test('nonsense in the header is skipped', () => {
  expect(clientAddress('10.0.0.2', 'unknown, <script>', ['10.0.0.2'])).toBe('10.0.0.2')
})
