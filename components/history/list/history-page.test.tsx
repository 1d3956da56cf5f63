import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { attendeeOf, pastOf, sessionOf } from '#components/history/parts/fixture.ts'
import { Around, answering } from '#components/history/parts/testing.tsx'
import { testDrafts } from '#components/shell/fixture.tsx'
import type { SessionList } from '#lib/history/schema.ts'
import type { Organizer } from '#lib/organizers/schema.ts'
import type { Me } from '#lib/people/schema.ts'
import { HistoryPage } from './history-page.tsx'
import { scopeOf } from './scope.ts'

const now = '2026-11-25T09:00:00.000Z'
const sales = { id: 'g-sales', name: 'Sales', can: { history: true } }
const people = { id: 'g-people', name: 'People', can: { history: false } }
const organizer = (id: string, name: string, group: Organizer['group']): Organizer => ({
  id: `o-${id}`,
  personId: id,
  name,
  email: `${id}@example.com`,
  group: group && { id: group.id, name: group.name },
  can: { history: group?.id === sales.id },
})
const organizers = [
  organizer('p-mara', 'Mara Lind', sales),
  organizer('p-dana', 'Dana Reyes', sales),
  organizer('p-olivia', 'Olivia Marsh', people),
]
const mara: Me = {
  personId: 'p-mara',
  name: 'Mara Lind',
  email: 'mara@example.com',
  via: 'goto',
  isAdministrator: false,
  isOrganizer: true,
  roles: ['employee', 'organizer', 'manager'],
  abilities: ['history.list', 'history.choose'],
  managedGroupIds: [sales.id],
  connection: 'active',
  defaultVisibility: 'company',
  preferences: { zone: 'Europe/Berlin', clock: 'browser', theme: 'system', singleKeys: true },
  drafts: testDrafts,
  now,
}
const coverage = {
  organizers: 1,
  read: 1,
  missing: [] as string[],
  partly: [] as string[],
  sessionsWaiting: 0,
  sessionsLost: 0,
  running: 0,
  unreported: 0,
  isReading: false,
  from: '2026-10-26T00:00:00.000Z',
  to: now,
}
const list = (part: Partial<SessionList> = {}): SessionList => ({
  items: [],
  nextCursor: null,
  asOf: now,
  coverage,
  ...part,
})

let asked: string[] = []

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

function open(history: object, { me = mara, search = '' } = {}): void {
  asked = []
  const answers = {
    '/api/me': me,
    '/api/organizers': { items: organizers },
    '/api/groups': { items: [people, sales] },
    '/api/history': history,
    '/api/attendance': history,
  }
  const answer = answering(answers)
  vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
    asked.push(input)
    return answer(input, init)
  })
  window.history.replaceState(null, '', `/history${search}`)
  render(
    <Around>
      <HistoryPage />
    </Around>,
  )
}

const options = () => within(screen.getByRole('listbox', { name: 'Organizers' })).getAllByRole('option')
const chips = () => screen.getAllByRole('button', { name: /^Remove filter/ }).map((chip) => chip.textContent)

test('a search that was looked through only in part doesn’t say that there is nothing, and goes on with a press', async () => {
  open(list({ nextCursor: 'further' }), { search: '?q=common+words' })
  expect(await screen.findByText('Nothing found yet')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }))
  await waitFor(() => expect(asked.at(-1)).toContain('cursor=further'))
  expect(screen.queryByText(/Nothing matches/)).toBeNull()
})

