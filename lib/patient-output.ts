import { write, writeSync } from 'node:fs'
import { Socket } from 'node:net'

export type PatientOutput = {
  /** Takes whole lines. Never throws and never waits: what cannot be written now is kept for later, up to a limit. */
  write(text: string): void
  /** Nothing can be written for lack of space. */
  isFull(): boolean
}

const mostWaiting = 4_000_000
const longestPauseMs = 1_000
/** A write takes microseconds: one that takes longer waits for somebody who does not read. */
const stuckAfterMs = 100
const noSpace = ['ENOSPC', 'EDQUOT']
const nobodyReads = ['EPIPE', 'EBADF', 'ENXIO']

/**
 * An output that a full disk, a pipe nobody reads or a reader who has gone neither ends nor holds up. `whenLost` words
 * the line that says how much was dropped meanwhile.
 */
export function patientOutput(fd: number, whenLost: (lines: number) => string): PatientOutput {
  let waiting = ''
  /** What of the last write is still to be written. */
  let rest: Buffer | null = null
  let lostLines = 0
  let isBusy = false
  let isUsed = false
  let isGone = false
  let isFull = false
  let pauseMs = 0
  let isWriting = false
  let isStuck = false

  function take(): Buffer {
    if (rest) return rest
    const text = lostLines > 0 ? `${waiting}${whenLost(lostLines)}\n` : waiting
    waiting = ''
    lostLines = 0
    return Buffer.from(text)
  }

  function flush(): void {
    const chunk = take()
    // Kept until it is known to be written.
    rest = chunk
    isWriting = true
    // A timer that is late itself says nothing: what is done by then is heard of first.
    const timer = setTimeout(
      () => setImmediate(() => (isStuck = isWriting && rest === chunk)).unref(),
      stuckAfterMs,
    ).unref()
    write(fd, chunk, (error, written) => {
      isWriting = false
      isStuck = false
      clearTimeout(timer)
      rest = error ? chunk : chunk.length > written ? chunk.subarray(written) : null
      const code = error?.code ?? ''
      isFull = noSpace.includes(code)
      isGone = nobodyReads.includes(code)
      if (isGone) return
      pauseMs = error ? Math.min(Math.max(pauseMs * 2, 10), longestPauseMs) : 0
      isBusy = rest !== null || waiting !== '' || lostLines > 0
      if (!isBusy) return
      if (error) setTimeout(flush, pauseMs).unref()
      else flush()
    })
  }

  /** The last words of a process. Node would wait forever for a write that is stuck: then there are none. */
  function finish(): void {
    if (isGone) return
    if (isStuck) process.kill(process.pid, 'SIGKILL')
    // Under way: Node waits for it.
    if (isWriting) rest = null
    neverWait(fd)
    try {
      if (rest) writeWhole(rest)
      rest = null
      writeWhole(take())
    } catch {
      // It was worth a try.
    }
  }

  function writeWhole(chunk: Buffer): void {
    for (let from = 0; from < chunk.length; ) from += writeSync(fd, chunk, from)
  }

  return {
    write(text) {
      if (isGone) return
      if (!isUsed) {
        neverWait(fd)
        process.once('exit', finish)
      }
      isUsed = true
      if (waiting.length > mostWaiting) {
        lostLines += 1
        return
      }
      waiting += text
      if (isBusy) return
      isBusy = true
      setImmediate(flush)
    },
    isFull: () => isFull,
  }
}

/**
 * From now on a write that nobody takes fails instead of waiting, and so cannot keep a process from ending. Opening a
 * pipe as a socket has this effect in Node, and each process that shares it may take it back. A file never waits.
 */
function neverWait(fd: number): void {
  try {
    new Socket({ fd, readable: false, writable: true }).unref()
  } catch {
    // Neither a pipe nor a socket.
  }
}

/** The same for what others write with `console` or `process.stdout`: there it is an event that ends the process. */
export function ignoreLostOutput(): void {
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined)
}
