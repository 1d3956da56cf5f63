import { cleanup, fireEvent, render, screen, waitForElementToBeRemoved, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { attendeeOf, sessionOf } from '#components/history/parts/fixture.ts'
import { Around, answering } from '#components/history/parts/testing.tsx'
import { meOf } from '#components/shell/fixture.tsx'
import { sessionQuery } from '#lib/history/report-queries.ts'
import type { Session } from '#lib/history/schema.ts'
import { Report } from './report.tsx'
import { ReportPage } from './report-page.tsx'

const at = (time: string) => `2026-11-24T${time}.000Z`
const stay = (from: string, to: string) => ({ joinedAt: at(from), leftAt: at(to), sitting: null })

/** Olivia hosted; Bill left and came back; somebody came late without giving a name. */
const attendees = [
  attendeeOf({ name: 'Olivia Marsh', personId: 'p1', role: 'organizer', reasons: ['same e-mail'] }),
  attendeeOf({
    name: 'Bill Beaker',
    typedName: 'bill b.',
    personId: 'p2',
    firstJoin: at('09:05:00'),
    lastLeave: at('10:05:00'),
    minutes: 43,
    share: 0.62,
    intervals: [stay('09:05:00', '09:30:00'), stay('09:47:00', '10:05:00')],
  }),
  attendeeOf({
    name: 'iPhone',
    firstJoin: at('09:40:00'),
    lastLeave: at('10:00:00'),
    minutes: 20,
    share: 0.29,
    intervals: [stay('09:40:00', '10:00:00')],
    reasons: ['two people of this name are known'],
  }),
]
const missing = [
  { personId: 'p5', name: 'Erin Vogel', required: true, state: 'unknown' as const },
  { personId: 'p4', name: 'Danny Derkman', required: false, state: 'unknown' as const },
]

const unread = { asOf: null, attendees: [], hasAttendees: false, people: 3, identified: null, unidentified: 0 }

beforeEach(() => window.history.replaceState(null, '', '/history/s1'))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show(part: Partial<Session> = {}, isWhole = false): void {
  const session = sessionOf({ attendees, missing, unidentified: 1, identified: 2 / 3, ...part })
  render(
    <Around>
      <Report session={session} isWhole={isWhole} error={null} zone="Europe/Berlin" />
    </Around>,
  )
}

async function filesOffered(): Promise<(string | null)[]> {
  fireEvent.click(screen.getByRole('button', { name: 'Download' }))
  const files = await screen.findAllByRole('menuitem')
  return files.map((file) => file.getAttribute('href'))
}

const rowsOf = (table: string) =>
  [...document.querySelectorAll(`${table} [data-row], ${table}[data-row]`)].map((row) => row.getAttribute('data-row'))
const tableRows = () => rowsOf('table')
const bars = () => rowsOf('[data-bars]')
const namesIn = (rows: HTMLElement[]) => rows.map((row) => row.textContent)

describe('the rows', () => {
  test('stand in the same order in the bars and in the table, however they are sorted', () => {
    show()
    expect(tableRows()).toEqual(['Olivia Marsh', 'Bill Beaker', 'iPhone'])
    for (const column of ['Name', 'Minutes', 'Minutes', 'Share', 'Last leave', 'Role']) {
      fireEvent.click(screen.getByRole('button', { name: column }))
      expect(bars()).toEqual(tableRows())
    }
  })

  test('are sorted by pressing a column header, which says so, and the address remembers it', () => {
    show()
    fireEvent.click(screen.getByRole('button', { name: 'Minutes' }))
    expect(screen.getByRole('columnheader', { name: 'Minutes' }).getAttribute('aria-sort')).toBe('descending')
    expect(screen.getByRole('columnheader', { name: 'First join' }).getAttribute('aria-sort')).toBe('none')
    expect(window.location.search).toBe('?sort=-minutes')
    fireEvent.click(screen.getByRole('button', { name: 'Minutes' }))
    expect(tableRows()).toEqual(['iPhone', 'Bill Beaker', 'Olivia Marsh'])
    expect(window.location.search).toBe('?sort=minutes')
  })

  test('have as many bars as stays, at their times', () => {
    show()
    const stays = [...document.querySelectorAll<HTMLElement>('[data-bars] [data-row="Bill Beaker"] [data-stay]')]
    expect(stays.map((bar) => bar.dataset.stay)).toEqual([at('09:05:00'), at('09:47:00')])
    // The axis runs from the planned 09:00 to the end at 10:12: 72 minutes.
    expect(stays.map(({ style }) => [style.left, style.width])).toEqual([
      ['6.944%', '34.722%'],
      ['65.278%', '25%'],
    ])
  })

  test('are marked in the bars while the table is read', () => {
    show()
    fireEvent.focus(screen.getByRole('button', { name: '2 stays of Bill Beaker' }))
    const marked = [...document.querySelectorAll('[data-row].bg-hover')].map((row) => row.getAttribute('data-row'))
    expect(marked).toEqual(['Bill Beaker', 'Bill Beaker'])
  })
})

describe('a row', () => {
  test('opens to its stays', () => {
    show()
    const opener = screen.getByRole('button', { name: '2 stays of Bill Beaker' })
    const stays = document.getElementById(opener.getAttribute('aria-controls') ?? '')
    expect(stays?.className).toContain('hidden')
    fireEvent.click(opener)
    expect(opener.getAttribute('aria-expanded')).toBe('true')
    expect(stays?.className).not.toContain('hidden')
    const list = screen.getByRole('list', { name: 'Stays of Bill Beaker' })
    expect(namesIn(within(list).getAllByRole('listitem'))).toEqual(['10:05–10:30 · 25 min', '10:47–11:05 · 18 min'])
  })

  test('shows the typed name if it differs, and why nobody was identified', () => {
    show()
    expect(screen.getByText('typed “bill b.”')).toBeTruthy()
    expect(screen.getByText('Not identified: two people of this name are known')).toBeTruthy()
    expect(screen.getByText('identified by: same e-mail')).toBeTruthy()
  })

  test('says in words what it is if it isn’t simply one person', () => {
    const email = 'info@partner.example'
    show({
      attendees: [
        attendeeOf({ name: 'Ann Lee', email, note: 'shared-address', alsoTyped: ['Annie'] }),
        attendeeOf({ name: 'Call-in User', kind: 'placeholder', mayBeAtLeast: 1, mayBe: 3 }),
        attendeeOf({ name: 'Otter.ai', kind: 'notetaker' }),
      ],
    })
    const [ann, caller, otter] = screen.getAllByRole('rowheader').map((cell) => cell.textContent)
    expect(ann).toContain('also typed “Annie”')
    expect(ann).toContain(`${email}Shared address: several people used it at the same time`)
    expect(ann).toContain('Not identified')
    expect(caller).toContain('Placeholder name: one of 3 rows with this name, 1 to 3 people in all')
    expect(otter).toContain('Notetaker')
    // Neither is presented as somebody to identify.
    expect(`${caller}${otter}`).not.toContain('Not identified')
    expect(screen.getAllByRole('cell', { name: 'Attendee' })).toHaveLength(2)
  })
})

describe('the report', () => {
  test('says what was planned, what happened, and the zone once', () => {
    show()
    expect(screen.getByText('10:00–11:00')).toBeTruthy()
    expect(screen.getByText('Started 3 min late, overran by 12 min')).toBeTruthy()
    expect(screen.getByRole('table').textContent).toContain('(Europe/Berlin)')
    expect(screen.getByText('67%')).toBeTruthy()
  })

  test('says how many required people came, and whether each attendee was required', () => {
    const [olivia, bill, unknown] = attendees
    const invited = [olivia, { ...bill, required: 'required' }, unknown] as typeof attendees
    show({ attendees: invited, required: { invited: 2, present: 1, unknown: 0 } })
    expect(screen.getByText(/1 of 2 required/)).toBeTruthy()
    expect(screen.getByRole('cell', { name: 'Attendee, required' })).toBeTruthy()
    cleanup()
    show({ required: null })
    expect(screen.queryByText(/of \d required/)).toBeNull()
  })

  test('lists invited people who were not seen, and calls none absent who could be the unidentified attendee', () => {
    show()
    const section = screen.getByRole('region', { name: /Invited, not seen/ })
    expect(namesIn(within(section).getAllByRole('listitem'))).toEqual([
      'Erin Vogelunknownrequired',
      'Danny Derkmanunknownoptional',
    ])
    expect(section.textContent).toContain('could be the one unidentified attendee')
  })

  test('waits for the attendees, and calls nobody missing until then', () => {
    show({ ...unread, unreadBecause: 'preparing' })
    expect(screen.getByText(/GoTo hasn’t reported attendance yet/)).toBeTruthy()
    expect(screen.queryByRole('table')).toBeNull()
    expect(screen.queryByText(/not seen/)).toBeNull()
    expect(screen.queryByRole('button', { name: 'Download' })).toBeNull()
  })

  test('promises no attendees that cannot come, and stops asking for them', async () => {
    const waits = (unreadBecause: Session['unreadBecause']) => {
      const { refetchInterval } = sessionQuery('s1')
      const data = sessionOf({ ...unread, unreadBecause })
      return typeof refetchInterval === 'function' ? refetchInterval({ state: { data } } as never) : refetchInterval
    }
    expect([waits('preparing'), waits('failed'), waits(null)]).toEqual([2_000, 10_000, false])
    expect([waits('not-connected'), waits('organizer-gone'), waits('expired')]).toEqual([false, false, false])
    show({ ...unread, unreadBecause: 'expired' })
    expect(screen.getByText('Attendance is no longer available: GoTo keeps it for a year.')).toBeTruthy()
    expect(screen.getByText('no longer available')).toBeTruthy()
    cleanup()
    show({ ...unread, unreadBecause: 'organizer-gone' })
    expect(screen.getByText(/Olivia Marsh is no longer an organizer at GoTo/)).toBeTruthy()
    expect(screen.queryByText(/hasn’t reported/)).toBeNull()
  })

  test('of a session nobody connected may read says who can help, and connects if it is the reader', async () => {
    const own = meOf({ connection: 'revoked' })
    vi.stubGlobal('fetch', answering({ '/api/me': own }))
    show({ ...unread, unreadBecause: 'not-connected' })
    expect(await screen.findByRole('button', { name: 'Reconnect GoTo' })).toBeTruthy()
    cleanup()
    vi.stubGlobal('fetch', answering({ '/api/me': { ...own, personId: 'p9' } }))
    show({ ...unread, unreadBecause: 'not-connected' })
    expect(screen.getByText(/Ask Olivia Marsh to open the report, or an administrator/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /onnect GoTo/ })).toBeNull()
  })

  test('shows partly known times, never a zero, and how many rows could not be read', () => {
    const unknown = { minutes: null, share: null }
    const timeless = attendeeOf({
      name: 'Ann',
      ...unknown,
      firstJoin: null,
      lastLeave: null,
      intervals: [{ joinedAt: null, leftAt: null, sitting: null }],
    })
    const half = attendeeOf({
      name: 'Ben',
      ...unknown,
      lastLeave: null,
      intervals: [{ joinedAt: at('09:03:00'), leftAt: null, sitting: null }],
    })
    show({
      attendees: [timeless, half],
      missing: [],
      unreadRows: 2,
    })
    expect(screen.getByRole('note').textContent).toContain('2 of GoTo’s attendance rows')
    const cells = screen.getAllByRole('row').map((row) =>
      within(row)
        .queryAllByRole('cell')
        .map((cell) => cell.textContent),
    )
    expect(cells).toContainEqual(['Attendee', '–', '–', '–', '–', '1'])
    expect(cells).toContainEqual(['Attendee', '10:03', '–', '–', '–', '1'])
    expect(document.querySelector('[data-bars]')?.textContent).toMatch(/Ann.*times unknown.*Ben.*from 10:03/)
    expect(document.querySelectorAll('[data-stay]')).toHaveLength(0)
  })

  test('distinguishes nobody having come from GoTo counting people without naming them', () => {
    const nobody = { attendees: [], missing: [], unidentified: 0, identified: null }
    show({ ...nobody, people: 0 })
    expect(screen.getByText('Nobody came.')).toBeTruthy()
    cleanup()
    show({ ...nobody, people: 3 })
    expect(screen.getByText('GoTo counted 3 people but didn’t name anybody.')).toBeTruthy()
  })

  test('links to its meeting or room while that exists', async () => {
    const room = { id: 'm1', kind: 'room' }
    vi.stubGlobal('fetch', answering({ '/api/meetings/m1': room }))
    show({ meetingId: 'm1', kind: 'room' })
    expect(screen.getByRole('link', { name: 'The room' }).getAttribute('href')).toBe('/meetings/m1')
    cleanup()
    const gone = { type: 'x', title: 'No', status: 404, detail: 'Gone.', code: 'not_found', requestId: 'r' }
    vi.stubGlobal('fetch', answering({ '/api/meetings/m1': gone }))
    show({ meetingId: 'm1' })
    await waitForElementToBeRemoved(() => screen.queryByRole('link', { name: 'The planned meeting' }))
  })

  test('calls missing people absent once every attendee is known, and unknown while a row is missing', () => {
    const absent = missing.map((person) => ({ ...person, state: 'absent' as const }))
    show({ attendees: attendees.slice(0, 2), unidentified: 0, missing: absent })
    const section = () => screen.getByRole('region', { name: /Invited, not seen/ })
    expect(namesIn(within(section()).getAllByRole('listitem'))[0]).toBe('Erin Vogelabsentrequired')
    expect(section().textContent).not.toContain('could be')
    cleanup()
    show({ attendees: attendees.slice(0, 2), unidentified: 0, unreadRows: 1 })
    expect(section().textContent).toContain('attendance isn’t complete')
  })

  test('offers the whole meeting and each of its sittings, and downloads of the one on screen', async () => {
    const second = { sessionId: 's2', startedAt: at('10:20:00'), endedAt: at('10:40:00') }
    const sittings = [...sessionOf().sittings, second]
    show({ sittings })
    const choices = within(screen.getByRole('navigation', { name: 'Sittings of this meeting' }))
    expect(choices.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Whole meeting', '/history/s1?sittings=all'],
      ['10:03–11:12', '/history/s1'],
      ['11:20–11:40', '/history/s2'],
    ])
    expect(choices.getByRole('link', { current: 'page' }).textContent).toBe('10:03–11:12')
    for (const href of await filesOffered()) expect(href).not.toContain('sittings')
    cleanup()
    show({ sittings }, true)
    expect(screen.getByRole('link', { current: 'page', name: 'Whole meeting' })).toBeTruthy()
    for (const href of await filesOffered()) expect(href).toContain('sittings=all')
  })

  test('offers a workbook, and a line per person or per stay with their numbers of lines', async () => {
    show()
    const files = await filesOffered()
    expect(files).toHaveLength(9)
    expect(screen.getAllByRole('group').map((group) => group.firstChild?.textContent)).toEqual([
      'People and stays, a sheet each',
      'People · 5 rows',
      'Stays · 4 rows',
    ])
    expect(files.map((href) => new URL(href ?? '', 'http://x').searchParams.get('rows'))).toEqual([
      null,
      ...['people', 'people', 'people', 'people'],
      ...['intervals', 'intervals', 'intervals', 'intervals'],
    ])
  })

  test('keeps the focus on the sitting that was chosen, also through the wait for its report', () => {
    const sittings = [...sessionOf().sittings, { sessionId: 's2', startedAt: at('10:20:00'), endedAt: at('10:40:00') }]
    show({ sittings })
    screen.getByRole('link', { name: '11:20–11:40' }).focus()
    cleanup()
    expect(document.activeElement).toBe(document.body)
    show({ sittings, id: 's2' })
    expect(document.activeElement).toBe(screen.getByRole('link', { name: '11:20–11:40' }))
    // Not a second time, nor on another choice.
    cleanup()
    show({ sittings }, true)
    expect(document.activeElement).toBe(document.body)
    cleanup()
    show({ sittings, id: 's2' })
    expect(document.activeElement).toBe(document.body)
  })

  test('names the sitting in the title of the page', () => {
    const sittings = [...sessionOf().sittings, { sessionId: 's2', startedAt: at('10:20:00'), endedAt: at('10:40:00') }]
    const titleOf = (part: Partial<Session>, isWhole = false) => {
      cleanup()
      show(part, isWhole)
      return document.title
    }
    const day = /^HR benefits meeting, Tuesday 24 November( 2026)?/.source
    expect(titleOf({})).toMatch(new RegExp(`${day} · `))
    expect(titleOf({ sittings, sitting: { nth: 2, of: 2 } })).toMatch(new RegExp(`${day}, Sitting 2 of 2 · `))
    expect(titleOf({ sittings }, true)).toMatch(new RegExp(`${day}, Whole meeting · `))
  })

  test('links to the other sessions of the same ID', () => {
    const other = { id: 's0', startedAt: '2026-11-17T09:00:00.000Z', endedAt: '2026-11-17T10:00:00.000Z' }
    show({ siblings: [...sessionOf().siblings, other] })
    const links = within(screen.getByRole('list', { name: 'Sessions of this meeting ID', hidden: true }))
    expect(links.getAllByRole('link', { hidden: true }).map((link) => link.getAttribute('href'))).toEqual([
      '/history/s1',
      '/history/s0',
    ])
  })
})