describe('what can be chosen', () => {
  test('is exactly what the server says may be read', () => {
    const scope = scopeOf(mara, organizers, [people, sales])
    expect(scope.organizers.map(({ name }) => name)).toEqual(['Mara Lind', 'Dana Reyes'])
    expect(scope.groups).toEqual([sales])
  })

  test('is nothing for people who may only see their own past', async () => {
    open(list(), { me: { ...mara, abilities: ['history.list'] } })
    expect(await screen.findByRole('searchbox')).toBeTruthy()
    await waitFor(() => expect(chips()).toEqual(['Last 30 days']))
    expect(screen.queryByRole('button', { name: /^Organizers:/ })).toBeNull()
  })

  test('choosing goes into the address with commas and comes back as chips, each of which can be removed', async () => {
    open(list())
    fireEvent.click(await screen.findByRole('button', { name: 'Organizers: My meetings' }))
    const box = await screen.findByRole('combobox', { name: 'Find in organizers' })
    expect(document.activeElement).toBe(box)
    expect(options().map((option) => option.textContent)).toEqual(['Mara LindSales', 'Dana ReyesSales'])
    fireEvent.keyDown(box, { key: 'Enter' })
    fireEvent.keyDown(box, { key: 'ArrowDown' })
    fireEvent.keyDown(box, { key: 'Enter' })
    expect(new URLSearchParams(window.location.search).get('organizer')).toBe('p-mara,p-dana')
    await waitFor(() => expect(chips()).toEqual(['Mara Lind', 'Dana Reyes', 'Last 30 days']))
    await waitFor(() => expect(asked.at(-1)).toContain('organizer=p-mara%2Cp-dana'))
    fireEvent.keyDown(box, { key: 'Escape' })
    expect(screen.queryByRole('listbox', { name: 'Organizers' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Remove filter Mara Lind' }))
    expect(new URLSearchParams(window.location.search).get('organizer')).toBe('p-dana')
  })

  test('a name is found by the beginnings of its words, on any keyboard, best match first', async () => {
    organizers.push(organizer('p-reine', 'Réine Danå', sales))
    open(list())
    fireEvent.click(await screen.findByRole('button', { name: 'Organizers: My meetings' }))
    const box = await screen.findByRole('combobox', { name: 'Find in organizers' })
    const found = (typed: string) => {
      fireEvent.change(box, { target: { value: typed } })
      return within(screen.getByRole('listbox', { name: 'Organizers' }))
        .queryAllByRole('option')
        .map((option) => option.textContent)
    }
    expect(found('dana')).toEqual(['Dana ReyesSales', 'Réine DanåSales'])
    expect(found('reine')).toEqual(['Réine DanåSales'])
    expect(found('eyes')).toEqual([])
    organizers.pop()
  })

  test('the period is a chip: removing it shows all time', async () => {
    open(list())
    await waitFor(() => expect(chips()).toEqual(['Last 30 days']))
    fireEvent.click(screen.getByRole('button', { name: 'Remove filter Last 30 days' }))
    expect(window.location.search).toBe('?all=1')
    await waitFor(() => expect(asked.at(-1)).toContain('all=1'))
    expect(screen.queryByRole('list', { name: 'Filters' })).toBeNull()
  })

  test('the files hold exactly what is shown, also after it changes', async () => {
    open(list(), { search: '?q=weekly&from=2026-11-01&view=people&organizer=p-dana' })
    const filesOf = async (kind: 'attendance' | 'history') => {
      // In UTC until it is known who is looking.
      const isShown = (path: string) => path.startsWith(`/api/${kind}?`) && path.includes('Berlin')
      await waitFor(() => expect(asked.some(isShown)).toBe(true))
      const shown = new URL(asked.findLast(isShown) ?? '', 'http://x')
      fireEvent.click(screen.getByRole('button', { name: 'Download' }))
      for (const [name, extension] of [
        [/^Excel/, 'xlsx'],
        [/^CSV with commas/, 'csv'],
      ] as const) {
        const href = (await screen.findByRole('menuitem', { name })).getAttribute('href')
        const file = new URL(href ?? '', 'http://x')
        expect(file.pathname).toBe(`/api/${kind}.${extension}`)
        expect(Object.fromEntries(file.searchParams)).toEqual(Object.fromEntries(shown.searchParams))
      }
      fireEvent.click(screen.getByRole('button', { name: 'Download' }))
    }
    await filesOf('attendance')
    fireEvent.click(screen.getByRole('radio', { name: 'Sessions' }))
    await filesOf('history')
  })

  test('the menu says how many rows a file has, once all of them are known', async () => {
    open(list({ items: [pastOf(), pastOf({ id: 's2' })] }))
    await screen.findAllByRole('link', { name: /min/ })
    fireEvent.click(screen.getByRole('button', { name: 'Download' }))
    expect(await screen.findByRole('group', { name: 'Sessions · 2 rows' })).toBeTruthy()
    cleanup()
    open(list({ items: [pastOf(), pastOf({ id: 's2' })], nextCursor: 'more' }))
    await screen.findAllByRole('link', { name: /min/ })
    fireEvent.click(screen.getByRole('button', { name: 'Download' }))
    expect(await screen.findByRole('group', { name: 'Sessions' })).toBeTruthy()
  })
})

test('a session whose planned time Foyer does not know says nothing of it', async () => {
  open(list({ items: [pastOf({ plannedStartsAt: null, plannedEndsAt: null })] }))
  const row = await screen.findByRole('link', { name: /min/ })
  expect(row.textContent).not.toMatch(/plan/i)
})

test('the page that the server sends is the one that the browser finds, whichever month their clocks show', () => {
  const sentAt = (instant: string) => {
    vi.setSystemTime(new Date(instant))
    return renderToString(
      <Around>
        <HistoryPage />
      </Around>,
    )
  }
  expect(sentAt('2026-11-30T23:59:00.000Z')).toBe(sentAt('2026-12-01T00:01:00.000Z'))
})

test('the months of the past year can be chosen', async () => {
  open(list())
  expect(await screen.findByRole('option', { name: 'November 2026' })).toBeTruthy()
  expect(screen.getByRole('option', { name: 'December 2025' })).toBeTruthy()
})

describe('the list', () => {
  test('groups by local day, and one row is one link to the report', async () => {
    const late = pastOf({ id: 's2', startedAt: '2026-11-23T23:30:00.000Z', endedAt: '2026-11-24T00:10:00.000Z' })
    open(list({ items: [pastOf(), late] }))
    const day = await screen.findByRole('region', { name: /24 November/ })
    const links = within(day).getAllByRole('link')
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/history/s1', '/history/s2'])
    expect(links[0]?.textContent).toContain('Started 3 min late, overran by 12 min')
    expect(links[0]?.textContent).toContain('Olivia Marsh')
  })

  test('says of a sitting that ended early only once no further one may follow', async () => {
    const early = { endedAt: '2026-11-24T09:25:00.000Z' }
    open(list({ items: [pastOf({ ...early, id: 's1', pending: 'not-over' }), pastOf({ ...early, id: 's2' })] }))
    const [running, over] = await screen.findAllByRole('link', { name: /HR benefits/ })
    expect(running?.textContent).toContain('Started 3 min late')
    expect(running?.textContent).not.toContain('early')
    expect(over?.textContent).toContain('Started 3 min late, ended 35 min early')
  })

  test('does not repeat my own name on my own meetings', async () => {
    open(list({ items: [pastOf({ organizer: { personId: 'p-mara', name: 'Mara Lind', email: '' } })] }))
    expect((await screen.findByRole('link', { name: /HR benefits/ })).textContent).not.toContain('Mara Lind')
  })

  test('that is empty says for which period, and offers all time', async () => {
    open(list())
    expect(await screen.findByText('No meetings in this period')).toBeTruthy()
    expect(screen.getByText('Searched: Last 30 days.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Search all time' }))
    expect(window.location.search).toBe('?all=1')
  })

  test('is not called empty where nothing, or not everything, could be read', async () => {
    const unread = { ...coverage, organizers: 53, read: 0, missing: ['Dana Reyes'] }
    open(list({ asOf: null, coverage: unread }))
    expect(await screen.findByText('This period hasn’t been read from GoTo')).toBeTruthy()
    expect(screen.getByText(/Searched: Last 30 days. Whether there were any isn’t known./)).toBeTruthy()
    cleanup()
    open(list({ asOf: null, coverage: unread }), { search: '?q=sync' })
    expect(await screen.findByText('This period hasn’t been read from GoTo')).toBeTruthy()
    expect(screen.queryByText(/^No results/)).toBeNull()
    cleanup()
    open(list({ coverage: { ...unread, read: 52 } }))
    expect(await screen.findByText('No known meetings in this period')).toBeTruthy()
  })

  test('has a long notice in full on a phone once that is asked for', async () => {
    const part = {
      organizers: 53,
      read: 3,
      missing: ['Dana Reyes', 'Olivia Marsh'],
      partly: ['Mara Lind'],
      unreported: 2,
    }
    open(list({ items: [pastOf()], coverage: { ...coverage, ...part } }))
    const notice = () => screen.getByText(/3 of 53 organizers could be read/)
    fireEvent.click(await screen.findByRole('button', { name: 'Show all' }))
    expect(notice().className).not.toContain('line-clamp')
    fireEvent.click(screen.getByRole('button', { name: 'Show less' }))
    expect(notice().className).toContain('line-clamp')
    cleanup()
    open(list({ items: [pastOf()], coverage: { ...coverage, organizers: 2 } }))
    expect(await screen.findByText(/Read completely so far: 1 of 2 organizers/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Show all' })).toBeNull()
  })

  test('cuts a subject or a name written from right to left at its end', async () => {
    const organizer = { personId: 'p-dana', name: 'דנה רייס', email: 'dana@example.com' }
    open(list({ items: [pastOf({ subject: 'التخطيط', organizer })] }))
    const row = await screen.findByRole('link', { name: /التخطيط/ })
    expect(within(row).getByText('التخطيط').dir).toBe('auto')
    expect(within(row).getByText('דנה רייס').dir).toBe('auto')
  })

  test('names the zone of each end of a session during which the clocks changed', async () => {
    open(list({ items: [pastOf({ startedAt: '2026-10-25T00:30:00.000Z', endedAt: '2026-10-25T01:30:00.000Z' })] }))
    expect((await screen.findByRole('link', { name: /HR benefits/ })).textContent).toContain(
      '02:30–02:30 CEST, then CET',
    )
  })

  test('is not called empty while GoTo is being read', async () => {
    open(list({ coverage: { ...coverage, organizers: 5, read: 3, isReading: true } }))
    expect(await screen.findByText(/Reading from GoTo: 3 of 5 organizers/)).toBeTruthy()
    expect(screen.getByRole('progressbar', { name: 'Organizers read' }).getAttribute('aria-valuenow')).toBe('3')
    expect(screen.queryByText(/No meetings in this period/)).toBeNull()
  })

  test('does not count to one while a single organizer is being read', async () => {
    open(list({ coverage: { ...coverage, organizers: 1, read: 0, isReading: true } }))
    expect(await screen.findByText('Reading history from GoTo. Showing what’s known so far.')).toBeTruthy()
    expect(screen.queryByRole('progressbar')).toBeNull()
  })

  test.each(['', '?view=people'])(
    'can be downloaded once everything is read, without reopening the menu: %s',
    async (search) => {
      let isReading = true
      const page = () => list({ coverage: { ...coverage, organizers: 5, read: isReading ? 3 : 5, isReading } })
      open(page, { search })
      await screen.findByText(/Reading from GoTo: 3 of 5/)
      fireEvent.click(screen.getByRole('button', { name: 'Download' }))
      expect(
        await screen.findByRole('group', { name: /Ready when everything is read: 3 of 5 organizers$/ }),
      ).toBeTruthy()
      expect(screen.getByRole('menuitem', { name: /^Excel/ }).getAttribute('href')).toBeNull()
      isReading = false
      await waitFor(
        () => expect(screen.getByRole('menuitem', { name: /^Excel/ }).getAttribute('href')).toContain('.xlsx'),
        { timeout: 4_000 },
      )
    },
  )

  test('names the organizers it could not read', async () => {
    const part = { organizers: 5, read: 3, missing: ['Dana Reyes', 'Olivia Marsh'] }
    open(list({ items: [pastOf()], coverage: { ...coverage, ...part } }))
    expect(await screen.findByText(/3 of 5 organizers could be read. Missing: Dana Reyes, Olivia Marsh/)).toBeTruthy()
    expect(screen.getByRole('link', { name: /HR benefits/ })).toBeTruthy()
  })

  test('of one organizer says in plain words whether it failed or has not been read yet, and from when it is', async () => {
    const part = { organizers: 1, read: 0 }
    open(list({ items: [pastOf()], coverage: { ...coverage, ...part } }))
    const since = 'Showing the history as of [^.]+\\.$'
    expect(
      await screen.findByText(new RegExp(`^GoTo’s history hasn’t been read completely yet. ${since}`)),
    ).toBeTruthy()
    cleanup()
    open(list({ items: [pastOf()], coverage: { ...coverage, ...part, missing: ['Dana Reyes'] } }))
    expect(
      await screen.findByText(new RegExp(`^GoTo’s history couldn’t be read. Missing: Dana Reyes. ${since}`)),
    ).toBeTruthy()
  })

  test('distinguishes a running or just ended meeting from nothing having taken place', async () => {
    open(list({ coverage: { ...coverage, running: 1, unreported: 2 } }))
    const sentence = '1 meeting isn’t over yet. 2 meetings ended recently; GoTo hasn’t reported them yet.'
    expect(await screen.findByText('No past sessions in this period yet')).toBeTruthy()
    expect(screen.getAllByText(new RegExp(sentence))).toHaveLength(1)
    cleanup()
    open(list())
    expect(await screen.findByText('No meetings in this period')).toBeTruthy()
    expect(screen.queryByText(/isn’t over yet/)).toBeNull()
  })

  test('of people says how many sessions have unknown attendance, and is not called empty', async () => {
    const part = { organizers: 2, read: 1, sessionsWaiting: 3, sessionsLost: 1 }
    open(list({ coverage: { ...coverage, ...part } }), { search: '?view=people' })
    const sentence = 'GoTo hasn’t reported attendance yet for 3 sessions, so this list isn’t complete.'
    expect((await screen.findByText(/1 of 2 organizers/)).textContent).toContain(sentence)
    expect(screen.getByText(/Attendance is no longer available for 1 session:/)).toBeTruthy()
    expect(screen.queryByText(/No meetings in this period/)).toBeNull()
  })

  test('of people is sorted by pressing a column header, which says so, and the address remembers it', async () => {
    const personOf = (name: string, minutes: number) => {
      const { intervals: _, ...attendee } = attendeeOf({ name, minutes })
      const { subject, gotoMeetingId, organizer, startedAt, endedAt } = sessionOf()
      return { ...attendee, sessionId: 's1', subject, gotoMeetingId, organizer, startedAt, endedAt }
    }
    const items = [personOf('Zoë', 5), personOf('adam', 48), personOf('Bill', 12)]
    open({ ...list(), items, nextCursor: 'more' }, { search: '?view=people' })
    const people = () =>
      within(screen.getByRole('table'))
        .getAllByRole('rowheader')
        .map((cell) => cell.textContent)
    const order = () => people().map((text) => /^(Zoë|adam|Bill)/.exec(text ?? '')?.[0])
    const sorted = (name: string) => screen.getByRole('columnheader', { name }).getAttribute('aria-sort')
    await screen.findByRole('table')
    expect([order(), sorted('Session'), sorted('Minutes')]).toEqual([['Zoë', 'adam', 'Bill'], 'descending', 'none'])
    expect(screen.queryByText(/Sorted among/)).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Minutes' }))
    expect([order(), sorted('Session'), sorted('Minutes')]).toEqual([['adam', 'Bill', 'Zoë'], 'none', 'descending'])
    expect(new URLSearchParams(window.location.search).get('sort')).toBe('-minutes')
    // More pages may hold others: only the loaded rows are sorted.
    expect(screen.getByText(/Sorted among the 3 lines shown so far/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Person' }))
    expect([order(), sorted('Person')]).toEqual([['adam', 'Bill', 'Zoë'], 'ascending'])
    fireEvent.click(screen.getByRole('button', { name: 'Person' }))
    expect([order(), sorted('Person')]).toEqual([['Zoë', 'Bill', 'adam'], 'descending'])
  })

  test('of people says what a row is if it isn’t simply one person', async () => {
    const lineOf = (part: Parameters<typeof attendeeOf>[0]) => {
      const { intervals: _, ...attendee } = attendeeOf(part)
      const { subject, gotoMeetingId, organizer, startedAt, endedAt } = sessionOf()
      return { ...attendee, sessionId: 's1', subject, gotoMeetingId, organizer, startedAt, endedAt }
    }
    const items = [
      lineOf({ name: 'Ann Lee', email: 'info@partner.example', note: 'shared-address', alsoTyped: ['Annie'] }),
      lineOf({ name: 'Guest', kind: 'placeholder', mayBeAtLeast: 1, mayBe: 1 }),
      lineOf({ name: 'Otter.ai', kind: 'notetaker' }),
    ]
    open({ ...list(), items }, { search: '?view=people' })
    const lines = within(await screen.findByRole('table')).getAllByRole('rowheader')
    const [ann, guest, otter] = lines.map((cell) => cell.textContent)
    expect(ann).toMatch(/^Ann Leealso typed “Annie”info@partner.exampleShared address/)
    expect(guest).toContain('could be anybody')
    expect(otter).toContain('Notetaker')
  })

  test('that was read days ago says which day', async () => {
    open(list({ items: [pastOf()], asOf: '2026-11-22T09:00:00.000Z' }))
    expect(
      await screen.findByText(/hasn’t read from GoTo for 3 days. Showing the history as of 22 Nov 2026, 10:00/),
    ).toBeTruthy()
  })

  test('that this person may not see says why, and offers a way out', async () => {
    const detail = 'You can look at your own past sessions and those of the groups you manage, not at these.'
    const problem = { type: 'about:blank', title: 'No', status: 403, detail, code: 'forbidden', requestId: 'r' }
    open(problem, { search: '?organizer=p-olivia' })
    expect(await screen.findByText(detail)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Reset filters' }))
    expect(window.location.search).toBe('')
  })

  test('offers no filters to somebody who may see no history', async () => {
    const detail = 'You organize no meetings at GoTo and manage no group, so there is no history to show.'
    const problem = { type: 'about:blank', title: 'No', status: 403, detail, code: 'forbidden', requestId: 'r' }
    open(problem, { me: { ...mara, abilities: [], connection: 'none' } })
    expect(await screen.findByText(/You organize no meetings at GoTo/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Connect GoTo' })).toBeTruthy()
    expect(screen.queryByRole('searchbox')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Reset filters' })).toBeNull()
  })

  test('does not ask connected people to connect', async () => {
    open(list(), { me: { ...mara, abilities: [] } })
    expect(await screen.findByText(/You organize no meetings at GoTo/)).toBeTruthy()
    expect(screen.queryByText('Connect GoTo')).toBeNull()
  })
})
