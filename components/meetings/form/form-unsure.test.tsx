import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { meetingOf } from '#components/meetings/list/fixture.ts'
import { clearToasts, meOf } from '#components/shell/fixture.tsx'
import { formNow, openForm, refusal } from './fixture.tsx'
import { formCheck } from './form-check.ts'

beforeAll(() => formCheck.load())

const made = { body: meetingOf({ subject: 'Sync' }) }
const unknown = {
  status: 503,
  body: { ...(refusal('upstream_unavailable', 'GoTo did not answer in time.').body as object), isUncertain: true },
}
const unconnected = refusal('not_connected', 'GoTo is not connected any more.')

beforeEach(() => {
  vi.useFakeTimers({ now: formNow, shouldAdvanceTime: true })
  localStorage.clear()
})

afterEach(() => {
  clearToasts()
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const button = (name: string) => screen.queryByRole('button', { name })
const subject = () => screen.getByLabelText<HTMLInputElement>('Subject')
const later = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

/** A form whose meeting may exist. The answers are those to the checks that follow. */
async function openUnsure(answers: ReturnType<typeof refusal>[], me = meOf()) {
  const rest = [unknown, ...answers]
  const opened = openForm({ 'POST /api/meetings': () => rest.shift() ?? unknown }, null, me)
  fireEvent.change(subject(), { target: { value: 'Sync' } })
  fireEvent.click(screen.getByRole('button', { name: 'Create meeting' }))
  await screen.findByRole('button', { name: 'Check again' })
  return opened
}

test('a check that sent nothing is followed by another: without a network, or without what checks the form', async () => {
  const { went, sent } = await openUnsure([made])
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  await later(5_500)
  online.mockReturnValue(true)
  const now = vi.spyOn(formCheck, 'now').mockReturnValue(null)
  const load = vi.spyOn(formCheck, 'load').mockRejectedValue(new Error('gone'))
  subject().focus()
  await later(5_500)
  expect(sent()).toHaveLength(1)
  expect(document.activeElement).toBe(subject())
  expect(button('Reload page')).toBeTruthy()
  now.mockRestore()
  load.mockRestore()
  await later(5_500)
  await waitFor(() => expect(went).toEqual([`/meetings/${made.body.id}`]))
})

test('a check refused for want of a grant leaves the question open: it can be connected and checked again, and Enter only checks', async () => {
  const { sent } = await openUnsure([unconnected, unconnected])
  fireEvent.click(screen.getByRole('button', { name: 'Check again' }))
  await waitFor(() => expect(sent()).toHaveLength(2))
  expect(await screen.findByText(/GoTo is not connected any more. The meeting may exist already/)).toBeTruthy()
  expect(button('Reconnect GoTo') ?? button('Connect GoTo')).toBeTruthy()
  expect(button('Create meeting')).toBeNull()
  fireEvent.submit(subject().closest('form') as HTMLFormElement)
  await waitFor(() => expect(sent()).toHaveLength(3))
  expect(new Set(sent().map(({ body }) => body.requestId)).size).toBe(1)
})

test('a refusal for want of a grant is over with another form or another grant', async () => {
  openForm({ 'POST /api/meetings': unconnected })
  fireEvent.change(subject(), { target: { value: 'Sync' } })
  fireEvent.click(screen.getByRole('button', { name: 'Create meeting' }))
  await screen.findByText(/GoTo is not connected any more/)
  expect(button('Create meeting')).toBeNull()
  fireEvent.change(subject(), { target: { value: 'Sync of all' } })
  expect(button('Create meeting')).toBeTruthy()
  expect(screen.queryByText(/GoTo is not connected any more/)).toBeNull()
})

test('a refusal for want of a grant makes the form ask how GoTo is connected, and follows what it hears', async () => {
  const answers = [{ body: meOf({ connection: 'revoked' }) }, { body: meOf() }]
  const opened = openForm({
    'POST /api/meetings': unconnected,
    'GET /api/me': () => answers.shift() ?? { body: meOf() },
  })
  fireEvent.change(subject(), { target: { value: 'Sync' } })
  fireEvent.click(screen.getByRole('button', { name: 'Create meeting' }))
  await screen.findByRole('button', { name: 'Reconnect GoTo' })
  await waitFor(() => expect(opened.asked.filter(({ call }) => call === 'GET /api/me')).toHaveLength(1))
  // As when the page is looked at again after connecting in another tab.
  await act(async () => opened.client.invalidateQueries())
  await waitFor(() => expect(button('Create meeting')).toBeTruthy())
})