test('while the clocks change the report names the zone of each end, and of a time that came twice', () => {
  const times = { startedAt: '2026-10-25T00:30:00.000Z', endedAt: '2026-10-25T01:30:00.000Z' }
  show({ ...times, plannedStartsAt: times.startedAt, plannedEndsAt: times.endedAt, attendees: [], missing: [] })
  expect(screen.getByText('Sunday 25 October 2026, 02:30–02:30 CEST, then CET')).toBeTruthy()
  expect(screen.getAllByText('02:30–02:30 CET')).toHaveLength(2)
})

test('a name written from right to left is cut at its end beside its bar', () => {
  show({ attendees: [attendeeOf({ name: 'דנה רייס' })] })
  expect(document.querySelector<HTMLElement>('[data-bars] .truncate')?.dir).toBe('auto')
})

test('a report that cannot be loaded says so under its heading, and leads back', async () => {
  const down = { type: 'x', title: 'No', status: 503, detail: 'Down.', code: 'internal', requestId: 'r' }
  vi.stubGlobal('fetch', answering({ '/api/history/s1': down, '/api/me': meOf() }))
  render(
    <Around>
      <ReportPage id="s1" />
    </Around>,
  )
  expect(await screen.findByText('Couldn’t load the report')).toBeTruthy()
  expect(screen.getByRole('heading', { level: 1, name: 'Attendance report' }).className).not.toContain('sr-only')
  expect(screen.getByRole('link', { name: 'History' }).getAttribute('href')).toBe('/history')
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy()
})
