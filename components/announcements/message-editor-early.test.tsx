import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answering, InPortal, meOf, quietClient } from '#components/shell/fixture.tsx'
import { reading } from '#components/shell/time/reading.ts'
import { meKey } from '#lib/people/queries.ts'
import * as typedText from '#lib/time/typed-text.ts'
import { MessageEditor } from './message-editor.tsx'

let arrive: () => void = () => undefined
let fail: () => void = () => undefined

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-24T09:58:00.000Z'), shouldAdvanceTime: true })
  localStorage.clear()
  const now = vi.spyOn(reading, 'now').mockReturnValue(null)
  vi.spyOn(reading, 'expect').mockReturnValue(undefined)
  vi.spyOn(reading, 'load').mockReturnValue(
    new Promise((resolve, reject) => {
      arrive = () => {
        now.mockReturnValue(typedText)
        resolve(typedText)
      }
      fail = () => {
        vi.spyOn(reading, 'load').mockRejectedValue(new Error('gone'))
        reject(new Error('gone'))
      }
    }),
  )
})

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** Everything is typed and Publish is pressed before what reads a time is here. */
function publishEarly(): Record<string, unknown>[] {
  const bodies: Record<string, unknown>[] = []
  const client = quietClient()
  client.setQueryData(meKey, meOf())
  const { fetch } = answering({})
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    if (init?.method === 'POST') bodies.push(JSON.parse(String(init.body)))
    return fetch(path, init)
  })
  render(
    <InPortal client={client}>
      <MessageEditor message={null} isAsked={false} onDone={() => undefined} />
    </InPortal>,
  )
  const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
  write('Message', 'Benefits week')
  write('Shown from: day', '24 dec 2027')
  write('Shown from: time', '9:00')
  write('Shown until: day', '31 dec 2027')
  write('Shown until: time', '5pm')
  fireEvent.click(screen.getByRole('button', { name: 'Publish message' }))
  return bodies
}

test('a message published before its times can be read goes out once they are, with all of them', async () => {
  const bodies = publishEarly()
  await vi.advanceTimersByTimeAsync(100)
  expect(bodies).toEqual([])
  await act(async () => arrive())
  await waitFor(() => expect(bodies).toHaveLength(1))
  expect(bodies[0]).toMatchObject({ from: '2027-12-24T08:00:00.000Z', until: '2027-12-31T16:00:00.000Z' })
})

test('if they can’t be read at all, nothing goes out, and the field says why', async () => {
  const bodies = publishEarly()
  await act(async () => fail())
  await act(() => vi.advanceTimersByTimeAsync(10_000))
  expect(screen.getByText(/Foyer couldn’t read “24 dec 2027”/)).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('Shown from: day'))
  expect(screen.getByLabelText<HTMLInputElement>('Shown until: time').value).toBe('5pm')
  expect(bodies).toEqual([])
})
