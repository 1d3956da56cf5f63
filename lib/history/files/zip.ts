import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

export type ZipFile = { name: string; parts: Iterable<string> | AsyncIterable<string> }

/** What the directory at the end says of a file again. */
type Entry = { name: Buffer; crc: number; packed: number; size: number; at: number }

/** Sizes are stated after each file: nothing is known of it when its header is sent. Names are UTF-8. */
const flags = 0x0808
const deflated = 8
/** 1 January 1980, the first day there is: the same content makes the same file. */
const firstDay = 0x0021

/** An archive sent as it is made, so that a long file is never in memory. Up to 4 GiB. */
export async function* zip(files: Iterable<ZipFile>): AsyncGenerator<Uint8Array> {
  const entries: Entry[] = []
  let at = 0
  for (const { name, parts } of files) {
    const entry = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, at }
    const head = Buffer.concat([numbers([4, 0x04034b50], ...facts({ ...entry, crc: 0 })), entry.name])
    yield head
    for await (const chunk of packed(parts, entry)) {
      entry.packed += chunk.length
      yield chunk
    }
    yield numbers([4, 0x08074b50], [4, entry.crc], [4, entry.packed], [4, entry.size])
    at += head.length + entry.packed + 16
    entries.push(entry)
  }
  const directory = Buffer.concat(entries.flatMap((entry) => [listed(entry), entry.name]))
  yield directory
  const count: Field[] = [
    [2, entries.length],
    [2, entries.length],
  ]
  yield numbers([4, 0x06054b50], [2, 0], [2, 0], ...count, [4, directory.length], [4, at], [2, 0])
}

async function* packed(parts: ZipFile['parts'], entry: Entry): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw()
  // Its error reaches the loop below; left early, the loop ends both.
  pipeline(Readable.from(counted(parts, entry), { objectMode: true }), deflate, () => {})
  for await (const chunk of deflate) yield chunk
}

async function* counted(parts: ZipFile['parts'], entry: Entry): AsyncGenerator<Buffer> {
  for await (const part of parts) {
    const bytes = Buffer.from(part)
    entry.crc = crc32(bytes, entry.crc)
    entry.size += bytes.length
    yield bytes
  }
}

/** Bytes and value of a number, the lowest byte first. */
type Field = [bytes: 2 | 4, value: number]

function facts({ name, crc, packed, size }: Entry): Field[] {
  return [
    [2, 20],
    [2, flags],
    [2, deflated],
    [2, 0],
    [2, firstDay],
    [4, crc],
    [4, packed],
    [4, size],
    [2, name.length],
    [2, 0],
  ]
}

function listed(entry: Entry): Buffer {
  return numbers([4, 0x02014b50], [2, 20], ...facts(entry), [2, 0], [2, 0], [2, 0], [4, 0], [4, entry.at])
}

function numbers(...fields: Field[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [length]) => sum + length, 0))
  let at = 0
  for (const [length, value] of fields) at = bytes.writeUIntLE(value, at, length)
  return bytes
}
