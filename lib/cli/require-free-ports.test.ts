import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { localAddress, requireFreePorts } from './require-free-ports.ts'

test('a port in use is named together with the setting that changes it', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.close()
  })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await expect(requireFreePorts([{ setting: 'SANDBOX_PORT', port, host: '127.0.0.1' }], 0)).rejects.toThrow(
    `Port ${port} is in use: stop whatever is using it, or set SANDBOX_PORT to another port.`,
  )
})

test('an address that is none of this machine’s is named, not the port', async () => {
  const wanted = [{ setting: 'PORT', port: 4720, host: 'nobody.invalid' }]
  await expect(requireFreePorts(wanted, 0)).rejects.toThrow(
    /^Nothing can listen on nobody\.invalid \(E\w+\): set HOST to an address of this machine\.$/,
  )
  // Documentation's own range: no machine has it.
  await expect(requireFreePorts([{ setting: 'PORT', port: 4720, host: '192.0.2.1' }], 0)).rejects.toThrow('set HOST')
})

test('a port that a stopping predecessor frees in time is taken', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const waiting = requireFreePorts([{ setting: 'PORT', port, host: '127.0.0.1' }])
  server.close()
  await waiting
})

test('two settings with the same port are refused before anything starts', async () => {
  await expect(
    requireFreePorts([
      { setting: 'PORT', port: 4010, host: null },
      { setting: 'SANDBOX_PORT', port: 4010, host: null },
    ]),
  ).rejects.toThrow('PORT and SANDBOX_PORT are both 4010')
})

test('a server that listens everywhere is reached at the loopback address', () => {
  expect(localAddress(null, 3000)).toBe('http://127.0.0.1:3000')
  expect(localAddress('::', 3000)).toBe('http://127.0.0.1:3000')
  expect(localAddress('::1', 3000)).toBe('http://[::1]:3000')
  expect(localAddress('10.0.0.5', 80)).toBe('http://10.0.0.5:80')
})
