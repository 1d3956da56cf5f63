import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { detailOf, meetingOf } from '#components/meetings/list/fixture.ts'
import { clearToasts } from '#components/shell/fixture.tsx'
import { reading } from '#components/shell/time/reading.ts'
import { formNow, openForm, refusal } from './fixture.tsx'
import { formCheck } from './form-check.ts'
import { editPlace, readForm } from './kept-form.ts'

beforeAll(() => reading.load())

const made = { body: meetingOf({ subject: 'Sync' }) }
const unknown = {
  status: 503,
  body: { ...(refusal('upstream_unavailable', 'GoTo did not answer in time.').body as object), isUncertain: true },
}

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

function type(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
}

function create(): HTMLElement {
  return screen.getByRole('button', { name: 'Create meeting' })
}

function foot(): HTMLElement {
  return document.querySelector<HTMLElement>('[data-foot]') as HTMLElement
}

function isUsable(label: string): boolean {
  return !screen.getByLabelText(label).matches(':disabled')
}

test('what GoTo refuses is said in the foot beside Create, once, and the focus goes to it', async () => {
  openForm({ 'POST /api/meetings': refusal('upstream_rejected', 'GoTo does not take this subject.') })
  type('Subject', 'Sync')
  fireEvent.click(create())
  const said = await screen.findByText(/GoTo does not take this subject/)
  expect(foot().contains(said)).toBe(true)
  expect(foot().contains(create())).toBe(true)
  await waitFor(() => expect(document.activeElement).toBe(within(foot()).getByRole('alert')))
  expect(document.body.textContent?.split('GoTo does not take this subject')).toHaveLength(2)
})

test('while GoTo is asked the foot says so, every field stays usable, and a second press is not sent', async () => {
  const answer = Promise.withResolvers<Response>()
  const { sent } = openForm({})
  const fetched = vi.fn((_input: string, init?: RequestInit) =>
    init?.method === 'POST' ? answer.promise : Promise.resolve(Response.json({ items: [] })),
  )
  vi.stubGlobal('fetch', fetched)
  type('Subject', 'Sync')
  const form = create().closest('form') as HTMLFormElement
  fireEvent.submit(form)
  fireEvent.submit(form)
  expect(await screen.findByText('Asking GoTo…')).toBeTruthy()
  fireEvent.submit(form)
  expect(isUsable('Subject') && isUsable('Starts: time')).toBe(true)
  answer.resolve(Response.json(made.body))
  await waitFor(() => expect(screen.queryByText('Asking GoTo…')).toBeNull())
  expect(fetched.mock.calls.filter(([, init]) => init?.method === 'POST')).toHaveLength(1)
  expect(sent()).toEqual([])
})

test('somebody who types on while GoTo is asked keeps the cursor', async () => {
  openForm({ 'POST /api/meetings': refusal('upstream_unavailable', 'GoTo is down.') })
  type('Subject', 'Sync')
  screen.getByLabelText('Subject').focus()
  fireEvent.click(create())
  type('Subject', 'Sync of all')
  expect(await screen.findByText(/GoTo is down/)).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('Subject'))
})

test('offline, Create says that nothing was sent and keeps the form usable; online again it creates', async () => {
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const { sent, went } = openForm({ 'POST /api/meetings': made })
  type('Subject', 'Sync')
  fireEvent.click(create())
  const said = await screen.findByText(/You’re offline, so nothing was sent/)
  expect(foot().contains(said)).toBe(true)
  expect(document.activeElement).toBe(within(foot()).getByRole('alert'))
  expect(isUsable('Subject')).toBe(true)
  expect(sent()).toEqual([])
  online.mockReturnValue(true)
  fireEvent(window, new Event('online'))
  await waitFor(() => expect(screen.queryByText(/nothing was sent/)).toBeNull())
  fireEvent.click(create())
  await waitFor(() => expect(went).toEqual([`/meetings/${made.body.id}`]))
})

