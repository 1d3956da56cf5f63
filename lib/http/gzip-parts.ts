import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'

/** The beginning of a text, packed once, to which each answer adds an end of its own. */
export type PackedStart = { packed: Buffer; crc: number; bytes: number }

const deflate = promisify(deflateRaw)
/** A gzip file of deflated data: no name, no time. */
const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
/** What a block that is stored as it is may hold. */
const mostStored = 0xffff

export async function packStart(text: string): Promise<PackedStart> {
  const plain = Buffer.from(text)
  // Ends on a whole byte and leaves the stream open.
  const packed = await deflate(plain, { level: 6, finishFlush: constants.Z_SYNC_FLUSH })
  return { packed, crc: crc32(plain), bytes: plain.byteLength }
}

/**
 * One gzip stream of the start and of an end stored as it is, which costs next to nothing. Not two streams behind each
 * other: the standard allows them, and browsers read only the first.
 */
export function gzipWith(start: PackedStart, end: string): Buffer<ArrayBuffer> {
  const plain = Buffer.from(end)
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(crc32(plain, start.crc), 0)
  trailer.writeUInt32LE((start.bytes + plain.byteLength) % 2 ** 32, 4)
  return Buffer.concat([header, start.packed, ...storedBlocks(plain), trailer])
}

function storedBlocks(plain: Buffer): Buffer[] {
  const blocks: Buffer[] = []
  let at = 0
  do {
    const piece = plain.subarray(at, at + mostStored)
    at += mostStored
    const head = Buffer.alloc(5)
    head.writeUInt8(at >= plain.byteLength ? 1 : 0, 0)
    head.writeUInt16LE(piece.byteLength, 1)
    head.writeUInt16LE(~piece.byteLength & 0xffff, 3)
    blocks.push(head, piece)
  } while (at < plain.byteLength)
  return blocks
}
