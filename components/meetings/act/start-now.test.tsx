import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { meetingOf } from '#components/meetings/list/fixture.ts'
import { answering, clearToasts, problem, quietClient } from '#components/shell/fixture.tsx'
import { Toaster } from '#components/ui/toaster.tsx'
import { startNow } from './start-now.ts'

afterEach(() => {
  clearToasts()
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const made = meetingOf()
const unsure = { ...problem('conflict', 'It may have been made.'), isUncertain: true }

/** Answers the creations in this order, and remembers under which request each was asked. */
function answer(answers: unknown[]): unknown[] {
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
  return requests
}

const press = () => startNow(quietClient(), 'Olivia Brandt', 'Europe/Berlin')

test('while nobody knows whether a meeting was made, the next press asks for the same one; then for another', async () => {
  const requests = answer([unsure, made, made])
  expect(await press()).toBeNull()
  expect(await press()).toBe(made.id)
  expect(await press()).toBe(made.id)
  const [first, second, third] = requests
  expect(second).toBe(first)
  expect(third).not.toBe(first)
})

test('who presses again many minutes later wants another meeting than the one nobody knew about', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-24T10:00:00Z'), toFake: ['Date', 'performance'] })
  const requests = answer([unsure, unsure, made])
  await press()
  vi.setSystemTime(new Date('2026-11-24T10:04:00Z'))
  await press()
  vi.setSystemTime(new Date('2026-11-24T10:09:30Z'))
  expect(await press()).toBe(made.id)
  const [first, second, third] = requests
  expect(second).toBe(first)
  expect(third).not.toBe(first)
})

test('when only starting failed, trying again starts the same meeting', async () => {
  const answers: unknown[] = [made]
  const requests = answer(answers)
  const asked: string[] = []
  const answering = fetch
  vi.stubGlobal('fetch', async (input: string, init?: RequestInit) => {
    asked.push(`${init?.method} ${new URL(input, 'http://localhost').pathname}`)
    if (asked.length === 2)
      return Response.json(problem('upstream_unavailable', 'GoTo isn’t responding.'), { status: 503 })
    return answering(input, init)
  })
  render(<Toaster />)
  expect(await press()).toBe(made.id)
  expect(await screen.findByText('Couldn’t start “Olivia’s meeting”. GoTo isn’t responding.')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(asked).toHaveLength(3))
  const start = `POST /api/meetings/${made.id}/start`
  expect(asked).toEqual(['POST /api/meetings', start, start])
  expect(requests).toHaveLength(1)
})
