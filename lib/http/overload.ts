import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Requests are refused once half of them wait this long: people would click again and make it worse. */
const tooLateMs = 400

/** How long what waits in the event loop has waited, in nanoseconds. */
type Delay = Pick<ReturnType<typeof monitorEventLoopDelay>, 'enable' | 'percentile' | 'reset'>

/** Says whether the process is overloaded, judging by the last second of its event loop. */
export function overloadGauge(delay: Delay = monitorEventLoopDelay({ resolution: 20 })): () => boolean {
  delay.enable()
  let isLate = false
  setInterval(() => {
    isLate = delay.percentile(50) > tooLateMs * 1e6
    delay.reset()
  }, 1_000).unref()
  return () => isLate
}
