import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answering, clearToasts, InPortal, meOf, problem, quietClient } from '#components/shell/fixture.tsx'
import { meKey } from '#lib/people/queries.ts'
import { MessageEditor } from './message-editor.tsx'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-24T09:58:00.000Z'), shouldAdvanceTime: true })
  localStorage.clear()
})

afterEach(() => {
  clearToasts()
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function open(answers: Record<string, unknown>) {
  const client = quietClient()
  client.setQueryData(meKey, meOf())
  const server = answering(answers)
  vi.stubGlobal('fetch', server.fetch)
  render(
    <InPortal client={client}>
      <MessageEditor message={null} isAsked={false} onDone={() => undefined} />
    </InPortal>,
  )
  return server
}

function write(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
}

const publish = () => screen.getByRole('button', { name: 'Publish message' })

test('what refuses a message is said beside its button, once, and has the focus', async () => {
  open({ 'POST /api/announcements': problem('conflict', 'Another message is being published.') })
  write('Message', 'Benefits week')
  fireEvent.click(publish())
  const said = await screen.findByText('Another message is being published. What you typed is kept.')
  expect(said.closest('[data-foot]')?.contains(publish())).toBe(true)
  await waitFor(() => expect(document.activeElement?.contains(said)).toBe(true))
})

test('a mistake in a field takes the cursor there, and nothing is sent', () => {
  const { asked } = open({})
  write('Message', 'Benefits week')
  write('Shown until: day', '2026-11-23')
  write('Shown until: time', '10:00')
  publish().focus()
  fireEvent.click(publish())
  expect(screen.getByText('This end is in the past. Choose a future time.')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('Shown until: day'))
  expect(asked).toEqual([])
})
