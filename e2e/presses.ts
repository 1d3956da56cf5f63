import type { Page } from '@playwright/test'

/**
 * Counts committing presses as the browser sees them: what a person clicks on, chooses in a list or a menu, sends with
 * Enter, or does with a single key. Opening a menu of the browser's own, moving and typing are none. Counting starts over
 * with every call.
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
        const pressed = 'a, button, label, [role=menuitem], [role=option]'
        const isPress = event.isTrusted && event.target instanceof Element && event.target.closest(pressed)
        if (isPress) counter.presses = (counter.presses ?? 0) + 1
      },
      true,
    )
    document.addEventListener(
      'keydown',
      (event) => {
        if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.altKey) return
        const isCommand = event.key === 'Enter' && event.target.matches('[cmdk-input]')
        const isSingleKey = event.key.length === 1 && event.key !== ' ' && !event.target.matches('input, textarea')
        if (isCommand || isSingleKey) counter.presses = (counter.presses ?? 0) + 1
      },
      true,
    )
  })
  return () => page.evaluate(() => (window as Window & { presses?: number }).presses ?? 0)
}
