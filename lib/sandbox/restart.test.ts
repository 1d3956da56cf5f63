import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { machineVariables } from '#lib/env.ts'
import { lastDays, meetingBody, people, testSandbox } from './test-calls.ts'

const { olivia, adam } = people
let dataDir = ''

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'sandbox-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

test('meetings, acts, organizers, grants, settings, faults and the clock survive a restart', async () => {
  const before = testSandbox({ dataDir })
  const { call, plan, sandbox } = before
  const { access_token: token } = sandbox.tokenFor(olivia, { limited: false })
  const [held, waiting] = [await plan(olivia), await plan(olivia, {}, 60)]
  sandbox.act(held, 'join', { name: 'Ann' })
  sandbox.act(held, 'start')
  sandbox.advance(600)
  sandbox.act(held, 'end')
  sandbox.act(waiting, 'join', { name: 'Bob' })
  await call(adam, 'createOrganizer', {
    body: { organizerEmail: 'new@example.com', firstName: 'New', lastName: 'One', productType: 'G2M' },
  })
  sandbox.settings({ refresh: 'single-use' })
  const { hostUrl } = await call(olivia, 'startMeeting', { path: { meetingId: waiting } })
  sandbox.fault('getMeeting', 503)
  const upcoming = await call(olivia, 'listUpcomingMeetings')
  sandbox.close()

  const after = testSandbox({ dataDir })
  expect(after.sandbox.now().toISOString()).toBe('2026-11-24T09:10:00.000Z')
  expect((await after.send(olivia, 'getMeeting', { path: { meetingId: held }, token })).status).toBe(503)
  expect((await after.send(olivia, 'getMeeting', { path: { meetingId: held }, token })).status).toBe(200)
  expect(await after.call(olivia, 'listUpcomingMeetings')).toEqual(upcoming)
  expect(await after.call(olivia, 'listAttendees', { path: { meetingId: held } })).toMatchObject([{ duration: 10 }])
  expect(await after.call(adam, 'listOrganizers')).toHaveLength(5)
  expect((await after.sandbox.fetch(hostUrl)).status).toBe(200)
  after.sandbox.act(waiting, 'start')
  expect(after.sandbox.act(waiting, 'leave', { name: 'Bob' }).present).toBe(0)
  expect(await after.plan(olivia)).not.toBe(waiting)
  after.sandbox.close()
})

test('a line cut short at the end is dropped, and nothing else', async () => {
  const before = testSandbox({ dataDir })
  const meetingId = await before.plan(olivia)
  before.sandbox.close()
  appendFileSync(join(dataDir, 'sandbox.jsonl'), '["meetings","999","{\\"id')
  const after = testSandbox({ dataDir })
  expect((await after.call(olivia, 'getMeeting', { path: { meetingId } })).subject).toBe('Budget')
  after.sandbox.close()
  for (const line of readFileSync(join(dataDir, 'sandbox.jsonl'), 'utf8').trim().split('\n')) {
    expect(() => JSON.parse(line)).not.toThrow()
  }
})

test('what was acknowledged before a SIGKILL is there afterwards', { timeout: 30_000 }, async () => {
  const port = await freePort()
  const site = `http://127.0.0.1:${port}`
  const first = await startProcess(port)
  const token = await tokenOf(site)
  const created = await post(
    `${site}/G2M/rest/meetings`,
    meetingBody(testSandbox({ now: () => new Date() }).sandbox, 30),
    token,
  )
  const id = String((created as [{ meetingid: number }])[0].meetingid)
  await post(`${site}/__sandbox/act`, { meetingId: id, do: 'start' })
  await post(`${site}/__sandbox/act`, { meetingId: id, do: 'join', name: 'Ann' })
  first.kill('SIGKILL')
  await once(first, 'exit')

  const second = await startProcess(port)
  const reply = await fetch(`${site}/G2M/rest/meetings/${id}`, { headers: { authorization: `Bearer ${token}` } })
  expect(await reply.json()).toMatchObject([{ status: 'ACTIVE' }])
  expect(await post(`${site}/__sandbox/act`, { meetingId: id, do: 'leave', name: 'Ann' })).toMatchObject({ present: 0 })
  second.kill('SIGTERM')
  const [code] = await once(second, 'exit')
  expect(code).toBe(0)
})

test('a company started at another time goes on from there, and neither a restart nor a reset goes back', () => {
  const startsAt = new Date('2027-03-28T00:50:00Z')
  const before = testSandbox({ dataDir, startsAt })
  before.pass(10)
  before.sandbox.advance(600)
  expect(before.sandbox.now().toISOString()).toBe('2027-03-28T01:10:00.000Z')
  before.sandbox.close()

  const after = testSandbox({ dataDir, startsAt })
  after.pass(15)
  expect(after.sandbox.now().toISOString()).toBe('2027-03-28T01:15:00.000Z')
  after.sandbox.reset()
  expect(after.sandbox.now().toISOString()).toBe('2027-03-28T01:05:00.000Z')
  after.sandbox.close()
})

test('the simulated past is the same after a restart', async () => {
  const before = testSandbox({ dataDir })
  const query = lastDays(before.sandbox, 28)
  const sessions = await before.call(olivia, 'listHistoricalMeetings', { query })
  expect(sessions.length).toBeGreaterThan(10)
  before.sandbox.close()
  const after = testSandbox({ dataDir })
  after.pass(3 * 24 * 60)
  expect(await after.call(olivia, 'listHistoricalMeetings', { query })).toEqual(sessions)
  after.sandbox.close()
})

async function startProcess(port: number) {
  const env = { ...machineVariables(), SANDBOX_PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'silent' }
  const child = spawn(process.execPath, ['lib/sandbox/main.ts'], {
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  expect(String(line)).toContain(`http://127.0.0.1:${port}`)
  return child
}

async function tokenOf(site: string): Promise<string> {
  const answer = (await post(`${site}/__sandbox/tokens`, { email: olivia })) as { access_token: string }
  return answer.access_token
}

async function post(url: string, body: unknown, token = ''): Promise<unknown> {
  const reply = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  })
  expect(reply.ok).toBe(true)
  return reply.json()
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
