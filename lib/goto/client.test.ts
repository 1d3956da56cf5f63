import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { created, draft, failure, fakeGoto, host, json, meeting } from './fake-goto.ts'
import { setGotoFetch } from './transport.ts'

let goto: ReturnType<typeof fakeGoto>

beforeEach(() => {
  goto = fakeGoto()
})
afterEach(() => setGotoFetch(null))

const invalidToken = { int_err_code: 'InvalidToken', msg: 'Invalid token passed' }

describe('what is sent', () => {
  test('only our own headers go to GoTo, and a token only in one of them', async () => {
    goto.answers(json(200, host))
    await goto.client.call('startMeeting', meeting)
    expect(goto.sent).toEqual([
      {
        method: 'GET',
        url: 'https://api.example.net/G2M/rest/meetings/123456789/start',
        headers: { accept: 'application/json', 'user-agent': 'Foyer', authorization: 'Bearer token-1' },
        body: '',
      },
    ])
  })

  test('a body is JSON with the contract’s keys', async () => {
    goto.answers(json(201, created))
    await goto.client.call('createMeeting', draft)
    expect(goto.sent[0]?.headers['content-type']).toBe('application/json')
    expect(JSON.parse(goto.sent[0]?.body ?? '')).toEqual(draft.body)
  })

  test.each(['1/../../admin', '1?x=1', '123-456-789', '１２３', ''])(
    'an id like %j never reaches an address',
    async (meetingId) => {
      goto.answers(json(200, host))
      expect((await failure(goto.client.call('startMeeting', { path: { meetingId } }))).code).toBe('internal')
      expect(goto.sent).toEqual([])
    },
  )

  test('a query value is encoded', async () => {
    goto.answers(json(200, []))
    await goto.client.call('listOrganizers', { query: { email: 'a&b=c@example.net' } })
    expect(goto.sent[0]?.url).toBe('https://api.example.net/G2M/rest/organizers?email=a%26b%3Dc%40example.net')
  })
})

describe('a bad token', () => {
  test('is refreshed once, and the same call repeated with the new one', async () => {
    goto.answers(json(403, invalidToken), json(200, host))
    expect(await goto.client.call('startMeeting', meeting)).toEqual({ hostUrl: host.hostURL })
    expect(goto.sent.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2'])
  })

  test('even for a POST: GoTo refused it before doing anything', async () => {
    goto.answers(json(403, invalidToken), json(201, created))
    expect((await goto.client.call('createMeeting', draft)).meetingId).toBe('1')
    expect(goto.sent).toHaveLength(2)
  })

  test('that is still bad after a refresh means: not connected', async () => {
    goto.answers(json(403, invalidToken))
    expect((await failure(goto.client.call('startMeeting', meeting))).code).toBe('not_connected')
    expect(goto.sent).toHaveLength(2)
  })

  test('without a way to refresh means: not connected', async () => {
    goto.answers(json(403, invalidToken))
    expect((await failure(goto.bareClient.call('startMeeting', meeting))).code).toBe('not_connected')
    expect(goto.sent).toHaveLength(1)
  })

  test('is told apart from a missing permission, which refreshes nothing', async () => {
    goto.answers(json(403, { int_err_code: 'NotAdmin', msg: 'no' }))
    expect((await failure(goto.client.call('listGroups'))).code).toBe('forbidden')
    expect(goto.sent).toHaveLength(1)
  })

  test('a 403 that says nothing at all is a missing permission', async () => {
    goto.answers(() => new Response(null, { status: 403 }))
    expect((await failure(goto.client.call('listGroups'))).code).toBe('forbidden')
    expect(goto.sent).toHaveLength(1)
  })

  test.each([
    [
      'identity',
      'getIdentityMe',
      () => new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } }),
    ],
    ['identity in the gateway’s words', 'getIdentityMe', json(403, invalidToken)],
    ['admin in the gateway’s words', 'getAdminMe', json(403, invalidToken)],
    ['identity with 403', 'getIdentityMe', () => new Response(null, { status: 403 })],
    ['admin', 'getAdminMe', () => json(401, { incidentId: '1', errors: [{ code: 'not.authenticated' }] })()],
    [
      'a product with the header only',
      'listGroups',
      () => new Response('{}', { status: 403, headers: { 'x-amzn-errortype': 'UnauthorizedException' } }),
    ],
  ] as const)('is recognised at %s', async (_where, name, answer) => {
    goto.answers(answer)
    await failure(goto.client.call(name))
    expect(goto.sent.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2'])
  })

  test('a fresh token rejected by the Admin API lacks the scope', async () => {
    goto.answers(json(401, { incidentId: '1', errors: [{ code: 'not.authenticated' }] }))
    expect((await failure(goto.client.call('getAdminMe'))).code).toBe('forbidden')
  })
})

describe('a list', () => {
  const good = { groupkey: 7, groupName: 'Depot' }

  test('with one odd row is the others, plus the odd one’s id', async () => {
    goto.answers(json(200, [good, { groupkey: 8, groupName: {} }, null]))
    expect(await goto.client.call('listGroups')).toMatchObject({
      rows: [{ groupKey: '7', groupName: 'Depot' }],
      setAside: [
        { id: '8', because: 'groupName has the wrong type' },
        { id: null, because: 'the row has the wrong type' },
      ],
    })
  })

  test.each([
    ['200 and no body', () => new Response('')],
    ['200 and a line break', () => new Response('\n')],
    ['204', () => new Response(null, { status: 204 })],
    ['200 and an empty array', json(200, [])],
  ])('that answers %s is empty', async (_how, answer) => {
    goto.answers(answer)
    expect(await goto.client.call('listUpcomingMeetings')).toEqual({ rows: [], setAside: [] })
  })

  test('without one readable row is refused, naming the problem but no value', async () => {
    goto.answers(json(200, [{ groupkey: 8, groupName: { CANARY: 1 } }]))
    const error = await failure(goto.client.call('listGroups'))
    expect(error.code).toBe('upstream_rejected')
    const shown = String(error.cause)
    expect(shown).toContain('groupName has the wrong type')
    expect(shown).not.toContain('CANARY')
  })
})
