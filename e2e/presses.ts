import type { Page } from '@playwright/test'

/**
 * Counts committing presses as the browser sees them: what a person clicks on, or sends with Enter. Opening a menu of the
 * browser's own, moving and typing are none. Counting starts over with every call.
 */
export async function countPresses(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counter = window as Window & { presses?: number; isCounting?: boolean }
    counter.presses = 0
    if (counter.isCounting) return
    counter.isCounting = true
    document.addEventListener(
      'click',
      (event) => {
        const isPress = event.isTrusted && event.target instanceof Element && event.target.closest('a, button, label')
        if (isPress) counter.presses = (counter.presses ?? 0) + 1
      },
      true,
    )
    document.addEventListener(
      'keydown',
      (event) => {
        const isCommand =
          event.key === 'Enter' && event.target instanceof Element && event.target.matches('[cmdk-input]')
        if (isCommand) counter.presses = (counter.presses ?? 0) + 1
      },
      true,
    )
  })
  return () => page.evaluate(() => (window as Window & { presses?: number }).presses ?? 0)
}
