import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { adminPlaces } from '#components/admin/pages.ts'
import { movedSections, ownSections } from '#components/settings/sections.ts'
import { answering, InPortal, meOf, quietClient } from '#components/shell/fixture.tsx'
import { allPlaces } from '#components/shell/places.ts'
import { meKey } from '#lib/people/queries.ts'
import { otherWordsFor } from './other-words.ts'
import { Palette } from './palette.tsx'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-24T09:58:00.000Z'), shouldAdvanceTime: true })
  vi.stubGlobal('ResizeObserver', Still)
  Element.prototype.scrollIntoView ??= () => undefined
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

class Still {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

async function open(abilities: string[]): Promise<void> {
  const empty = { items: [], next: null }
  vi.stubGlobal(
    'fetch',
    answering({ 'GET /api/meetings': empty, 'GET /api/meetings/conflicts': { overlaps: [], roomNeighbours: [] } })
      .fetch,
  )
  const client = quietClient()
  client.setQueryData(meKey, meOf({ abilities } as Parameters<typeof meOf>[0]))
  render(
    <InPortal client={client}>
      <Palette onClose={() => undefined} onHelp={() => undefined} />
    </InPortal>,
  )
  await act(() => vi.advanceTimersByTimeAsync(300))
}

async function type(text: string): Promise<void> {
  fireEvent.change(screen.getByRole('combobox'), { target: { value: text } })
  await act(() => vi.advanceTimersByTimeAsync(600))
}

const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent)

test('whatever is found, the last entry creates what was typed; a sentence stands first', async () => {
  await open(['meeting.create'])
  await type('Log')
  expect(options()).toContain('Log off')
  expect(options().at(-1)).toBe('Create “Log” …Open form')
  await type('Log tomorrow 10:00')
  await waitFor(() => expect(options()[0]).toMatch(/^Create “Log” — Wed 25 Nov/))
  expect(options().at(-1)).toBe('Create “Log” …Open form')
  await type('Log tomorrow 3')
  expect(options()[0]).toMatch(/^Did you mean/)
  expect(options().at(-1)).toBe('Create “Log tomorrow 3” …Open form')
  await type('123-456-789')
  expect(options()).toEqual(['Join 123-456-789'])
})

describe('what people call it leads there as well', () => {
  test.each([
    ['report', 'History'],
    ['reports', 'History'],
    ['attendance', 'History'],
    ['who came', 'History'],
    ['export', 'History'],
    ['calendar', 'Meetings'],
    ['rooms', 'Meetings'],
    ['dashboard', 'Home'],
    ['preferences', 'Settings'],
    ['timezone', 'Time zone and clock'],
    ['privacy', 'Visibility'],
    ['announcement', 'Company message'],
    ['users', 'People'],
    ['sync', 'Reading from GoTo'],
    ['administration', 'Admin'],
    ['company settings', 'Admin'],
    ['bearer', 'API tokens'],
    ['developer', 'API tokens'],
    ['service accounts', 'Everybody’s API tokens'],
    ['teams', 'Group managers'],
    ['disable', 'People'],
    ['status', 'Reading from GoTo'],
    ['devices', 'Sessions'],
    ['dark mode', 'Dark theme'],
    ['log out', 'Log off'],
    ['sign out', 'Log off'],
    ['help', 'Keyboard shortcuts'],
    ['book', 'New meeting'],
    ['call', 'Meet now'],
  ])('“%s” finds %s', async (typed, name) => {
    await open(['meeting.create', 'history.list', 'settings.read', ...adminPlaces.map(([, , ability]) => ability)])
    await type(typed)
    expect(options().slice(0, 3).join('\n')).toContain(name)
  })

  test('and each of them has such words; its own name still comes first', async () => {
    await open(['meeting.create', 'history.list', 'settings.read', ...adminPlaces.map(([, , ability]) => ability)])
    const named = [
      ...allPlaces.map(({ name }) => name),
      ...[...ownSections, ...adminPlaces].map(([, name]) => name),
      ...['Light theme', 'Dark theme', 'System theme', 'Keyboard shortcuts', 'Log off'],
    ]
    for (const name of named) {
      await type(name)
      expect(options()[0]).toContain(name)
    }
    expect(named.filter((name) => otherWordsFor(name).length === 0)).toEqual([])
  })
})

test('who cannot organize is offered no creation and no example of one', async () => {
  await open([])
  expect(screen.getByRole('combobox').getAttribute('placeholder')).not.toContain('Lunch')
  await type('Log tomorrow 3')
  expect(options().filter((text) => /Create|mean/.test(text ?? ''))).toEqual([])
})

test('an administrator finds the pages of Admin by what is on them, and nobody else does', async () => {
  await open(['settings.read', 'announcement.edit', 'people.manage', 'token.manage'])
  await type('company message')
  expect(options()).toContain('Company message')
  await type('tokens')
  expect(options()).toEqual(expect.arrayContaining(['API tokens', 'Everybody’s API tokens']))
  cleanup()
  await open(['meeting.create'])
  await type('tokens')
  expect(options()).toContain('API tokens')
  expect(options()).not.toContain('Everybody’s API tokens')
})

test('where the sections that left Settings are now is a place of Admin', () => {
  const places = adminPlaces.map(([href]) => String(href))
  for (const href of Object.values(movedSections)) expect(places).toContain(href)
})

test('no group is named that has nothing in it', async () => {
  await open(['meeting.create'])
  const empty = () =>
    [...document.querySelectorAll('[cmdk-group]:not([hidden])')]
      .filter((group) => !group.querySelector('[cmdk-item]'))
      .map(({ textContent }) => textContent)
  expect(empty()).toEqual([])
  await type('appear')
  expect(options()).toContain('Appearance')
  expect(empty()).toEqual([])
})
