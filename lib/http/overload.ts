import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Requests are refused once half of them wait this long: people would click again and make it worse. */
const tooLateMs = 400

/** Says whether the process is overloaded, judging by the last second of its event loop. */
export function overloadGauge(): () => boolean {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  let isLate = false
  setInterval(() => {
    isLate = delay.percentile(50) > tooLateMs * 1e6
    delay.reset()
  }, 1_000).unref()
  return () => isLate
}
