import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { detailOf, meetingOf } from '#components/meetings/list/fixture.ts'
import { clearToasts, meOf, watchLeaving } from '#components/shell/fixture.tsx'
import { reading } from '#components/shell/time/reading.ts'
import { formNow, openForm, refusal } from './fixture.tsx'
import { keepForm, newPlace, readForm } from './kept-form.ts'

beforeAll(() => reading.load())

/** As the server says it while nobody can know whether GoTo made it. */
const unknown = {
  status: 503,
  body: { ...(refusal('upstream_unavailable', 'GoTo did not answer in time.').body as object), isUncertain: true },
}
const made = { body: meetingOf({ subject: 'Weekly sync' }) }

beforeEach(() => {
  vi.useFakeTimers({ now: formNow, shouldAdvanceTime: true })
})

afterEach(() => {
  clearToasts()
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function type(label: string | RegExp, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
}

function press(name: string | RegExp): void {
  fireEvent.click(screen.getByRole('button', { name }))
}

/** As a keyboard does it: the list opens for typing, not for what a browser fills in by itself. */
function typing(box: HTMLInputElement, value: string): Event {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, value)
  return new InputEvent('input', { bubbles: true, inputType: 'insertText' })
}

function form(): HTMLFormElement {
  return screen.getByLabelText('Subject').closest('form') as HTMLFormElement
}

test('the cursor stands in the subject; a subject and Enter plan the next full half hour', async () => {
  const { sent, went } = openForm({ 'POST /api/meetings': made })
  expect(document.activeElement).toBe(screen.getByLabelText('Subject'))
  type('Subject', 'Weekly sync')
  fireEvent.submit(form())
  await waitFor(() => expect(went).toEqual([`/meetings/${made.body.id}`]))
  expect(sent()).toMatchObject([
    {
      call: 'POST /api/meetings',
      body: {
        subject: 'Weekly sync',
        kind: 'scheduled',
        startsAt: '2026-11-24T10:00:00.000Z',
        endsAt: '2026-11-24T10:30:00.000Z',
        zone: 'Europe/Berlin',
        audio: 'Hybrid',
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    },
  ])
  expect(await screen.findByRole('button', { name: 'Copy link' })).toBeTruthy()
  expect(readForm(newPlace(''))).toBeNull()
})

test('what was typed is there again after a reload, says since when, and can be given up', async () => {
  const first = openForm({})
  type('Subject', 'Budget talk')
  press(/^More/)
  await screen.findByLabelText('Agenda')
  type('Agenda', 'Numbers first')
  first.view.unmount()
  openForm({})
  expect(screen.getByLabelText<HTMLInputElement>('Subject').value).toBe('Budget talk')
  expect(screen.getByLabelText<HTMLTextAreaElement>('Agenda').value).toBe('Numbers first')
  expect(screen.getByText(/Draft from 10:58/)).toBeTruthy()
  press('Discard')
  expect(screen.getByLabelText<HTMLInputElement>('Subject').value).toBe('')
  expect(readForm(newPlace(''))).toBeNull()
})

test('without a subject nothing is sent, the sentence stands at the field and the cursor in it', () => {
  const { sent } = openForm({})
  screen.getByRole('button', { name: 'Create meeting' }).focus()
  press('Create meeting')
  expect(screen.getByText('A meeting needs a subject.', { selector: 'form p' })).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('Subject'))
  expect(sent()).toEqual([])
  type('Subject', 'S')
  expect(screen.queryByText('A meeting needs a subject.', { selector: 'form p' })).toBeNull()
})

test('of a subject that nobody could see no character is counted', () => {
  openForm({})
  type('Subject', '\u200B\u3164')
  expect(screen.getByText('0 of 100')).toBeTruthy()
})

test('a subject is counted as GoTo counts it: < and > are four characters each', () => {
  const { sent } = openForm({})
  type('Subject', `${'x'.repeat(92)}<>`)
  expect(screen.getByText('100 of 100 · < and > count as four each')).toBeTruthy()
  type('Subject', `${'x'.repeat(93)}<>`)
  expect(screen.getByText('1 too many. < and > count as four each.')).toBeTruthy()
  press('Create meeting')
  expect(sent()).toEqual([])
})

test('an end before the start is said at the end', () => {
  const { sent } = openForm({})
  type('Subject', 'Sync')
  fireEvent.click(screen.getByLabelText('Custom end'))
  type('Ends: time', '10:30')
  press('Create meeting')
  expect(screen.getByText('The end must be after the start.', { selector: 'form p' })).toBeTruthy()
  expect(sent()).toEqual([])
})

test('leaving visibility to the company says what the company chose', async () => {
  openForm({})
  fireEvent.click(screen.getByRole('button', { name: /^More/ }))
  expect(await screen.findByRole('option', { name: 'Company default (everybody)' })).toBeTruthy()
})

test('a custom end moves along with the start', () => {
  openForm({})
  fireEvent.click(screen.getByLabelText('Custom end'))
  type('Ends: time', '13:00')
  type('Starts: time', '14:00')
  expect(screen.getByLabelText<HTMLInputElement>('Ends: time').value).toBe('16:00')
})

test('it moves along while a start is typed key by key, through what is no time yet', () => {
  openForm({})
  fireEvent.click(screen.getByLabelText('Custom end'))
  type('Ends: time', '13:00')
  for (const typed of ['1', '15', '15:', '15:3', '15:30']) type('Starts: time', typed)
  expect(screen.getByLabelText<HTMLInputElement>('Ends: time').value).toBe('17:30')
})

test.each(['24.13.', '45 dec', '0 dec', '2026-13-24', '31.11.'])(
  '“%s”, which no calendar has, is a mistake',
  (typed) => {
    openForm({})
    type('Starts: day', typed)
    const day = screen.getByLabelText('Starts: day')
    expect(screen.queryByText(/isn’t a date/)).toBeNull()
    fireEvent.blur(day)
    expect(screen.getByText(`“${typed}” isn’t a date. Try Tue 24 Nov 2026, or tomorrow.`)).toBeTruthy()
  },
)

test('a kept form with a day that no calendar has is not opened', () => {
  const first = openForm({})
  type('Subject', 'Sync')
  first.view.unmount()
  const kept = readForm(newPlace(''))
  if (kept)
    keepForm(newPlace(''), {
      ...kept,
      values: { ...kept.values, start: { day: '2026-13-24', time: '10:00', turn: 'first' } },
    })
  openForm({})
  expect(screen.getByLabelText<HTMLInputElement>('Subject').value).toBe('')
})

test('of a day and a time only the one at fault is marked, the cursor goes there, and the other’s key does not clear it', () => {
  openForm({})
  type('Subject', 'Sync')
  const [day, time] = [screen.getByLabelText('Starts: day'), screen.getByLabelText('Starts: time')]
  type('Starts: time', '25h')
  fireEvent.blur(time)
  type('Starts: day', 'Fri 27 Nov 2026')
  fireEvent.blur(day)
  expect(screen.getByText(/“25h” isn’t a time/)).toBeTruthy()
  press('Create meeting')
  expect([day, time].map((box) => box.getAttribute('aria-invalid'))).toEqual([null, 'true'])
  expect(document.activeElement).toBe(time)
})

test('a weekday that is not that day’s is a mistake, and a day that passed lately is not one of next year', () => {
  const { sent } = openForm({})
  type('Subject', 'Sync')
  type('Starts: day', 'Mon 27 Nov 2026')
  fireEvent.blur(screen.getByLabelText('Starts: day'))
  expect(screen.getByText(/“Mon 27 Nov 2026” isn’t a date/)).toBeTruthy()
  type('Starts: day', '20 nov')
  fireEvent.blur(screen.getByLabelText('Starts: day'))
  expect(screen.getByLabelText<HTMLInputElement>('Starts: day').value).toBe('Fri 20 Nov 2026')
  press('Create meeting')
  expect(screen.getByText('This start is in the past. Choose a future time.', { selector: 'form p' })).toBeTruthy()
  expect(sent()).toEqual([])
})

test('a start that has passed is not sent', () => {
  const { sent } = openForm({})
  type('Subject', 'Sync')
  type('Starts: time', '09:00')
  press('Create meeting')
  expect(screen.getByText('This start is in the past. Choose a future time.', { selector: 'form p' })).toBeTruthy()
  expect(sent()).toEqual([])
})

test('a time that the clocks skip is a mistake that names the change', () => {
  const { sent } = openForm({})
  type('Subject', 'Sync')
  type('Starts: day', '2027-03-28')
  type('Starts: time', '02:30')
  press('Create meeting')
  expect(
    screen.getByText(/02:30 does not exist on Sunday 28 March 2027: the clocks go from 02:00 to 03:00/, {
      selector: 'form p',
    }),
  ).toBeTruthy()
  expect(sent()).toEqual([])
})

test('of a time that comes twice it asks which, and sends the one that was chosen', async () => {
  const { sent } = openForm({ 'POST /api/meetings': made })
  type('Subject', 'Sync')
  type('Starts: day', '2027-10-31')
  type('Starts: time', '02:30')
  const which = within(screen.getByRole('group', { name: 'Starts: which one' }))
  expect(which.getByLabelText<HTMLInputElement>('First, CEST').checked).toBe(true)
  fireEvent.click(which.getByLabelText('Second, CET'))
  press('Create meeting')
  await waitFor(() => expect(sent()[0]?.body.startsAt).toBe('2027-10-31T01:30:00.000Z'))
})

test('another meeting of mine at that time is named before anything is saved, and so is who meets whom in a room', async () => {
  const other = {
    id: 'o1',
    subject: 'Budget',
    startsAt: '2026-11-24T10:15:00.000Z',
    endsAt: '2026-11-24T11:00:00.000Z',
  }
  const before = { ...other, id: 'o2', subject: 'Retro', side: 'before' as const }
  openForm({ 'GET /api/meetings/conflicts': { body: { overlaps: [other], roomNeighbours: [before] } } })
  expect((await screen.findByRole('link', { name: 'Budget' })).closest('li')?.textContent).toBe(
    'Overlaps Budget, Tuesday 24 November, 11:15–12:00 CET',
  )
  expect(screen.getByRole('link', { name: 'Retro' }).closest('li')?.textContent).toContain(
    'ends in the same room just before',
  )
})

test('while it is unclear whether GoTo created it, Foyer keeps checking with the same request, even after a reload', async () => {
  const first = openForm({ 'POST /api/meetings': unknown })
  type('Subject', 'Sync')
  press('Create meeting')
  expect((await screen.findByRole('alert')).textContent).toBe(
    'GoTo did not answer in time. Foyer keeps checking and never creates it twice.Check again',
  )
  expect(screen.queryByRole('button', { name: 'Create meeting' })).toBeNull()
  const requestId = first.sent()[0]?.body.requestId
  first.view.unmount()

  const second = openForm({ 'POST /api/meetings': made })
  await vi.advanceTimersByTimeAsync(5_500)
  await waitFor(() => expect(second.went).toEqual([`/meetings/${made.body.id}`]))
  expect(second.sent().map(({ body }) => body.requestId)).toEqual([requestId])
})

test('it is looked for also when its start has passed meanwhile, and never given up for a second one', async () => {
  const { sent, went } = openForm({ 'POST /api/meetings': () => (sent().length < 2 ? unknown : made) })
  type('Subject', 'Sync')
  press('Create meeting')
  const again = await screen.findByRole('button', { name: 'Check again' })
  vi.setSystemTime(Date.parse('2026-11-24T13:00:00.000Z'))
  fireEvent.click(again)
  await waitFor(() => expect(went).toEqual([`/meetings/${made.body.id}`]))
  expect(new Set(sent().map(({ body }) => body.requestId)).size).toBe(1)
  expect(sent()).toHaveLength(2)
})

test('a meeting in a room has the room’s audio, co-organizers and password, and asks for none of its own', async () => {
  const id = '01a211eb-246d-766a-a396-398899830407'
  const room = meetingOf({ id, kind: 'room', startsAt: null, endsAt: null, joinWindow: null })
  const rooms = [{ ...room, organizer: { ...room.organizer, personId: 'p1' } }]
  const { sent } = openForm({ 'GET /api/meetings': { body: { items: rooms } }, 'POST /api/meetings': made })
  const password = () => screen.queryByRole<HTMLInputElement>('switch', { name: 'Require a password' })
  type('Subject', 'Sync')
  fireEvent.click(screen.getByRole('button', { name: /^More/ }))
  fireEvent.click(screen.getByRole('switch', { name: 'Require a password' }))
  fireEvent.change(await screen.findByLabelText('Where'), { target: { value: id } })
  expect(screen.getByText('Audio, co-organizers and password come from the room.')).toBeTruthy()
  expect(password()).toBeNull()
  type('Where', '')
  expect(password()?.checked).toBe(true)
  type('Where', id)
  press('Create meeting')
  await waitFor(() => expect(sent()).toHaveLength(1))
  expect(sent()[0]?.body).toMatchObject({ roomId: id, passwordRequired: false, coorganizers: [] })
})

test('when it surely is not there, Create makes it, still under the same request', async () => {
  const answers = [unknown, refusal('conflict', 'GoTo does not list it, so it was not created.'), made]
  const { sent, went } = openForm({ 'POST /api/meetings': () => answers.shift() ?? made })
  type('Subject', 'Sync')
  press('Create meeting')
  fireEvent.click(await screen.findByRole('button', { name: 'Check again' }))
  expect(await screen.findByText(/so it was not created/)).toBeTruthy()
  press('Create meeting')
  await waitFor(() => expect(went).toHaveLength(1))
  expect(new Set(sent().map(({ body }) => body.requestId)).size).toBe(1)
  expect(sent()).toHaveLength(3)
})

test('when GoTo surely did not take it, nothing is looked for: it can be corrected and created again', async () => {
  openForm({ 'POST /api/meetings': refusal('upstream_unavailable', 'GoTo is down.') })
  type('Subject', 'Sync')
  press('Create meeting')
  expect(await screen.findByText(/GoTo is down. What you typed is kept/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Create meeting' })).toBeTruthy()
})

test('a grant that dies in the middle keeps what was typed and offers to reconnect', async () => {
  const { view } = openForm({ 'POST /api/meetings': refusal('not_connected', 'GoTo is not connected any more.') })
  type('Subject', 'Sync')
  press('Create meeting')
  expect(await screen.findByRole('button', { name: 'Reconnect GoTo' })).toBeTruthy()
  view.unmount()
  openForm({})
  expect(screen.getByLabelText<HTMLInputElement>('Subject').value).toBe('Sync')
})

test('without a GoTo connection the form says so before anything is typed, and its one button connects and comes back', async () => {
  const returns = watchLeaving()
  const { sent, view } = openForm({}, null, meOf({ connection: 'none' }))
  expect(screen.getByText(/GoTo isn’t connected. Connect it to create meetings. What you type is kept/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Create meeting' })).toBeNull()
  type('Subject', 'Typed first')
  press('Connect GoTo')
  await waitFor(() => expect(returns).toEqual(['/']))
  expect(sent()).toEqual([])
  view.unmount()
  openForm({})
  expect(screen.getByLabelText<HTMLInputElement>('Subject').value).toBe('Typed first')
  expect(screen.getByRole('button', { name: 'Create meeting' })).toBeTruthy()
})

test('a meeting in a room needs no connection: it has nothing of its own at GoTo', () => {
  const room = { id: 'r1', subject: 'My room', isLive: false }
  openForm({}, detailOf({ room }), meOf({ connection: 'revoked' }))
  expect(screen.getByRole('button', { name: 'Save changes' })).toBeTruthy()
  cleanup()
  openForm({}, detailOf(), meOf({ connection: 'revoked' }))
  expect(screen.getByText(/Connect it to save changes/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Reconnect GoTo' })).toBeTruthy()
})

test('a meeting at once that fails says so once, at the form, and closes the tab', async () => {
  const close = vi.fn()
  vi.stubGlobal('open', () => ({ document: document.implementation.createHTMLDocument(''), close }))
  openForm({ 'POST /api/meetings': refusal('upstream_unavailable', 'GoTo is down.') })
  fireEvent.click(screen.getByLabelText('Instant'))
  type('Subject', 'Sync')
  press('Start meeting')
  expect(await screen.findByText(/GoTo is down. What you typed is kept/)).toBeTruthy()
  await waitFor(() => expect(close).toHaveBeenCalled())
  expect(screen.getAllByText(/GoTo is down/)).toHaveLength(1)
})

test('what only the server can know stands at its field', async () => {
  openForm({
    'POST /api/meetings': refusal('invalid', 'Some of it cannot be accepted.', {
      'invited.0.email': 'Nobody is there.',
    }),
  })
  type('Subject', 'Sync')
  press('Create meeting')
  expect(await screen.findByText('Nobody is there.', { selector: 'form p' })).toBeTruthy()
})

test('a quick Enter takes an address that can’t be invited as such, and says by name what is wrong with it', async () => {
  openForm({})
  const box = screen.getByLabelText<HTMLInputElement>('Invited')
  fireEvent.change(box, { target: { value: 'jörg@example.org' } })
  fireEvent.keyDown(box, { key: 'Enter' })
  expect(box.value).toBe('')
  expect(screen.getByText(/mail servers refuse “ö” before the @/)).toBeTruthy()
  expect(box.getAttribute('aria-invalid')).toBe('true')
})

test('a pasted list becomes people, an unknown name is marked until it is corrected, and each can be made required by key', async () => {
  const { sent } = openForm({ 'POST /api/meetings': made })
  const box = screen.getByLabelText<HTMLInputElement>('Invited')
  fireEvent.paste(box, { clipboardData: { getData: () => 'Ann <ann@x.org>; bob@x.org; nobody' } })
  expect(box.value).toBe('')
  const unknown = await screen.findByRole('button', { name: 'nobody unknown' })
  expect(screen.getByText(/Foyer knows nobody called “nobody”/).id).toBe(
    box.getAttribute('aria-describedby')?.split(' ')[0],
  )
  type('Subject', 'Sync')
  press('Create meeting')
  expect(sent()).toEqual([])
  fireEvent.click(unknown)
  expect(box.value).toBe('nobody')
  fireEvent.change(box, { target: { value: '' } })
  expect(box.getAttribute('aria-invalid')).toBeNull()

  box.focus()
  fireEvent.keyDown(box, { key: 'ArrowLeft' })
  const bob = screen.getByRole('button', { name: 'bob@x.org optional' })
  expect(document.activeElement).toBe(bob)
  fireEvent.keyDown(bob, { key: 'ArrowLeft' })
  const ann = screen.getByRole('button', { name: 'Ann optional' })
  expect(document.activeElement).toBe(ann)
  fireEvent.click(ann)
  expect(screen.getByRole('button', { name: 'Ann required' })).toBeTruthy()
  expect(screen.getByText('2 people, 1 required.')).toBeTruthy()
  fireEvent.keyDown(screen.getByRole('button', { name: 'bob@x.org optional' }), { key: 'Backspace' })
  expect(screen.queryByRole('button', { name: 'bob@x.org optional' })).toBeNull()
  press('Create meeting')
  await waitFor(() => expect(sent()[0]?.body.invited).toEqual([{ email: 'ann@x.org', name: 'Ann', required: true }]))
})

test('a quick Enter before the people are found adds nobody, least of all a whole group', async () => {
  const marketing = { id: '0192aaaa-0000-7000-8000-00000000000b', name: 'Marketing' }
  const { asked } = openForm({ 'GET /api/groups': { body: { items: [marketing] } } })
  const box = screen.getByLabelText<HTMLInputElement>('Invited')
  box.focus()
  fireEvent(box, typing(box, 'mar'))
  await waitFor(() => expect(asked.some(({ call }) => call === 'GET /api/groups')).toBe(true))
  fireEvent.keyDown(box, { key: 'Enter' })
  expect(box.value).toBe('mar')
  expect(screen.queryByRole('button', { name: /optional/ })).toBeNull()
  expect(await screen.findByRole('option', { name: /Everybody in Marketing/ })).toBeTruthy()
})

test('pasted names become the people and groups they mean, and one that may be several is chosen from a list', async () => {
  const person = (nth: number, name: string) => ({
    personId: `0192aaaa-0000-7000-8000-00000000000${nth}`,
    name,
    email: null,
  })
  const [dana, alex, other] = [person(1, 'Dana Reyes'), person(2, 'Alex Kim'), person(3, 'Alex Kim')]
  const matches = [
    { name: 'Reyes, Dana', people: [dana], isSure: true },
    { name: 'Alex Kim', people: [alex, other], isSure: false },
  ]
  const sales = { id: '0192aaaa-0000-7000-8000-00000000000b', name: 'Sales' }
  const { sent } = openForm({
    'POST /api/people/matches': { body: { items: matches } },
    'GET /api/groups': { body: { items: [sales] } },
    'GET /api/people': { body: { items: [alex, other, person(4, 'Cy Wu')] } },
    'POST /api/meetings': made,
  })
  const box = screen.getByLabelText<HTMLInputElement>('Invited')
  fireEvent.paste(box, { clipboardData: { getData: () => 'Reyes, Dana; Alex Kim; sales' } })
  expect(await screen.findByRole('button', { name: 'Dana Reyes optional' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Alex Kim who?' }))
  expect(box.value).toBe('Alex Kim')
  const [first] = await screen.findAllByRole('option', { name: /Alex Kim/ })
  if (first) fireEvent.click(first)
  expect(await screen.findByRole('button', { name: 'Alex Kim optional' })).toBeTruthy()

  const group = screen.getByRole('button', { name: 'Sales · 3 optional' })
  expect(group.getAttribute('aria-expanded')).toBe('false')
  fireEvent.click(group)
  fireEvent.click(await screen.findByLabelText('All required'))
  fireEvent.click(screen.getByLabelText('Cy Wu'))
  expect(screen.getByRole('button', { name: 'Sales · 2 required' })).toBeTruthy()
  expect(screen.getByText('3 people, 1 required.')).toBeTruthy()
  type('Subject', 'Sync')
  press('Create meeting')
  await waitFor(() => expect(sent()).toHaveLength(1))
  expect(sent()[0]?.body).toMatchObject({
    invited: [{ personId: dana?.personId }, { personId: alex?.personId }],
    invitedGroups: [{ groupId: sales.id, required: true, except: ['0192aaaa-0000-7000-8000-000000000004'] }],
  })
})

test('more than five hundred people are said before anything is sent', async () => {
  const { sent } = openForm({})
  const box = screen.getByLabelText<HTMLInputElement>('Invited')
  const list = Array.from({ length: 501 }, (_, nth) => `g${nth}@x.org`).join('; ')
  fireEvent.paste(box, { clipboardData: { getData: () => list } })
  const said = 'This invites 501 people, and a meeting can have at most 500. Remove 1 of them.'
  expect(await screen.findByText(said)).toBeTruthy()
  type('Subject', 'Sync')
  press('Create meeting')
  expect(sent()).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: 'Remove g7@x.org' }))
  expect(screen.queryByText(said)).toBeNull()
})

test('names that cannot be looked up are back in the box', async () => {
  openForm({ 'POST /api/people/matches': refusal('upstream_unavailable', 'Foyer cannot be reached.') })
  const box = screen.getByLabelText<HTMLInputElement>('Invited')
  fireEvent.paste(box, { clipboardData: { getData: () => 'Dana Reyes; Sam Okafor' } })
  expect(await screen.findByRole('button', { name: 'Dana Reyes looking up …' })).toBeTruthy()
  await waitFor(() => expect(box.value).toBe('Dana Reyes; Sam Okafor'))
})

test('what is typed while a whole group loads stays', async () => {
  const marketing = { id: '0192aaaa-0000-7000-8000-00000000000b', name: 'Marketing' }
  const bea = { personId: '0192aaaa-0000-7000-8000-00000000000c', name: 'Bea', email: 'bea@x.org' }
  openForm({ 'GET /api/groups': { body: { items: [marketing] } } })
  const box = screen.getByLabelText<HTMLInputElement>('Invited')
  box.focus()
  fireEvent(box, typing(box, 'mar'))
  const group = await screen.findByRole('option', { name: /Everybody in Marketing/ })
  const members = Promise.withResolvers<Response>()
  vi.stubGlobal('fetch', () => members.promise)
  fireEvent.click(group)
  expect(box.value).toBe('')
  type('Subject', 'Launch')
  fireEvent(box, typing(box, 'ann'))
  members.resolve(Response.json({ items: [bea] }))
  expect(await screen.findByRole('button', { name: 'Marketing · 1 optional' })).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('Subject').value).toBe('Launch')
  expect(box.value).toBe('ann')
})

test('people are found by name and added with Enter, which does not send the form', async () => {
  const ann = { personId: '0192aaaa-0000-7000-8000-00000000000a', name: 'Ann Lee', email: 'ann@x.org' }
  const { sent } = openForm({ 'GET /api/people': { body: { items: [ann] } } })
  const box = screen.getByLabelText<HTMLInputElement>('Invited')
  box.focus()
  fireEvent(box, typing(box, 'ann'))
  expect(await screen.findByRole('option', { name: /Ann Lee/ })).toBeTruthy()
  await waitFor(() =>
    expect(screen.getByRole('option', { name: /Ann Lee/ }).getAttribute('aria-selected')).toBe('true'),
  )
  fireEvent.keyDown(box, { key: 'Enter' })
  expect(await screen.findByRole('button', { name: 'Ann Lee optional' })).toBeTruthy()
  expect(box.value).toBe('')
  expect(sent()).toEqual([])
})

test('another zone is chosen by keys alone: the field has the focus, and Escape gives it back with the zone as it was', async () => {
  openForm({})
  press(/^Time zone/)
  const field = await screen.findByRole('combobox', { name: 'Time zone' })
  await waitFor(() => expect(document.activeElement).toBe(field))
  fireEvent.keyDown(field, { key: 'Escape' })
  const button = await screen.findByRole('button', { name: /^Time zone Europe\/Berlin/ })
  expect(document.activeElement).toBe(button)
})

test('the zone is named as on the chosen day, not as of today', () => {
  openForm({})
  expect(screen.getByRole('button', { name: 'Time zone Europe/Berlin · CET: choose another' })).toBeTruthy()
  type('Starts: day', '2027-07-01')
  expect(screen.getByRole('button', { name: 'Time zone Europe/Berlin · CEST: choose another' })).toBeTruthy()
})

test('a time that comes twice is said by the clock of its reader', () => {
  vi.stubGlobal('navigator', { ...window.navigator, language: 'en-US' })
  openForm({})
  type('Starts: day', '2027-10-31')
  type('Starts: time', '02:30')
  expect(screen.getByText(/so 2:30.AM happens twice/)).toBeTruthy()
})
