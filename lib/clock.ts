import { log } from '#lib/log.ts'
import { clockSource, setClockSource } from '#lib/time/clock-source.ts'

let timer: NodeJS.Timeout | null = null

/** The time of the product. Deadlines and leases use real time instead, because they measure waiting. */
export function now(): Date {
  return clockSource()?.() ?? new Date()
}

/** Replaces the clock; `null` restores the machine's. */
export function setClock(replacement: (() => Date) | null): void {
  setClockSource(replacement ?? undefined)
}

/**
 * Follows a clock served elsewhere (`GET url` answers `{ now }`), as the demo and tests do with the sandbox's.
 * Resolves after the first reading; then reads every `everyMs`, and a failed reading keeps the last offset.
 */
export async function followClock(url: string, everyMs = 1_000): Promise<void> {
  let offsetMs = 0
  async function read(): Promise<void> {
    const askedMs = Date.now()
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) })
    const body = (await response.json()) as { now?: unknown }
    const instant = typeof body.now === 'string' ? Date.parse(body.now) : Number.NaN
    if (Number.isNaN(instant)) throw new Error(`The clock at ${url} did not answer with a time.`)
    // The answer was right when given, on average half-way: followers of one clock then agree even under load.
    offsetMs = instant - (askedMs + Date.now()) / 2
  }
  await read()
  setClock(() => new Date(Date.now() + offsetMs))
  stopFollowing()
  timer = setInterval(() => read().catch((error) => log.debug({ err: error }, 'clock not read')), everyMs)
  timer.unref()
}

export function stopFollowing(): void {
  if (timer) clearInterval(timer)
  timer = null
}
