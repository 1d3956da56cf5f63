import { beforeAll, describe, expect, test } from 'vitest'
import { env } from '#lib/env.ts'
import { toAppError } from '#lib/errors.ts'
import { createBudget } from './budget.ts'
import { type BudgetState, takeSlots } from './budget-rule.ts'
import { type GotoClient, gotoClient } from './client.ts'
import { gotoCalls } from './contract/calls.ts'
import { type GotoIdentity, identifyGoto } from './identify.ts'
import { exchangePersonalToken } from './oauth.ts'
import { realTiming } from './timing.ts'

/**
 * Reads from the real GoTo with `GOTO_PAT`, and changes nothing there. If it cannot parse something, the contract is
 * wrong.
 */
const { gotoClientId, gotoClientSecret, gotoPat, gotoRequestsPerSecond } = env()
const missing = Object.entries({
  GOTO_CLIENT_ID: gotoClientId,
  GOTO_CLIENT_SECRET: gotoClientSecret,
  GOTO_PAT: gotoPat,
})
  .filter(([, value]) => value === null)
  .map(([name]) => name)
if (missing.length > 0) process.stderr.write(`Skipping live calls to GoTo: ${missing.join(', ')} not set.\n`)

describe.skipIf(missing.length > 0)('the real GoTo', () => {
  let client: GotoClient
  let who: GotoIdentity
  const lastMonth = { startDate: at(-30), endDate: at(0) }

  beforeAll(async () => {
    const result = await exchangePersonalToken(gotoPat ?? '')
    if (result.kind === 'refused') throw new Error('GoTo does not accept GOTO_PAT.')
    const budget = memoryBudget()
    who = await identifyGoto(result.token.accessToken, { budget: () => budget })
    client = gotoClient({ accessToken: async () => result.token.accessToken, lane: 'background', budget: () => budget })
  })

  test('describes its sign-in as the contract does', async () => {
    const { path, response } = gotoCalls.getOauthMetadata
    const answer = await fetch(`${env().gotoAuthUrl}${path}`)
    // It was probed at identity.goto.com (goto-api.md 17.1); whether the configured host has it too is not recorded.
    if (answer.status === 404) return
    const metadata = response.answer.parse(await answer.json())
    expect(metadata.challengeMethods).toContain('S256')
    expect(metadata.revocationEndpoint).toContain(gotoCalls.revokeToken.path)
  })

  test('says who the token belongs to', () => {
    expect(who.organizerKey).toMatch(/^\d+$/)
    expect(who.accounts.length).toBeGreaterThan(0)
  })

  test("returns the person's own lists in shapes the contract knows", async () => {
    const { rows: upcoming } = await client.call('listUpcomingMeetings')
    const { rows: past } = await client.call('listHistoricalMeetings', { query: lastMonth })
    const ids = [...upcoming, ...past].map(({ meetingId }) => meetingId)
    for (const meetingId of new Set(ids.slice(0, 3))) await allowed(client.call('getMeeting', { path: { meetingId } }))
    for (const { meetingId } of past.slice(0, 3)) await allowed(client.call('listAttendees', { path: { meetingId } }))
  })

  test('answers administrators’ read calls, or says they are not allowed', async () => {
    const path = { organizerKey: who.organizerKey }
    await allowed(client.call('getOrganizer', { path }))
    await allowed(client.call('listUpcomingMeetingsByOrganizer', { path }))
    await allowed(client.call('listHistoricalMeetingsByOrganizer', { path, query: lastMonth }))
    await allowed(client.call('listAttendeesByOrganizer', { path, query: lastMonth }))
    await allowed(client.call('listOrganizers'))
    const groups = (await allowed(client.call('listGroups')))?.rows ?? []
    for (const { groupKey } of groups.slice(0, 2)) {
      await allowed(client.call('listOrganizersByGroup', { path: { groupKey } }))
      await allowed(client.call('listUpcomingMeetingsByGroup', { path: { groupKey } }))
      await allowed(client.call('listHistoricalMeetingsByGroup', { path: { groupKey }, query: lastMonth }))
    }
  })
})

/** The answer, or `null` where GoTo refuses in a documented way; an unreadable answer is a failure. */
async function allowed<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call
  } catch (error) {
    const { code } = toAppError(error)
    if (code === 'forbidden' || code === 'not_found' || code === 'invalid') return null
    throw error
  }
}

/** The same rule without a database, which this test does not need. */
function memoryBudget() {
  let state: BudgetState = { nextAtMs: 0, slowdown: 1, slowUntilMs: 0 }
  const store = {
    take: async (...[pace, request]: [Parameters<typeof takeSlots>[2], Parameters<typeof takeSlots>[3]]) => {
      const taken = takeSlots(state, Date.now(), pace, request)
      state = taken.state
      return taken.grant
    },
    slowDown: async () => undefined,
  }
  return createBudget(store, gotoRequestsPerSecond, realTiming)
}

function at(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString()
}
