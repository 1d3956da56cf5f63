import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { meetingOf } from '#components/meetings/fixture.ts'
import { answering, clearToasts, InPortal, problem, quietClient } from '#components/shell/fixture.tsx'
import { createFromSentence } from './create-from-sentence.ts'
import { newPlace, readForm } from './kept-form.ts'

const sentence = { subject: 'Budget', startsAt: '2026-11-26T09:00:00.000Z', endsAt: '2026-11-26T09:45:00.000Z' }
const went: string[] = []

beforeEach(() => {
  localStorage.clear()
  render(<InPortal>{null}</InPortal>)
})

afterEach(() => {
  went.length = 0
  clearToasts()
  cleanup()
  vi.unstubAllGlobals()
})

async function create(answer: unknown): Promise<string[]> {
  const { fetch, asked } = answering({ 'POST /api/meetings': answer })
  vi.stubGlobal('fetch', fetch)
  await createFromSentence({ client: quietClient(), sentence, zone: 'Europe/Berlin', open: (href) => went.push(href) })
  return asked
}

test('one Enter plans it; the notice says when, and opens it, copies its link or takes it back', async () => {
  const meeting = meetingOf(sentence)
  await create(meeting)
  expect(await screen.findByText('“Budget” is scheduled, Thu 26 Nov, 10:00–10:45 CET')).toBeTruthy()
  for (const name of ['Copy link', 'Cancel meeting']) expect(screen.getByRole('button', { name })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Open' }))
  expect(went).toEqual([`/meetings/${meeting.id}`])
})

test('when it fails, the form waits with all of it under the same request', async () => {
  await create(problem('not_connected', 'GoTo is not connected any more.'))
  fireEvent.click(await screen.findByRole('button', { name: 'Open the form' }))
  expect(went).toEqual(['/meetings/new?draft=sentence'])
  expect(readForm(newPlace('sentence'))).toMatchObject({
    values: { subject: 'Budget', start: { day: '2026-11-26', time: '10:00' }, minutes: 45 },
    isUnsure: false,
  })
})

test('when nobody knows whether it was made, the form goes on looking', async () => {
  await create({ ...problem('upstream_unavailable', 'GoTo did not answer.'), isUncertain: true })
  expect(await screen.findByText('Nobody knows yet whether “Budget” is scheduled. GoTo did not answer.')).toBeTruthy()
  expect(readForm(newPlace('sentence'))?.isUnsure).toBe(true)
})
