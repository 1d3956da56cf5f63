import type { BrowserContext } from '@playwright/test'
import type { SandboxControl } from './sandbox.ts'

/**
 * Sets a browser's clock to the company's, as people's clocks are right. Only what the clock shows is changed, from the
 * next document on: Playwright's own clock replaces the timers too, and with them the pages' polling that journeys try.
 */
export async function shiftClock(context: BrowserContext, sandbox: SandboxControl): Promise<void> {
  const offsetMs = (await sandbox.now()).getTime() - Date.now()
  await context.addInitScript((shiftMs) => {
    const shiftedNow = () => RealDate.now() + shiftMs
    const RealDate = Date
    window.Date = new Proxy(RealDate, {
      construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [shiftedNow()] : given, made),
      apply: () => new RealDate(shiftedNow()).toString(),
      get: (target, name) => (name === 'now' ? shiftedNow : Reflect.get(target, name)),
    })
  }, offsetMs)
}
