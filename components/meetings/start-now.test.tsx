import { afterEach, expect, test, vi } from 'vitest'
import { answering, clearToasts, problem, quietClient } from '#components/shell/fixture.tsx'
import { meetingOf } from './fixture.ts'
import { startNow } from './start-now.ts'

afterEach(() => {
  clearToasts()
  vi.unstubAllGlobals()
})

test('while nobody knows whether a meeting was made, the next press asks for the same one; then for another', async () => {
  const made = meetingOf()
  const unsure = { ...problem('conflict', 'It may have been made.'), isUncertain: true }
  const answers: unknown[] = [unsure, made, made]
  const requests: unknown[] = []
  const { fetch } = answering({
    'POST /api/meetings': () => answers.shift(),
    [`POST /api/meetings/${made.id}/start`]: { hostUrl: 'https://host.example' },
  })
  vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
    const body = JSON.parse(String(init?.body)) as { requestId?: string }
    if (body.requestId) requests.push(body.requestId)
    return fetch(input, init)
  })
  const tab = { location: { replace: () => undefined }, close: () => undefined }
  vi.stubGlobal('open', () => ({ ...tab, document: document.implementation.createHTMLDocument('') }))
  const press = () => startNow(quietClient(), 'Olivia Brandt')
  expect(await press()).toBeNull()
  expect(await press()).toBe(made.id)
  expect(await press()).toBe(made.id)
  const [first, second, third] = requests
  expect(second).toBe(first)
  expect(third).not.toBe(first)
})
