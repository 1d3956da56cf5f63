import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setEnv } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import type { Budget } from './budget.ts'
import { gotoClient } from './client.ts'
import { identifyGoto } from './identify.ts'
import { setGotoFetch } from './transport.ts'

const budget: Budget = { acquire: async () => undefined, slowDown: async () => undefined }

beforeEach(() => setEnv({ gotoAuthUrl: 'https://auth.example.net', gotoApiUrl: 'https://api.example.net' }))
afterEach(() => setGotoFetch(null))

describe('who a token belongs to', () => {
  const admin = { key: 7000000000004417, accountKey: '11', email: 'p@example.net', firstName: 'P', lastName: 'R' }
  const person = {
    id: '7000000000004417',
    userName: 'p@example.net',
    displayName: 'P R',
    name: { givenName: 'P', familyName: 'R' },
  }

  test('the Admin API names account and roles', async () => {
    routes({
      '/admin/rest/v1/me': [
        200,
        {
          ...admin,
          adminRoles: ['SUPER_USER'],
          accounts: [
            { key: 11, name: 'A' },
            { key: '12', name: 'B', adminRoles: [] },
          ],
        },
      ],
    })
    expect(await identify()).toEqual({
      organizerKey: '7000000000004417',
      email: 'p@example.net',
      firstName: 'P',
      lastName: 'R',
      accountKey: '11',
      accounts: [
        { accountKey: '11', name: 'A', adminRoles: ['SUPER_USER'] },
        { accountKey: '12', name: 'B', adminRoles: [] },
      ],
      hasAdminScope: true,
      accountAdvice: null,
    })
  })

  test('a token without the Admin scope goes to the identity API, and has no roles', async () => {
    routes({
      '/admin/rest/v1/me': [401, { incidentId: '1', errors: [{ code: 'not.authenticated' }] }],
      '/identity/v1/Users/me': [
        200,
        { ...person, accounts: [{ value: '11', display: 'A', entitlements: ['acctadmin'] }] },
      ],
    })
    expect(await identify()).toMatchObject({
      organizerKey: '7000000000004417',
      accountKey: '11',
      accounts: [{ accountKey: '11', adminRoles: [] }],
      hasAdminScope: false,
    })
  })

  test('among several accounts none is guessed', async () => {
    routes({
      '/admin/rest/v1/me': [403, {}],
      '/identity/v1/Users/me': [200, { ...person, accounts: [{ value: '11' }, { value: '12' }] }],
    })
    expect((await identify()).accountKey).toBeNull()
  })

  test('a bad token is not taken for a missing scope', async () => {
    routes({
      '/admin/rest/v1/me': [401, { incidentId: '1', errors: [{ code: 'not.authenticated' }] }],
      '/identity/v1/Users/me': [401, null],
    })
    await expect(identify()).rejects.toMatchObject({ code: 'not_connected' })
  })

  test('an Admin API that is down is not taken for a missing scope', async () => {
    routes({ '/admin/rest/v1/me': [500, {}] })
    await expect(identify()).rejects.toMatchObject({ code: 'upstream_unavailable' })
  })

  describe('when neither API names an account', () => {
    const own = { ...person }
    const planned = (organizerKey: string, accountKey: string) => ({
      meetingId: '421907356',
      subject: 'Depot',
      meetingType: 'recurring',
      organizerKey,
      accountKey,
    })
    const silent = { '/admin/rest/v1/me': [403, {}], '/identity/v1/Users/me': [200, own] } as const
    const company = (accessToken: () => Promise<string>) => {
      const client = gotoClient({ accessToken, lane: 'interactive', budget: () => budget })
      return { company: { accountKey: '44', client } }
    }
    const lent = company(async () => 'EXAMPLE-COMPANY')
    const notLent = company(() => Promise.reject(new AppError('not_connected', 'nobody lends')))
    const noLicence = [403, { int_err_code: 'NoLicence', msg: '' }] as const

    test('the token’s own answer may name it', async () => {
      routes(silent)
      const identity = await identify({ accountKey: '11' })
      expect(identity).toMatchObject({ accountKey: '11', accounts: [{ accountKey: '11' }], accountAdvice: null })
    })

    test('what the person planned names it, what others planned with them does not', async () => {
      const rows = [planned('7000000000004417', '20000000000000221100004'), planned('9', '99')]
      routes({ ...silent, '/G2M/rest/upcomingMeetings': [200, rows] })
      expect((await identify()).accounts).toEqual([{ accountKey: '20000000000000221100004', name: '', adminRoles: [] }])
    })

    test('the company finds the person among its organizers, or does not', async () => {
      const organizers = '/G2M/rest/organizers/7000000000004417'
      const found = [200, [{ organizerKey: 7000000000004417, email: 'p@example.net' }]] as const
      routes({ ...silent, '/G2M/rest/upcomingMeetings': noLicence, [organizers]: found })
      expect((await identify(lent)).accountKey).toBe('44')
      expect((await identify(notLent)).accounts).toEqual([])
      routes({ ...silent, '/G2M/rest/upcomingMeetings': noLicence, [organizers]: [404, {}] })
      expect((await identify(lent)).accounts).toEqual([])
    })

    test('roles without an account are not taken for roles in the one found', async () => {
      const me = { key: '7000000000004417', email: 'p@example.net', adminRoles: ['SUPER_USER'] }
      routes({ ...silent, '/admin/rest/v1/me': [200, me] })
      const identity = await identify({ accountKey: '11' })
      expect(identity).toMatchObject({ accounts: [{ accountKey: '11', adminRoles: [] }], hasAdminScope: false })
    })

    test('an account that only the identity API names is the one with the roles if it is the only one', async () => {
      const me = { key: '7000000000004417', email: 'p@example.net', adminRoles: ['SUPER_USER'] }
      const accounts = [{ value: 'depot-eu' }]
      routes({ '/admin/rest/v1/me': [200, me], '/identity/v1/Users/me': [200, { ...own, accounts }] })
      expect(await identify()).toMatchObject({
        accountKey: 'depot-eu',
        accounts: [{ accountKey: 'depot-eu', adminRoles: ['SUPER_USER'] }],
        hasAdminScope: true,
      })
    })

    test('as a last resort, a sentence says what to ask the administrator for', async () => {
      routes({ ...silent, '/G2M/rest/upcomingMeetings': [200, []] })
      const { accountKey, accounts, accountAdvice } = await identify(notLent)
      expect([accountKey, accounts]).toEqual([null, []])
      expect(accountAdvice).toMatch(/administrator of your GoTo account.*Admin Center scope/)
    })

    test('no answer from GoTo does not mean there is none', async () => {
      routes({ ...silent, '/G2M/rest/upcomingMeetings': [500, {}] })
      await expect(identify()).rejects.toMatchObject({ code: 'upstream_unavailable' })
    })
  })
})

function identify(known?: Parameters<typeof identifyGoto>[2]) {
  return identifyGoto('EXAMPLE-ACCESS', { budget: () => budget }, known)
}

function routes(table: Record<string, readonly [number, object | null]>): void {
  setGotoFetch(async (request) => {
    const [status, body] = table[new URL(request.url).pathname] ?? [404, {}]
    return new Response(body === null ? null : JSON.stringify(body), { status })
  })
}
