import { onTestFinished } from 'vitest'
import { type FaultProxy, openFaultProxy } from '../../e2e/faults/fault-proxy.ts'

/** The journeys' fault proxy, for as long as the running test. */
export async function faultProxy(...target: Parameters<typeof openFaultProxy>): Promise<FaultProxy> {
  const proxy = await openFaultProxy(...target)
  onTestFinished(() => proxy.close())
  return proxy
}
