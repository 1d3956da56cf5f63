import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { clearToasts, InPortal } from '#components/shell/fixture.tsx'
import { DownloadMenu } from './download-menu.tsx'
import { listFiles } from './downloads.ts'

const saved: { name: string; content: Blob }[] = []

afterEach(() => {
  clearToasts()
  cleanup()
  localStorage.clear()
  saved.length = 0
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

type Shown = { language?: string; rows?: number | null; waiting?: string | null; answers?: Response[] }

/** Answers each request with the next of these. */
function show({ language = 'en-US', rows = null, waiting = null, answers = [] }: Shown = {}): string[] {
  const asked: string[] = []
  vi.spyOn(window.navigator, 'language', 'get').mockReturnValue(language)
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    return answers.shift() ?? Promise.reject(new TypeError('no network'))
  })
  const contents = new Map<string, Blob>()
  URL.createObjectURL = (content: Blob) => {
    contents.set(`blob:${contents.size}`, content)
    return `blob:${contents.size - 1}`
  }
  URL.revokeObjectURL = () => undefined
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function press(this: HTMLAnchorElement) {
    const content = contents.get(this.href)
    if (content) saved.push({ name: this.download, content })
  })
  render(
    <InPortal>
      <DownloadMenu waiting={waiting} files={() => listFiles('history', { zone: 'UTC' }, 'UTC', rows)} />
    </InPortal>,
  )
  return asked
}

const button = () => screen.getByRole('button', { name: 'Download' })

async function open(): Promise<string[]> {
  fireEvent.click(button())
  const items = await screen.findAllByRole('menuitem')
  return items.map((item) => item.textContent ?? '')
}

/** What the links of the CSV files ask for: separator and decimal sign; neither for a file as the API gives it. */
const formsShown = () =>
  screen.getAllByRole('menuitem', { name: /^CSV/ }).map((item) => {
    const { searchParams } = new URL(item.getAttribute('href') ?? '', 'http://x')
    return `${searchParams.get('separator') ?? ''} ${searchParams.get('decimal') ?? ''}`
  })

const problem = (status: number, code: string, detail: string) =>
  Response.json({ type: 'about:blank', title: 'No', status, code, detail, requestId: 'r' }, { status })

const file = (text: string) =>
  new Response(text, {
    headers: { 'content-disposition': `attachment; filename="Sessions.csv"; filename*=UTF-8''S%C3%A9ances%2024.csv` },
  })

test('an English reader gets commas and points first, a German one semicolons and commas', async () => {
  show()
  expect(await open()).toEqual([
    'Excel (.xlsx)',
    'CSV with commas numbers like 1.5',
    'CSV with semicolons numbers like 1.5',
    'CSV with semicolons numbers like 1,5',
    'CSV with tabs numbers like 1.5',
  ])
  cleanup()
  show({ language: 'de-DE' })
  expect(await open()).toEqual([
    'Excel (.xlsx)',
    'CSV with semicolons numbers like 1,5',
    'CSV with commas numbers like 1.5',
    'CSV with tabs numbers like 1,5',
  ])
  expect(formsShown()).toEqual(['semicolon comma', ' ', 'tab comma'])
})

test.each([
  ['de-CH', ['semicolon point', 'semicolon comma', ' ', 'tab point']],
  ['fr-CH', ['semicolon comma', 'semicolon point', ' ', 'tab comma']],
  ['fr-FR', ['semicolon comma', ' ', 'tab comma']],
])('a reader in %s gets semicolons first, with numbers as they write them', async (language, expected) => {
  show({ language })
  await open()
  expect(formsShown()).toEqual(expected)
})

test.each([
  ['semicolon point', 'de-DE', 'semicolon point'],
  ['semicolon comma', 'en-US', 'semicolon comma'],
  ['semicolon', 'de-CH', 'semicolon point'],
  ['semicolon', 'de-DE', 'semicolon comma'],
  ['tab', 'en-US', 'tab point'],
  ['pipe', 'en-US', ' '],
])('“%s”, remembered by a browser that now speaks %s, is %s', async (kept, language, expected) => {
  localStorage.setItem('foyer-csv-separator', kept)
  show({ language })
  await open()
  expect(formsShown()[0]).toBe(expected)
  expect(new Set(formsShown()).size).toBe(formsShown().length)
})

