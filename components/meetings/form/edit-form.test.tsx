import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { formNow, openForm, refusal } from '#components/meetings/form/fixture.tsx'
import { detailOf } from '#components/meetings/list/fixture.ts'
import { clearToasts } from '#components/shell/fixture.tsx'
import { editPlace, newPlace, readForm } from './kept-form.ts'

const meeting = detailOf({ version: 3, startsAt: '2026-11-24T14:00:00.000Z' })
const path = `/api/meetings/${meeting.id}`

beforeEach(() => {
  vi.useFakeTimers({ now: formNow, shouldAdvanceTime: true })
})

afterEach(() => {
  clearToasts()
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function retitle(subject: string): void {
  fireEvent.change(screen.getByLabelText('Subject'), { target: { value: subject } })
}

function press(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }))
}

test('saving sends the whole meeting with the version it was made from', async () => {
  const { sent, went } = openForm(
    { [`PUT ${path}`]: { body: { ...meeting, subject: 'New name', version: 4 } } },
    meeting,
  )
  retitle('New name')
  press('Save changes')
  await waitFor(() => expect(went).toEqual([`/meetings/${meeting.id}`]))
  expect(sent()[0]?.body).toEqual({
    subject: 'New name',
    kind: 'scheduled',
    startsAt: '2026-11-24T14:00:00.000Z',
    endsAt: '2026-11-24T15:00:00.000Z',
    zone: 'Europe/Berlin',
    roomId: null,
    audio: 'Hybrid',
    passwordRequired: false,
    coorganizers: [],
    agenda: '',
    visibility: 'company',
    invited: [],
    invitedGroups: [],
    version: 3,
  })
})

test('for a meeting created elsewhere it says that GoTo doesn’t reveal the audio, and sends what is chosen', async () => {
  const foreign = { ...meeting, audioOption: null, audio: 'US: +1 (657) 220-3412\nAccess Code: 317-680-365' }
  const { sent } = openForm({ [`PUT ${path}`]: { body: foreign } }, foreign)
  expect(await screen.findByText(/GoTo doesn’t say how its audio is set/)).toBeTruthy()
  expect(screen.getByLabelText<HTMLSelectElement>('Audio').value).toBe('Hybrid')
  fireEvent.change(screen.getByLabelText('Audio'), { target: { value: 'VoIP' } })
  press('Save changes')
  await waitFor(() => expect(sent()[0]?.body.audio).toBe('VoIP'))
})

test('a mistake is said also when the form shows no field for it', async () => {
  const fields = { kind: 'A room keeps its kind.', endsAt: 'It lasts too long.', roomId: 'It keeps its place.' }
  openForm({ [`PUT ${path}`]: refusal('invalid', 'Some of it cannot be accepted.', fields) }, meeting)
  press('Save changes')
  expect((await screen.findByRole('alert')).textContent).toBe('A room keeps its kind. What you typed is kept.')
  expect(screen.getByText('It lasts too long.')).toBeTruthy()
  expect(screen.getByText('It keeps its place.')).toBeTruthy()
})

test('a change by somebody else stands beside mine, and mine can be saved on top of it', async () => {
  const theirs = { ...meeting, subject: 'Their name', version: 5 }
  const answers = [refusal('conflict', 'Somebody changed it meanwhile.'), { body: { ...theirs, version: 6 } }]
  const { sent, went } = openForm(
    { [`PUT ${path}`]: () => answers.shift() ?? { body: theirs }, [`GET ${path}`]: { body: theirs } },
    meeting,
  )
  retitle('My name')
  press('Save changes')
  const row = (await screen.findByRole('rowheader', { name: 'Subject' })).closest('tr')
  expect([...(row?.cells ?? [])].map(({ textContent }) => textContent)).toEqual(['Subject', 'Their name', 'My name'])
  expect(screen.queryByRole('rowheader', { name: 'Time' })).toBeNull()
  press('Save mine')
  await waitFor(() => expect(went).toEqual([`/meetings/${meeting.id}`]))
  expect(sent().map(({ body }) => [body.subject, body.version])).toEqual([
    ['My name', 3],
    ['My name', 5],
  ])
})

test('a save that arrived although its answer was lost is a save, not a conflict', async () => {
  const arrived = { ...meeting, subject: 'My name', version: 4 }
  const { sent, went } = openForm(
    { [`PUT ${path}`]: refusal('conflict', 'This meeting was changed meanwhile.'), [`GET ${path}`]: { body: arrived } },
    meeting,
  )
  retitle('My name')
  press('Save changes')
  await waitFor(() => expect(went).toEqual([`/meetings/${meeting.id}`]))
  expect(sent()).toHaveLength(1)
  expect(readForm(editPlace(meeting.id))).toBeNull()
})

test('or theirs can be taken: the form begins again from what the meeting is by now', async () => {
  const theirs = { ...meeting, subject: 'Their name', version: 5 }
  const { went } = openForm(
    { [`PUT ${path}`]: refusal('conflict', 'Somebody changed it meanwhile.'), [`GET ${path}`]: { body: theirs } },
    meeting,
  )
  retitle('My name')
  press('Save changes')
  await screen.findByRole('button', { name: 'Use theirs' })
  press('Use theirs')
  expect(went).toEqual(['restart Their name'])
  expect(readForm(editPlace(meeting.id))).toBeNull()
})

test('one deleted in the meantime can be created again with everything that was typed', async () => {
  const { went } = openForm({ [`PUT ${path}`]: refusal('not_found', 'It is not there any more.') }, meeting)
  retitle('My name')
  press('Save changes')
  await screen.findByRole('button', { name: 'Create it again' })
  press('Create it again')
  expect(went).toEqual(['/meetings/new?draft=again'])
  expect(readForm(newPlace('again'))).toMatchObject({
    values: { subject: 'My name' },
    version: null,
  })
})

test('a meeting that has begun can be renamed: its start is no mistake as long as nobody moves it', async () => {
  const running = detailOf({ version: 3, startsAt: '2026-11-24T09:30:00.000Z' })
  const { sent } = openForm({ [`PUT ${path}`]: { body: running } }, running)
  retitle('Still running')
  press('Save changes')
  await waitFor(() => expect(sent()[0]?.body.subject).toBe('Still running'))
})
