import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { answering, clearToasts, InPortal, meOf, problem, quietClient } from '#components/shell/fixture.tsx'
import { reading } from '#components/shell/time/reading.ts'
import { meKey } from '#lib/people/queries.ts'
import { MessageEditor } from './message-editor.tsx'

beforeAll(() => reading.load())

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

test('a time nobody can read is a mistake at its field, and the message is not shown for ever instead', () => {
  const { asked } = open({})
  write('Message', 'Benefits week')
  write('Shown until: day', 'sometime')
  fireEvent.click(publish())
  expect(screen.getByText('“sometime” isn’t a date. Try Tue 24 Nov 2026, or tomorrow.')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('Shown until: day'))
  expect(asked).toEqual([])
})

test('the message’s times are read as a meeting’s are', () => {
  open({})
  write('Shown until: day', 'tomorrow')
  fireEvent.blur(screen.getByLabelText('Shown until: day'))
  write('Shown until: time', 'noon')
  fireEvent.blur(screen.getByLabelText('Shown until: time'))
  expect(screen.getByLabelText<HTMLInputElement>('Shown until: day').value).toBe('Wed 25 Nov 2026')
  expect(screen.getByLabelText<HTMLInputElement>('Shown until: time').value).toBe('12:00')
})
