import { write, writeSync } from 'node:fs'

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
  let writingSince: number | null = null

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
    writingSince = performance.now()
    write(fd, chunk, (error, written) => {
      writingSince = null
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
    if (writingSince !== null) {
      if (performance.now() - writingSince > stuckAfterMs) process.kill(process.pid, 'SIGKILL')
      // Under way: Node waits for it.
      rest = null
    }
    try {
      if (rest) writeSync(fd, rest)
      rest = null
      writeSync(fd, take())
    } catch {
      // It was worth a try.
    }
  }

  return {
    write(text) {
      if (isGone) return
      if (!isUsed) process.once('exit', finish)
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

/** The same for what others write with `console` or `process.stdout`: there it is an event that ends the process. */
export function ignoreLostOutput(): void {
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined)
}
