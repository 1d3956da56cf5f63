import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A TCP proxy in front of a server, for breaking connections in all the ways networks do. */
export type FaultProxy = {
  port: number
  /** Every open connection, both ways: `end` as a server that stops, `reset` as one that vanished. */
  cut(how: 'end' | 'reset'): void
  /** What comes from now on: `let through`, `refuse` as with nobody behind the port, `hold` without an answer. */
  treat(how: 'let through' | 'refuse' | 'hold'): void
}

/** `target`: where to, as `net.connect` takes it: `{ path }` or `{ host, port }`. */
export async function faultProxy(target: { path: string } | { host: string; port: number }): Promise<FaultProxy> {
  let treatment: 'let through' | 'refuse' | 'hold' = 'let through'
  const open = new Set<Socket>()
  const keep = (socket: Socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    // A cut connection fails on both sides: that is what it is for.
    socket.on('error', () => undefined)
  }
  const server = createServer((client) => {
    keep(client)
    if (treatment === 'refuse') client.resetAndDestroy()
    if (treatment !== 'let through') return
    const upstream = connect(target)
    keep(upstream)
    client.pipe(upstream).pipe(client)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = (how: 'end' | 'reset') => {
    for (const socket of open) {
      // Only TCP knows a reset.
      if (how === 'reset' && socket.remoteFamily) socket.resetAndDestroy()
      else socket.destroy()
    }
  }
  onTestFinished(() => {
    cut('end')
    server.close()
  })
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    treat(how) {
      treatment = how
    },
  }
}
