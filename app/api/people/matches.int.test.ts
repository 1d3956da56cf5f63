import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { POST } from './matches/route.ts'

let portal: TestPortal
let erin: UserActor

beforeEach(async () => {
  portal = await testPortal()
  erin = await portal.employee('erin@example.com')
})
afterEach(() => portal.close())

async function statuses(requests: number, names: string[]): Promise<number[]> {
  const ask = async () =>
    (await POST(portal.request(erin, '/api/people/matches', { method: 'POST', body: { names } }))).status
  return Promise.all(Array.from({ length: requests }, ask))
}

test('a person’s many lists of names wait for each other, and more than can wait are refused', async () => {
  const answers = await statuses(40, ['Olivia'])
  expect(answers.filter((status) => status === 200)).toHaveLength(32)
  expect(answers.filter((status) => status === 429)).toHaveLength(8)
})

test('each name counts, so that long lists are slowed like as many searches', async () => {
  // Names that take no time, which would make up for what they count.
  const names = Array.from({ length: 50 }, () => ' ')
  expect(await statuses(20, names)).toContain(429)
})
