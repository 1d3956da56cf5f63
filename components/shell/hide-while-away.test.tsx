import { waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { hideWhileAway } from './hide-while-away.ts'

let stop: () => unknown = () => null
afterEach(() => {
  stop()
  document.documentElement.style.visibility = ''
})

function leave(persisted = true): void {
  window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted }))
}

function comeBack(): void {
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
}

function visibility(): string {
  return document.documentElement.style.visibility
}

test('a page brought up by Back is hidden until the server says that the session still lasts', async () => {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  stop = hideWhileAway(() => promise)
  leave()
  expect(visibility()).toBe('hidden')
  comeBack()
  expect(visibility()).toBe('hidden')
  resolve(true)
  await waitFor(() => expect(visibility()).toBe(''))
})

test('it stays hidden when the session is over', async () => {
  let isAsked = false
  stop = hideWhileAway(async () => {
    isAsked = true
    return false
  })
  leave()
  comeBack()
  await waitFor(() => expect(isAsked).toBe(true))
  await Promise.resolve()
  expect(visibility()).toBe('hidden')
})

test('a page that is not kept changes nothing', () => {
  stop = hideWhileAway(async () => true)
  leave(false)
  expect(visibility()).toBe('')
})
