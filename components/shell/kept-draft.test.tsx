import { waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { testDrafts } from './fixture.tsx'

type Drafts = typeof import('./kept-draft.ts')
const typed = { text: 'Zelda Quill, zelda@customer.test' }
const others = { id: 'another session', key: btoa('o'.repeat(32)) }

let page: Drafts
const pages: Drafts[] = []
beforeEach(async () => {
  page = await newPage()
})
afterEach(() => {
  for (const one of pages.splice(0)) one.forgetDrafts()
  vi.unstubAllGlobals()
  localStorage.clear()
})

/** Nothing is left of the page before but what the browser keeps. */
async function newPage(): Promise<Drafts> {
  vi.resetModules()
  const opened = await import('./kept-draft.ts')
  pages.push(opened)
  return opened
}

function read({ readDraft }: Drafts, place = 'form'): string | null {
  return readDraft(place, (kept): kept is typeof typed => kept !== undefined)?.text ?? null
}

async function keep(on: Drafts): Promise<void> {
  await on.openDrafts(testDrafts)
  on.keepDraft('form', typed)
  await waitFor(() => expect(Object.keys(localStorage)).toContain('foyer-draft-form'))
}

/** What this page does when its session turns out to be over. */
function watchReload(): { reload: ReturnType<typeof vi.fn> } {
  const reload = vi.fn()
  vi.stubGlobal('location', { ...window.location, reload })
  return { reload }
}

test('what was typed is there after a reload in the same session, and nothing of it can be read in the store', async () => {
  await keep(page)
  for (const text of ['Zelda', 'customer', typed.text]) expect(JSON.stringify({ ...localStorage })).not.toContain(text)
  const reloaded = await newPage()
  expect(read(reloaded)).toBeNull()
  await reloaded.openDrafts(testDrafts)
  expect(read(reloaded)).toBe(typed.text)
})

test('in another session, of the same or another person, it is gone for good', async () => {
  await keep(page)
  const next = await newPage()
  await next.openDrafts(others)
  expect(read(next)).toBeNull()
  expect(Object.keys(localStorage)).toEqual(['foyer-drafts-of'])
  const again = await newPage()
  await again.openDrafts(testDrafts)
  expect(read(again)).toBeNull()
})

test('a key alone opens nothing of another session that had the same one', async () => {
  await keep(page)
  const next = await newPage()
  await next.openDrafts({ ...others, key: testDrafts.key })
  expect(read(next)).toBeNull()
})

test('when the session ends nothing stays, neither here nor in the store', async () => {
  await keep(page)
  page.forgetDrafts()
  expect(read(page)).toBeNull()
  expect(localStorage.length).toBe(0)
})

test('what is typed while it is being sealed wins; what was saved meanwhile does not come back', async () => {
  await page.openDrafts(testDrafts)
  page.keepDraft('form', { text: 'first' })
  page.keepDraft('form', { text: 'second' })
  page.keepDraft('saved', typed)
  page.keepDraft('saved', null)
  await waitFor(() => expect(Object.keys(localStorage)).toContain('foyer-draft-form'))
  const reloaded = await newPage()
  await reloaded.openDrafts(testDrafts)
  expect(read(reloaded)).toBe('second')
  expect(read(reloaded, 'saved')).toBeNull()
})

test('what another tab keeps can be read here, and what it forgets is forgotten', async () => {
  await keep(page)
  const tab = await newPage()
  await tab.openDrafts(testDrafts)
  const newValue = localStorage.getItem('foyer-draft-form')
  tab.keepDraft('form', null)
  expect(read(tab)).toBeNull()
  window.dispatchEvent(new StorageEvent('storage', { key: 'foyer-draft-form', newValue }))
  await waitFor(() => expect(read(tab)).toBe(typed.text))
  window.dispatchEvent(new StorageEvent('storage', { key: 'foyer-draft-form', newValue: null }))
  await waitFor(() => expect(read(tab)).toBeNull())
})

test.each([
  ['another session has begun', { key: 'foyer-drafts-of', newValue: 'another session' }],
  ['the session has ended', { key: 'foyer-drafts-of', newValue: null }],
  ['everything was cleared', { key: null, newValue: null }],
])('in another tab %s: this page forgets what it knows and asks the server again', async (_, event) => {
  const { reload } = watchReload()
  await keep(page)
  window.dispatchEvent(new StorageEvent('storage', event))
  expect(reload).toHaveBeenCalledOnce()
  expect(read(page)).toBeNull()
})

test('the page that logs off itself has its store emptied by the answer, and goes its own way', async () => {
  const { reload } = watchReload()
  await keep(page)
  const { noteLoggingOff } = await import('./logging-off.ts')
  noteLoggingOff(true)
  window.dispatchEvent(new StorageEvent('storage', { key: null, newValue: null }))
  expect(reload).not.toHaveBeenCalled()
  expect(read(page)).toBeNull()
})

test('a page that learns of another session from the server shows none of what it has', async () => {
  const { reload } = watchReload()
  await keep(page)
  await page.openDrafts(others)
  expect(reload).toHaveBeenCalledOnce()
  expect(read(page)).toBeNull()
})

test('where the browser cannot seal, a draft lasts as long as the page', async () => {
  vi.stubGlobal('crypto', {})
  await page.openDrafts(testDrafts)
  page.keepDraft('form', typed)
  expect(read(page)).toBe(typed.text)
  await Promise.resolve()
  expect(Object.keys(localStorage)).toEqual(['foyer-drafts-of'])
})
