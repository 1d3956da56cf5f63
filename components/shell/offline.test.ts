// @vitest-environment jsdom
import { renderHook } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { showToast, useToast } from '#components/ui/toast-store.ts'
import { holdLinksOffline, staysOffline } from './offline.ts'

afterEach(() => vi.restoreAllMocks())

/** Whether the press was held. One that was not goes nowhere either: the simulated browser has no other page. */
function press(href: string): boolean {
  document.body.innerHTML = `<a href="${href}"><b>go</b></a>`
  let isHeld = true
  function follow(event: Event): void {
    isHeld = event.defaultPrevented
    event.preventDefault()
  }
  window.addEventListener('click', follow)
  const event = new MouseEvent('click', { bubbles: true, cancelable: true })
  document.querySelector('b')?.dispatchEvent(event)
  window.removeEventListener('click', follow)
  return isHeld && event.defaultPrevented
}

test('without a network a link to another page is held, one within the page is not', () => {
  const release = holdLinksOffline()
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  expect(press('/settings')).toBe(true)
  expect(press('#zone')).toBe(false)
  release()
  expect(press('mailto:erin@example.com')).toBe(false)
})

test('that somebody is offline is no longer said once they are online; a later message stays', () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const { result, rerender } = renderHook(useToast)
  const said = () => {
    rerender()
    return result.current?.text ?? null
  }
  staysOffline()
  expect(said()).toMatch(/^You’re offline/)
  window.dispatchEvent(new Event('online'))
  expect(said()).toBeNull()
  staysOffline()
  showToast({ tone: 'done', text: 'Link copied' })
  window.dispatchEvent(new Event('online'))
  expect(said()).toBe('Link copied')
})
