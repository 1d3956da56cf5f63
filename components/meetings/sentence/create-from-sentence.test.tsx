import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepForm, newPlace, readForm } from '#components/meetings/form/kept-form.ts'
import { meetingOf } from '#components/meetings/list/fixture.ts'
import { answering, clearToasts, InPortal, problem, quietClient, testDrafts } from '#components/shell/fixture.tsx'
import { openDrafts } from '#components/shell/kept-draft.ts'
import { createFromSentence } from './create-from-sentence.ts'
import { lastKeptWord } from './kept-sentence.ts'

const sentence = { subject: 'Budget', startsAt: '2026-11-26T09:00:00.000Z', endsAt: '2026-11-26T09:45:00.000Z' }
const went: string[] = []

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T09:00:00Z') })
  render(<InPortal>{null}</InPortal>)
})

afterEach(() => {
  went.length = 0
  clearToasts()
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

async function create(answer: unknown, said = sentence): Promise<void> {
  vi.stubGlobal('fetch', answering({ 'POST /api/meetings': answer }).fetch)
  await press(said)
}

function press(said = sentence): Promise<void> {
  return createFromSentence({
    client: quietClient(),
    sentence: said,
    zone: 'Europe/Berlin',
    open: (href) => went.push(href),
  })
}

/** Answers only on request. */
function slowly(): { answer: (body: object) => void } {
  const waiting: ((response: Response) => void)[] = []
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => waiting.push(resolve)))
  return { answer: (body) => waiting.shift()?.(Response.json(body)) }
}

test('one Enter plans it; the notice says when, and opens it, copies its link or takes it back', async () => {
  const meeting = meetingOf(sentence)
  await create(meeting)
  expect(await screen.findByText('“Budget” scheduled for Thu 26 Nov, 10:00–10:45 CET')).toBeTruthy()
  for (const name of ['Copy link', 'Cancel meeting']) expect(screen.getByRole('button', { name })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Open' }))
  expect(went).toEqual([`/meetings/${meeting.id}`])
})

test('when it fails, the form waits with all of it under the same request', async () => {
  await create(problem('not_connected', 'GoTo is not connected any more.'))
  fireEvent.click(await screen.findByRole('button', { name: 'Open form' }))
  expect(went).toEqual(['/meetings/new?draft=sentence'])
  expect(readForm(newPlace('sentence'))).toMatchObject({
    values: { subject: 'Budget', start: { day: '2026-11-26', time: '10:00' }, minutes: 45 },
    isUnsure: false,
  })
})

test('when it is unclear whether it was created, the form keeps checking', async () => {
  await create({ ...problem('upstream_unavailable', 'GoTo did not answer.'), isUncertain: true })
  expect(
    await screen.findByText('Foyer doesn’t know yet whether “Budget” was scheduled. GoTo did not answer.'),
  ).toBeTruthy()
  expect(readForm(newPlace('sentence'))?.isUnsure).toBe(true)
})

test('after a reload while it is being created, it is in the form for new meetings, as one that may exist', async () => {
  await openDrafts(testDrafts)
  const { answer } = slowly()
  const pressed = press()
  expect(readForm(newPlace('sentence'))).toMatchObject({ values: { subject: 'Budget', minutes: 45 }, isUnsure: true })
  await waitFor(() => expect(Object.keys(localStorage)).toContain('foyer-draft-meeting-new-sentence'))
  vi.resetModules()
  const reloaded = await import('#components/shell/kept-draft.ts')
  await reloaded.openDrafts(testDrafts)
  const afterReload = await import('./kept-sentence.ts')
  expect(afterReload.lastKeptWord()).toBe('sentence')
  answer(meetingOf(sentence))
  await pressed
})

test('while this page waits for the answer, a new meeting starts empty; once it is created, nothing is kept', async () => {
  const { answer } = slowly()
  const pressed = press()
  expect(lastKeptWord()).toBe('')
  answer(meetingOf(sentence))
  await pressed
  expect(readForm(newPlace('sentence'))).toBeNull()
})

test('one that failed stays kept while the next one is created', async () => {
  await create(problem('not_connected', 'GoTo is not connected any more.'))
  await create(meetingOf(), { ...sentence, subject: 'Retro' })
  expect(readForm(newPlace('sentence'))?.values.subject).toBe('Budget')
  expect(lastKeptWord()).toBe('sentence')
})

test('of two unfinished meetings the one that was kept last goes on', async () => {
  await create(problem('not_connected', 'GoTo is not connected any more.'))
  vi.setSystemTime(new Date('2026-11-24T09:59:00Z'))
  const kept = readForm(newPlace('sentence'))
  if (kept) keepForm(newPlace(''), kept)
  expect(lastKeptWord()).toBe('')
  vi.setSystemTime(new Date('2026-11-24T10:00:00Z'))
  await create(problem('not_connected', 'GoTo is not connected any more.'), { ...sentence, subject: 'Retro' })
  expect(readForm(newPlace(lastKeptWord()))?.values.subject).toBe('Retro')
})