test('the foot names the fields that hold mistakes, each leads there, and each sentence stands at its field alone', () => {
  openForm({})
  type('Starts: time', '09:00')
  fireEvent.click(create())
  expect(document.activeElement).toBe(screen.getByLabelText('Subject'))
  expect(within(foot()).getByRole('alert').textContent).toBe('Not sent. Check these fields: Subject, Starts')
  fireEvent.click(within(foot()).getByRole('button', { name: 'Starts' }))
  expect(document.activeElement).toBe(screen.getByLabelText('Starts: day'))
  expect(screen.getAllByText('A meeting needs a subject.')).toHaveLength(1)
  type('Subject', 'Sync')
  expect(within(foot()).getByRole('alert').textContent).toBe('Not sent. Check Starts')
})

test('a tab that the browser blocked keeps nobody from pressing again', async () => {
  const opened = vi.fn(() => null)
  vi.stubGlobal('open', opened)
  const { sent } = openForm({ 'POST /api/meetings': made })
  fireEvent.click(screen.getByLabelText('Instant'))
  type('Subject', 'Sync')
  const start = screen.getByRole('button', { name: 'Start meeting' })
  fireEvent.click(start)
  await screen.findByText(/blocked/)
  fireEvent.click(start)
  expect(opened).toHaveBeenCalledTimes(2)
  expect(sent()).toEqual([])
})

test('what nobody can read as a time is told in words of the reader’s clock, and nothing breaks', () => {
  const language = vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-US')
  openForm({})
  const time = screen.getByLabelText('Starts: time')
  fireEvent.change(time, { target: { value: '25h' } })
  fireEvent.blur(time)
  expect(screen.getByText('“25h” isn’t a time. Try 2:30 PM.')).toBeTruthy()
  fireEvent.click(create())
  expect(within(foot()).getByRole('alert').textContent).toBe('Not sent. Check these fields: Subject, Starts')
  fireEvent.change(time, { target: { value: '3pm' } })
  expect(screen.queryByText(/isn’t a time/)).toBeNull()
  language.mockReturnValue('en-GB')
})

test('while it is unclear whether it was created all stays usable, and what is typed then becomes a change to it', async () => {
  const answers = [unknown, made]
  const { sent, went } = openForm({ 'POST /api/meetings': () => answers.shift() ?? made })
  type('Subject', 'Sync')
  fireEvent.click(create())
  const again = await screen.findByRole('button', { name: 'Check again' })
  expect(foot().contains(again)).toBe(true)
  expect(isUsable('Subject')).toBe(true)
  type('Subject', 'Sync of all')
  fireEvent.click(again)
  await waitFor(() => expect(went).toEqual([`/meetings/${made.body.id}/edit`]))
  expect(sent().map(({ body }) => body.subject)).toEqual(['Sync', 'Sync'])
  expect(new Set(sent().map(({ body }) => body.requestId)).size).toBe(1)
  expect(readForm(editPlace(made.body.id))?.values.subject).toBe('Sync of all')
})

test('an answer that cannot be read says once that the meeting may exist', async () => {
  openForm({ 'POST /api/meetings': { status: 502, body: '<!doctype html>' } })
  type('Subject', 'Sync')
  fireEvent.click(create())
  await screen.findByRole('button', { name: 'Check again' })
  const { textContent } = within(foot()).getByRole('alert')
  expect(textContent?.split('may exist')).toHaveLength(2)
  expect(textContent).toContain('Foyer keeps checking and never creates it twice.')
})

