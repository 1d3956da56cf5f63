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
  ['::ffff:cb00:7107', '203.0.113.7'],
  ['0:0:0:0:0:FFFF:CB00:7107', '203.0.113.7'],
  ['[::ffff:cb00:7107]:443', '203.0.113.7'],
  ['64:ff9b::cb00:7107', '203.0.113.7'],
  ['64:ff9b::203.0.113.7', '203.0.113.7'],
  ['64:ff9b::7', '0.0.0.7'],
  ['::ffff:0:203.0.113.7', '203.0.113.7'],
  ['64:ff9b:0:1::cb00:7107', '64:ff9b:0:1::cb00:7107'],
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

test.each(['10.0.0.2', '::ffff:10.0.0.2', '::ffff:a00:2', '64:ff9b::a00:2', '64:ff9b::10.0.0.2'])(
  'a proxy that is trusted by its IPv4 address or range is, as %s too',
  (proxy) => {
    for (const trusted of ['10.0.0.2', '10.0.0.0/8', '::ffff:10.0.0.0/104', '::ffff:a00:2']) {
      expect(clientAddress(proxy, '1.1.1.1, 203.0.113.7', [trusted]), trusted).toBe('203.0.113.7')
      expect(clientAddress('10.0.0.2', `203.0.113.7, ${proxy}`, [trusted]), trusted).toBe('203.0.113.7')
    }
  },
)

test('who trusts what comes through a translator does not trust all of IPv4', () => {
  expect(clientAddress('64:ff9b::a00:2', '1.1.1.1, 203.0.113.7', ['64:ff9b::/96'])).toBe('203.0.113.7')
})

test('without a proxy too, what is translated is an address of IPv4', () => {
  expect(clientAddress('64:ff9b::cb00:7107', undefined, [])).toBe('203.0.113.7')
  expect(clientAddress('::ffff:cb00:7107', undefined, [])).toBe('203.0.113.7')
})

test.each(['64:ff9b::', '64:ff9b:1::', '::ffff:', '::ffff:0:'])(
  'clients of IPv4 are told apart behind %s',
  (prefix) => {
    const networks = ['203.0.113.7', '203.0.113.8', 'cb01:7107'].map((client) => networkOf(`${prefix}${client}`))
    expect(new Set([...networks, networkOf('::1')]).size).toBe(4)
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
  expect(networkOf('fe80::7%eth0')).toBe('fe80:0:0:0')
  expect(networkOf('2001:db8:0:7::1.2.3.4')).toBe('2001:db8:0:7')
  expect(networkOf('203.0.113.7')).toBe('203.0.113.7')
  expect(networkOf('')).toBe('')
})
