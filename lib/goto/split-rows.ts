import { OversizedReply } from './transport.ts'

/** The answer stops being JSON, or stops too early. */
export class BrokenReply extends Error {
  override readonly name = 'BrokenReply'
}

/** Larger than any row could be, and than any answer that is not a list. */
const mostBytes = 1024 * 1024

const [quote, comma, open, backslash, close] = Buffer.from('",[\\]')
const [openObject, closeObject] = Buffer.from('{}')
/** JSON whitespace, and the byte order mark some writers put first. */
const blanks = new Set(Buffer.from(' \t\r\n\uFEFF'))

/**
 * Splits an array into the texts of its elements as its bytes arrive, so that no more than one is held at a time.
 * It looks only for brackets, commas and quotes, which are never part of a longer character in UTF-8; the rest is up to
 * the row's reader. @throws BrokenReply, OversizedReply
 */
export function rowSplitter(onRow: (text: string) => void) {
  let place: 'before' | 'inside' | 'after' | 'no array' = 'before'
  let pieces: Uint8Array[] = []
  let size = 0
  let depth = 0
  let isText = false
  let isEscaped = false
  let isFirst = true

  function push(chunk: Uint8Array): void {
    let from = 0
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at]
      if (place === 'inside') {
        if (!endsRow(byte)) continue
        hold(chunk.subarray(from, at))
        finishRow(byte === close)
        from = at + 1
      } else if (place === 'no array') break
      else if (!blanks.has(byte ?? 0)) {
        if (place === 'after') throw new BrokenReply('text after the end of the list')
        place = byte === open ? 'inside' : 'no array'
        from = byte === open ? at + 1 : at
      }
    }
    if (place === 'inside' || place === 'no array') hold(chunk.subarray(from))
  }

  /** The text of an answer that is not an array; null: it was one, and complete. */
  function end(): string | null {
    if (place === 'inside') throw new BrokenReply('the list does not end')
    return place === 'after' ? null : take()
  }

  function endsRow(byte: number | undefined): boolean {
    if (isText) {
      if (isEscaped) isEscaped = false
      else if (byte === backslash) isEscaped = true
      else if (byte === quote) isText = false
      return false
    }
    if (byte === quote) isText = true
    else if (byte === open || byte === openObject) depth += 1
    else if (depth > 0 && (byte === close || byte === closeObject)) depth -= 1
    else return depth === 0 && (byte === comma || byte === close)
    return false
  }

  function finishRow(isLast: boolean): void {
    const text = take()
    const isNothing = text.trim() === ''
    if (isNothing && !(isFirst && isLast)) throw new BrokenReply('a list with a gap')
    isFirst = false
    if (isLast) place = 'after'
    if (!isNothing) onRow(text)
  }

  function hold(piece: Uint8Array): void {
    size += piece.length
    if (size > mostBytes) throw new OversizedReply(`more than ${mostBytes} bytes in one row`)
    if (piece.length > 0) pieces.push(piece)
  }

  function take(): string {
    const text = new TextDecoder().decode(Buffer.concat(pieces))
    pieces = []
    size = 0
    return text
  }

  return { push, end }
}
