import { expect, test } from 'vitest'
import { clientAddress, networkOf } from './client-address.ts'

test('a client cannot choose its own address', () => {
  expect(clientAddress('203.0.113.7', '10.1.1.1', [])).toBe('203.0.113.7')
  expect(clientAddress('203.0.113.7', '10.1.1.1', ['10.0.0.0/8'])).toBe('203.0.113.7')
})

test('behind trusted proxies, the rightmost address that is not one of them counts', () => {
  expect(clientAddress('10.0.0.2', '1.1.1.1, 203.0.113.7, 10.0.0.1', ['10.0.0.0/8'])).toBe('203.0.113.7')
  expect(clientAddress('::ffff:10.0.0.2', '203.0.113.7', ['10.0.0.2'])).toBe('203.0.113.7')
  expect(clientAddress('10.0.0.2', ['1.1.1.1', '203.0.113.7'], ['10.0.0.2'])).toBe('203.0.113.7')
})

test.each([
  ['203.0.113.7:51234', '203.0.113.7'],
  ['[2001:db8::7]:443', '2001:db8::7'],
  ['[2001:db8::7]', '2001:db8::7'],
  ['"[2001:db8::7]:443"', '2001:db8::7'],
  ['2001:db8::7', '2001:db8::7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['[::ffff:203.0.113.7]:443', '203.0.113.7'],
])('a proxy may write the address as %s; it never falls back to what the client wrote', (written, address) => {
  expect(clientAddress('10.0.0.2', `9.9.9.9, ${written}`, ['10.0.0.0/8'])).toBe(address)
  expect(clientAddress('10.0.0.2', `9.9.9.9, ${written}, 10.0.0.1:8080`, ['10.0.0.0/8'])).toBe(address)
})

test.each(['unknown', '_hidden', '', '999.1.1.1', '203.0.113.7:x', '[2001:db8::7', 'fe80::zz', '<script>'])(
  'where a proxy writes %j, the client is not known better than that proxy',
  (written) => {
    expect(clientAddress('10.0.0.2', `9.9.9.9, ${written}`, ['10.0.0.0/8'])).toBe('10.0.0.2')
    expect(clientAddress('10.0.0.2', `9.9.9.9, ${written}, 10.0.0.1`, ['10.0.0.0/8'])).toBe('10.0.0.1')
  },
)

test('all addresses of one line are one client', () => {
  for (const address of [
    '2001:db8:0:7::1',
    '2001:DB8:0:7:ffff::',
    '2001:db8::7:1:2:3:4',
    '2001:0db8:0000:0007:1:2:3:4',
  ])
    expect(networkOf(address), address).toBe('2001:db8:0:7')
  expect(networkOf('2001:db8:0:8::1')).not.toBe('2001:db8:0:7')
  expect(networkOf('::1')).toBe('0:0:0:0')
  expect(networkOf('203.0.113.7')).toBe('203.0.113.7')
  expect(networkOf('')).toBe('')
})