test('when it surely is not there, what was typed since is sent as a request of its own', async () => {
  const answers = [unknown, refusal('conflict', 'GoTo does not list it, so it was not created.'), made]
  const { sent, went } = openForm({ 'POST /api/meetings': () => answers.shift() ?? made })
  type('Subject', 'Sync')
  fireEvent.click(create())
  const again = await screen.findByRole('button', { name: 'Check again' })
  type('Subject', 'Sync of all')
  fireEvent.click(again)
  await screen.findByText(/so it was not created/)
  fireEvent.click(create())
  await waitFor(() => expect(went).toHaveLength(1))
  const [first, second, third] = sent().map(({ body }) => body)
  expect([first?.subject, second?.subject, third?.subject]).toEqual(['Sync', 'Sync', 'Sync of all'])
  expect(first?.requestId).toBe(second?.requestId)
  expect(third?.requestId).not.toBe(first?.requestId)
})

test('Ctrl+Enter while it is unclear only looks again, whatever was typed since', async () => {
  const { sent } = openForm({ 'POST /api/meetings': unknown })
  type('Subject', 'Sync')
  fireEvent.click(create())
  await screen.findByRole('button', { name: 'Check again' })
  type('Subject', 'Sync of all')
  fireEvent.keyDown(screen.getByLabelText('Subject'), { key: 'Enter', ctrlKey: true })
  await waitFor(() => expect(sent()).toHaveLength(2))
  const [first, second] = sent().map(({ body }) => body)
  expect(second).toEqual(first)
})

test.each([
  refusal('conflict', 'Sent before with other content.', { requestId: 'Sent before with other content.' }),
  { status: 429, body: { ...(refusal('rate_limited', 'Too many requests.').body as object), status: 429 } },
])('an answer that does not say whether it was created leaves the question open: $body.detail', async (answer) => {
  const answers = [unknown, answer]
  const { sent } = openForm({ 'POST /api/meetings': () => answers.shift() ?? unknown })
  type('Subject', 'Sync')
  fireEvent.click(create())
  fireEvent.click(await screen.findByRole('button', { name: 'Check again' }))
  await waitFor(() => expect(sent()).toHaveLength(2))
  fireEvent.click(await screen.findByRole('button', { name: 'Check again' }))
  await waitFor(() => expect(sent()).toHaveLength(3))
  expect(screen.queryByRole('button', { name: 'Create meeting' })).toBeNull()
  expect(new Set(sent().map(({ body }) => body.requestId)).size).toBe(1)
})

test('Ctrl+Enter while another version waits for a choice sends nothing', async () => {
  const meeting = detailOf({ version: 3, startsAt: '2026-11-24T14:00:00.000Z' })
  const path = `/api/meetings/${meeting.id}`
  const theirs = { ...meeting, subject: 'Their name', version: 5 }
  const { sent } = openForm(
    { [`PUT ${path}`]: refusal('conflict', 'Changed.'), [`GET ${path}`]: { body: theirs } },
    meeting,
  )
  type('Subject', 'My name')
  fireEvent.click(screen.getByRole('button', { name: 'Save changes' }))
  await screen.findByRole('button', { name: 'Save mine' })
  fireEvent.keyDown(screen.getByLabelText('Subject'), { key: 'Enter', ctrlKey: true })
  await vi.advanceTimersByTimeAsync(100)
  expect(screen.getByRole('button', { name: 'Save mine' })).toBeTruthy()
  expect(sent()).toHaveLength(1)
})

test('a change by somebody else stands in the foot, too', async () => {
  const meeting = detailOf({ version: 3, startsAt: '2026-11-24T14:00:00.000Z' })
  const path = `/api/meetings/${meeting.id}`
  const theirs = { ...meeting, subject: 'Their name', version: 5 }
  openForm({ [`PUT ${path}`]: refusal('conflict', 'Changed.'), [`GET ${path}`]: { body: theirs } }, meeting)
  type('Subject', 'My name')
  fireEvent.click(screen.getByRole('button', { name: 'Save changes' }))
  const mine = await screen.findByRole('button', { name: 'Save mine' })
  expect(foot().contains(mine)).toBe(true)
  expect(screen.queryByRole('button', { name: 'Save changes' })).toBeNull()
})

