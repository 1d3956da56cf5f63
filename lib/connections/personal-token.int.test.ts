import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { setEnv } from '#lib/env.ts'
import { setGotoFetch } from '#lib/goto/transport.ts'
import { demoPat } from '#lib/sandbox/oauth/token.ts'
import { type UnreadPortal, unreadPortal } from '#lib/testing/portal.ts'
import { companyReading } from './company-reading.ts'
import { gotoForCompany } from './goto-for-company.ts'

const ours = '200000000000002211'
let portal: UnreadPortal
let asked: string[] = []

beforeAll(async () => {
  portal = await unreadPortal()
  setEnv({ gotoPat: demoPat })
})

afterAll(() => portal.close())

afterEach(() => {
  asked = []
  // An access token lasts an hour: the next test gets its own.
  portal.pass(61)
})

test('on its own it reads the company whose account is set', async () => {
  setEnv({ gotoAccountKey: ours })
  expect(await companyReading()).toMatchObject({ accountKey: ours, source: 'administrator' })
  expect((await listAll()).length).toBeGreaterThan(2)
})

test('from another account than the company’s it reads nothing', async () => {
  setEnv({ gotoAccountKey: '11' })
  watch()
  await expect(listAll()).rejects.toMatchObject({ code: 'not_connected', message: expect.stringContaining('GOTO_PAT') })
  expect(asked.filter((path) => path.startsWith('/G2M/'))).toEqual([])
})

test('however many calls wait for it, it is exchanged and identified once', async () => {
  setEnv({ gotoAccountKey: ours })
  watch()
  await Promise.all(Array.from({ length: 10 }, listAll))
  portal.pass(61)
  await Promise.all(Array.from({ length: 10 }, listAll))
  expect(asked.filter((path) => path === '/oauth/token')).toHaveLength(2)
  expect(asked.filter((path) => path === '/admin/rest/v1/me')).toHaveLength(2)
})

test('when the token of many calls turns bad at once, one exchanges it', async () => {
  setEnv({ gotoAccountKey: ours })
  let bad: string | null = null
  watch((request) => {
    if (!request.url.endsWith('/organizers')) return null
    bad ??= request.headers.get('authorization')
    const body = { int_err_code: 'InvalidToken', msg: 'Invalid token passed' }
    return request.headers.get('authorization') === bad ? Response.json(body, { status: 403 }) : null
  })
  await listGroups()
  asked = []
  await Promise.all(Array.from({ length: 5 }, listAll))
  expect(asked.filter((path) => path === '/oauth/token')).toHaveLength(1)
})

test('after a refusal the next call tries again', async () => {
  setEnv({ gotoAccountKey: ours })
  portal.sandbox.fault('token', 503)
  await expect(listAll()).rejects.toMatchObject({ code: 'upstream_unavailable' })
  expect((await listAll()).length).toBeGreaterThan(2)
})

function listAll() {
  return gotoForCompany({ lane: 'background' })
    .call('listOrganizers')
    .then(({ rows }) => rows)
}

function listGroups() {
  return gotoForCompany({ lane: 'background' }).call('listGroups')
}

function watch(instead: (request: Request) => Response | null = () => null): void {
  setGotoFetch(async (request) => {
    asked.push(new URL(request.url).pathname)
    return instead(request) ?? portal.sandbox.fetch(request)
  })
}
