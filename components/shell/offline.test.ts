// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { holdLinksOffline } from './offline.ts'

afterEach(() => vi.restoreAllMocks())

function press(href: string): boolean {
  document.body.innerHTML = `<a href="${href}"><b>go</b></a>`
  const event = new MouseEvent('click', { bubbles: true, cancelable: true })
  document.querySelector('b')?.dispatchEvent(event)
  return event.defaultPrevented
}

test('without a network a link to another page is held, one within the page is not', () => {
  const release = holdLinksOffline()
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  expect(press('/settings')).toBe(true)
  expect(press('#zone')).toBe(false)
  release()
  expect(press('mailto:erin@example.com')).toBe(false)
})
