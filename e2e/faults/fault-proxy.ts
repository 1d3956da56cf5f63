import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

export type Treatment =
  | 'let through'
  /** As with nobody behind the port. */
  | 'refuse'
  /** Whoever connects from now on gets no answer. */
  | 'hold'
  /** What is asked arrives, and its answer never does. */
  | 'lose answers'
  /** Every piece of an answer takes so long. */
  | { delayMs: number }
  /** An answer is reset after so many bytes. */
  | { resetAfterBytes: number }
  /** Every piece of an answer becomes another. */
  | { lie: (piece: Buffer) => Buffer }

/** A TCP proxy in front of a server, for breaking connections in all the ways networks do. */
export type FaultProxy = {
  port: number
  /** What happens from now on; what is done to answers also on connections that are open already. */
  treat(how: Treatment): void
  /** Every open connection, both ways: `end` as a server that stops, `reset` as one that vanished. */
  cut(how: 'end' | 'reset'): void
  close(): void
}

/** `target`: where to, as `net.connect` takes it: `{ path }` or `{ host, port }`. */
export async function openFaultProxy(target: { path: string } | { host: string; port: number }): Promise<FaultProxy> {
  let treatment: Treatment = 'let through'
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
    if (treatment === 'refuse' || treatment === 'hold') return
    const upstream = connect(target)
    keep(upstream)
    client.pipe(upstream)
    answer(upstream, client, () => treatment)
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
  return {
    port: (server.address() as AddressInfo).port,
    treat(how) {
      treatment = how
    },
    cut,
    close() {
      cut('end')
      server.close()
    },
  }
}

/** Passes answers on as they are treated when they come, in their order. */
function answer(upstream: Socket, client: Socket, treatment: () => Treatment): void {
  let last: Promise<unknown> = Promise.resolve()
  let passedBytes = 0
  async function pass(piece: Buffer): Promise<void> {
    const how = treatment()
    if (how === 'lose answers') return
    if (typeof how === 'string') return void client.write(piece)
    if ('delayMs' in how) {
      await delay(how.delayMs)
      client.write(piece)
    } else if ('lie' in how) client.write(how.lie(piece))
    else {
      const rest = Math.max(0, how.resetAfterBytes - passedBytes)
      passedBytes += piece.length
      client.write(piece.subarray(0, rest), () => {
        if (piece.length > rest) client.resetAndDestroy()
      })
    }
  }
  upstream.on('data', (piece: Buffer) => {
    last = last.then(() => pass(piece))
  })
  upstream.on('end', () => {
    last = last.then(() => client.end())
  })
  // One side that is gone takes the other along.
  upstream.on('close', () => void last.then(() => client.end()))
  client.on('close', () => upstream.destroy())
}
