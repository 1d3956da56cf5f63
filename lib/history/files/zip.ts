import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

export type PackedFile = { name: string; parts: Iterable<string> | AsyncIterable<string> }

/** The same content makes the same archive, whenever it is made and in whatever zone. */
const fixedTime = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true }

/** An archive sent as it is made, so that a long file is never in memory. */
export async function* zip(files: Iterable<PackedFile>): AsyncGenerator<Uint8Array> {
  const archive = new ZipFile()
  const output = archive.outputStream as Readable
  let source: Readable | null = null
  const fail = (error: Error) => output.destroy(error)
  archive.on('error', fail)
  for (const { name, parts } of files) {
    archive.addReadStreamLazy(name, fixedTime, (begin) => {
      source = Readable.from(parts).on('error', fail)
      begin(null, source)
    })
  }
  archive.end()
  try {
    yield* output
  } finally {
    // Who takes the archive may have gone away in the middle of a file.
    ;(source as Readable | null)?.destroy()
  }
}