test('what checks the form comes with the first key; a press before it is here shows on Create, and sends the form once it is', async () => {
  const check = await formCheck.load()
  const isHere = Promise.withResolvers<typeof check>()
  vi.spyOn(formCheck, 'now').mockReturnValue(null)
  vi.spyOn(formCheck, 'load').mockReturnValue(isHere.promise)
  const { sent } = openForm({ 'POST /api/meetings': made })
  type('Subject', 'Sync')
  fireEvent.click(create())
  expect(create().getAttribute('aria-busy')).toBe('true')
  // GoTo isn’t asked yet.
  expect(screen.queryByText('Asking GoTo…')).toBeNull()
  expect(sent()).toEqual([])
  isHere.resolve(check)
  await waitFor(() => expect(sent()).toHaveLength(1))
})

test('Create stays busy until the page of the new meeting is here, and nothing says that it overlaps itself', async () => {
  const conflicts: Record<string, unknown>[] = []
  const { went, sent, asked } = openForm({
    'POST /api/meetings': made,
    'GET /api/meetings/conflicts': () => ({ body: { overlaps: conflicts, roomNeighbours: [] } }),
  })
  type('Subject', 'Sync')
  type('Starts: time', '15:00')
  conflicts.push(made.body, meetingOf({ id: 'other', subject: 'Budget' }))
  fireEvent.click(create())
  await waitFor(() => expect(went).toEqual([`/meetings/${made.body.id}`]))
  expect(create().getAttribute('aria-busy')).toBe('true')
  expect(screen.queryByText('Asking GoTo…')).toBeNull()
  // What else is at that time was asked about after the meeting was created.
  await waitFor(() => expect(asked.at(-1)?.call).toBe('GET /api/meetings/conflicts'))
  expect(await screen.findByText('Budget')).toBeTruthy()
  expect(screen.queryByText('Sync')).toBeNull()
  fireEvent.submit(create().closest('form') as HTMLFormElement)
  expect(sent()).toHaveLength(1)
})

test('if what checks the form can’t be loaded, the foot says that nothing was sent and offers to reload, and the next press tries again', async () => {
  vi.spyOn(formCheck, 'now').mockReturnValue(null)
  const loading = vi.spyOn(formCheck, 'load').mockRejectedValueOnce(new Error('unreachable'))
  const { sent } = openForm({ 'POST /api/meetings': made })
  type('Subject', 'Sync')
  fireEvent.click(create())
  expect(await screen.findByText(/Nothing was saved: a part of Foyer couldn’t be loaded/)).toBeTruthy()
  expect(within(foot()).getByRole('button', { name: 'Reload page' })).toBeTruthy()
  expect(sent()).toEqual([])
  expect(isUsable('Subject')).toBe(true)
  fireEvent.click(create())
  await waitFor(() => expect(sent()).toHaveLength(1))
  expect(loading).toHaveBeenCalledTimes(2)
})

test('Create pressed before a typed time can be read sends it once it is', async () => {
  const isHere = Promise.withResolvers<Awaited<ReturnType<typeof reading.load>>>()
  const now = vi.spyOn(reading, 'now').mockReturnValue(null)
  vi.spyOn(reading, 'load').mockReturnValue(isHere.promise)
  const { sent } = openForm({ 'POST /api/meetings': made })
  type('Subject', 'Sync')
  type('Starts: time', '3pm')
  fireEvent.click(create())
  await vi.advanceTimersByTimeAsync(100)
  expect(sent()).toEqual([])
  expect(create().getAttribute('aria-busy')).toBe('true')
  expect(screen.queryByText('Asking GoTo…')).toBeNull()
  now.mockRestore()
  isHere.resolve(await import('#lib/time/typed-text.ts'))
  await waitFor(() => expect(sent()).toHaveLength(1))
  expect(sent()[0]?.body.startsAt).toBe('2026-11-24T14:00:00.000Z')
})
