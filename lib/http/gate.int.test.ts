import type { IncomingMessage } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sessionCookieName } from '#lib/auth/cookies.ts'
import { createSession } from '#lib/auth/create-session.ts'
import { endAllSessions } from '#lib/auth/end-session.ts'
import { forgetRows } from '#lib/auth/row-cache.ts'
import { actorOfToken } from '#lib/auth/session.ts'
import { db, inTransaction } from '#lib/db/client.ts'
import { setEnv } from '#lib/env.ts'
import { freshDatabase, type TestDatabase } from '#lib/testing/database.ts'
import { answerAtGate } from './gate.ts'
import { forgetRequests } from './limit-requests.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
  setEnv({ appUrl: 'https://meet.example.com' })
})
afterAll(() => database.close())
beforeEach(forgetRequests)

test('a stranger is sent to sign in, and back to what was asked for', async () => {
  expect(await ask('/')).toBe('/sign-in')
  expect(await ask('/history?from=2026-11-01&_rsc=1a2b')).toBe('/sign-in?from=%2Fhistory%3Ffrom%3D2026-11-01')
  expect(await ask('/meetings/019ab0c4-0000-7000-8000-000000000000/join')).toMatch(/^\/sign-in\?from=%2Fmeetings%2F/)
  expect(await ask('/sign-in')).toBeNull()
})

test('a session that is over, or never was, counts as none, and sign-in says that it is over', async () => {
  expect(await ask('/settings', 'made-up')).toBe('/sign-in?from=%2Fsettings&ended=1')
  expect(await ask('/sign-in', 'made-up')).toBeNull()
  const token = await signIn()
  const actor = await actorOfToken(token)
  if (!actor) throw new Error('The session just created is missing.')
  await endAllSessions(actor)
  expect(await ask('/', token)).toBe('/sign-in?ended=1')
})

test('who is signed in gets the document, and at sign-in is sent to where they wanted to go', async () => {
  const token = await signIn()
  expect(await ask('/history', token)).toBeNull()
  const home = 'https://meet.example.com'
  expect(await ask('/sign-in', token)).toBe(`${home}/`)
  expect(await ask('/sign-in?from=%2Fhistory%3Fq%3Dbudget', token)).toBe(`${home}/history?q=budget`)
  for (const from of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    '/%2e//evil.example',
    '/sign-in?from=/sign-in',
  ])
    expect(await ask(`/sign-in?from=${encodeURIComponent(from)}`, token)).toBe(home)
  // Also from a link elsewhere that names a way to sign in: nothing of that page happens to them.
  expect(await ask('/sign-in?way=goto', token)).toBe(`${home}/`)
  // What went wrong in another tab is read here.
  expect(await ask('/sign-in?error=access_denied', token)).toBeNull()
})

test('made-up sessions count against their address before they are looked up; sixty colleagues behind it do not', async () => {
  const tokens = await Promise.all(Array.from({ length: 60 }, signIn))
  for (const token of tokens)
    for (const path of ['/', '/history', '/settings']) expect(await ask(path, token)).toBeNull()
  const flood = () => atOnce(2_000, (nth) => ask('/history', `made-up-${nth}`))
  await expect(flood()).rejects.toMatchObject({ code: 'rate_limited' })
  // Known sessions are not of the flood, though they share its address.
  for (const token of tokens) expect(await ask('/history', token)).toBeNull()
})

test('a session that is over counts as nobody’s: whoever kept its cookie is limited', async () => {
  const token = await signIn()
  const actor = await actorOfToken(token)
  if (!actor) throw new Error('The session just created is missing.')
  await endAllSessions(actor)
  const flood = () => atOnce(6_000, () => ask('/sign-in', token))
  await expect(flood()).rejects.toMatchObject({ code: 'rate_limited' })
})

test('a stranger’s redirects are limited, generously: they cost next to nothing', async () => {
  for (let nth = 0; nth < 1_000; nth += 1) await ask('/')
  const flood = () => atOnce(5_000, () => ask('/'))
  await expect(flood()).rejects.toMatchObject({ code: 'rate_limited' })
})

test('documents that are rendered are limited for each person; those in memory are not', async () => {
  const token = await signIn()
  for (let nth = 0; nth < 1_000; nth += 1) expect(await ask('/', token, true)).toBeNull()
  const flood = () => atOnce(1_000, () => ask('/history', token))
  await expect(flood()).rejects.toMatchObject({ code: 'rate_limited' })
})

/** However slow the machine is: one after the other, time forgives as they go. */
async function atOnce(count: number, act: (nth: number) => Promise<unknown>): Promise<void> {
  const answers = await Promise.allSettled(Array.from({ length: count }, (_, nth) => act(nth)))
  const refused = answers.find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined
  if (refused) throw refused.reason
}

async function signIn(): Promise<string> {
  const { id: personId } = await db().person.create({ data: { name: 'A colleague', createdAt: new Date() } })
  const { token } = await inTransaction((tx) => createSession(tx, { personId, via: 'company', userAgent: 'test' }))
  return token
}

function ask(url: string, token: string | null = null, isInMemory = false): Promise<string | null> {
  forgetRows()
  const cookie = token === null ? {} : { cookie: `${sessionCookieName()}=${token}` }
  const request = { url, headers: { 'x-foyer-address': '203.0.113.9', ...cookie } } as unknown as IncomingMessage
  return answerAtGate(request, url.split('?', 1)[0] ?? '', isInMemory)
}
