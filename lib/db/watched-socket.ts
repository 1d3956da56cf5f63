import { Socket } from 'node:net'

/** What a server may send first in a message: PostgreSQL's protocol 3, "Message Formats". */
const kinds = new Set(Buffer.from('RKSZTDCInt123sAENGHWcdVv'))

/** A letter, and the length of what follows with itself. */
const headLength = 5

/** PostgreSQL makes no value that is larger. */
const longestMessage = 0x40000000

/**
 * A socket to PostgreSQL. Whoever answers anything but its protocol, or nothing at all, loses the connection: pg would
 * throw from the socket's event and so end the process, or wait forever for the rest of a message of two gigabytes. Over
 * TLS nobody in between can do that, and only silence is watched here.
 */
export function watchedSocket(longestSilenceMs: number): Socket {
  const socket = new Socket()
  const isOdd = oddMessages()
  const emit = socket.emit.bind(socket) as (event: string, ...given: unknown[]) => boolean
  const lose = (why: string) => socket.destroy(new Error(`Connection terminated: ${why}`))
  socket.emit = (event: string, ...given: unknown[]) => {
    if (event !== 'data') return emit(event, ...given)
    try {
      if (!isOdd(given[0] as Buffer)) return emit(event, ...given)
    } catch {
      // A message with the right head and nothing right in it.
    }
    lose('this is not the protocol of PostgreSQL')
    return true
  }
  socket.setTimeout(longestSilenceMs, () => lose('no answer'))
  return socket
}

/** Follows the heads of messages, whatever pieces they arrive in; says whether one is none. */
function oddMessages(): (piece: Buffer) => boolean {
  /** The part of a head with which the last piece ended. */
  let begun = Buffer.alloc(0)
  let restOfMessage = 0
  return (piece) => {
    const known = begun.length > 0 ? Buffer.concat([begun, piece]) : piece
    let at = restOfMessage
    for (; at + headLength <= known.length; at += 1 + known.readUInt32BE(at + 1)) {
      const length = known.readUInt32BE(at + 1)
      if (!kinds.has(known[at] ?? 0) || length < 4 || length > longestMessage) return true
    }
    begun = Buffer.from(known.subarray(at))
    restOfMessage = Math.max(0, at - known.length)
    return false
  }
}