test('what one browser remembers is written so that it means the same later', async () => {
  show({ answers: [file('a;b')] })
  await open()
  fireEvent.click(screen.getByRole('menuitem', { name: /^CSV with semicolons numbers like 1,5/ }))
  await waitFor(() => expect(saved).toHaveLength(1))
  expect(localStorage.getItem('foyer-csv-separator')).toBe('semicolon comma')
})

test('the form of CSV that was chosen comes first from then on', async () => {
  show({ language: 'de-DE', answers: [file('a\tb')] })
  await open()
  fireEvent.click(screen.getByRole('menuitem', { name: /^CSV with tabs/ }))
  await waitFor(() => expect(saved).toHaveLength(1))
  expect((await open())[1]).toMatch(/^CSV with tabs/)
})

test('the times of a workbook follow the clock of its reader', async () => {
  show()
  await open()
  expect(screen.getByRole('menuitem', { name: 'Excel (.xlsx)' }).getAttribute('href')).toContain('clock=12')
})

test('the menu says how many rows there are, and nothing where that is not known', async () => {
  show({ rows: 1204 })
  await open()
  expect(screen.getByRole('group', { name: 'Sessions · 1,204 rows' })).toBeTruthy()
  cleanup()
  show({ rows: null })
  await open()
  expect(screen.getByRole('group', { name: 'Sessions' })).toBeTruthy()
})

test('a chosen file is saved under the name the server gave it', async () => {
  show({ answers: [file('content')] })
  await open()
  fireEvent.click(screen.getByRole('menuitem', { name: /^Excel/ }))
  await waitFor(() => expect(saved).toHaveLength(1))
  expect(saved[0]?.name).toBe('Séances 24.csv')
  expect(await saved[0]?.content.text()).toBe('content')
  expect(screen.queryByRole('menu')).toBeNull()
})

test('what went wrong is said in Foyer’s words, and can be tried again', async () => {
  const asked = show({ answers: [problem(503, 'upstream_unavailable', 'GoTo is still being read.'), file('content')] })
  await open()
  fireEvent.click(screen.getByRole('menuitem', { name: /^Excel/ }))
  expect(await screen.findByText('Nothing was downloaded. GoTo is still being read.')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(saved).toHaveLength(1))
  expect(asked[1]).toBe(asked[0])
})

test('a file that breaks off is not saved', async () => {
  const broken = new Response(
    new ReadableStream({
      pull: (controller) => controller.error(new TypeError('cut')),
    }),
  )
  show({ answers: [broken] })
  await open()
  fireEvent.click(screen.getByRole('menuitem', { name: /^Excel/ }))
  expect(await screen.findByText(/^Nothing was downloaded\. Foyer cannot be reached/)).toBeTruthy()
  expect(saved).toEqual([])
})

test('a press that means another tab is left to the browser', async () => {
  const asked = show()
  await open()
  const left: boolean[] = []
  // In place of the browser, which would follow the link.
  window.addEventListener(
    'click',
    (event) => {
      left.push(!event.defaultPrevented)
      event.preventDefault()
    },
    { once: true },
  )
  fireEvent.click(screen.getByRole('menuitem', { name: /^Excel/ }), { ctrlKey: true })
  expect(left).toEqual([true])
  expect(asked).toEqual([])
})

test('the arrow down opens the menu', async () => {
  show()
  fireEvent.keyDown(button(), { key: 'ArrowDown' })
  expect(await screen.findAllByRole('menuitem')).toHaveLength(5)
})

test('while the files can’t be had the menu says why, and its entries can’t be pressed', async () => {
  const asked = show({ rows: 3, waiting: 'Ready when everything is read: 3 of 5 organizers' })
  await open()
  expect(
    screen.getByRole('group', { name: 'Sessions · Ready when everything is read: 3 of 5 organizers' }),
  ).toBeTruthy()
  const items = screen.getAllByRole('menuitem')
  expect(items.map((item) => item.getAttribute('aria-disabled'))).toEqual(items.map(() => 'true'))
  for (const item of items) fireEvent.click(item)
  expect(asked).toEqual([])
  expect(screen.getByRole('menu')).toBeTruthy()
})
