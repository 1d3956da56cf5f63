import { describe, expect, test } from 'vitest'
import { people, testSandbox } from './test-calls.ts'

const { olivia, adam } = people
const site = 'http://127.0.0.1:4010'

/** Somebody in a browser without JavaScript: opens pages, fills in the form, clicks. */
function visitor(here: ReturnType<typeof testSandbox>) {
  const { sandbox } = here
  let at = ''
  let text = ''

  async function open(address: string) {
    const reply = await sandbox.fetch(address)
    at = address
    text = await reply.text()
    return reply.status
  }

  async function press(button: string, fields: Record<string, string> = {}) {
    const [, value] = new RegExp(`<button name="do" value="(\\w+)">${button}</button>`).exec(text) ?? []
    if (!value) throw new Error(`There is no button ${button} on: ${text}`)
    const hidden = [...text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)].map(
      ([, name = '', known = '']) => [name, known],
    )
    const body = new URLSearchParams([...hidden, ...Object.entries(fields), ['do', value]])
    const reply = await sandbox.fetch(at, { method: 'POST', body })
    expect(reply.status).toBe(303)
    await open(new URL(reply.headers.get('location') ?? '', at).href)
  }

  return { open, press, says: () => text.replace(/<style>.*?<\/style>/s, '').replaceAll(/<[^>]+>/g, ' ') }
}

async function hostOf(here: ReturnType<typeof testSandbox>, meetingId: string) {
  const { hostUrl } = await here.call(olivia, 'startMeeting', { path: { meetingId } })
  const host = visitor(here)
  await host.open(hostUrl)
  return host
}

describe('the join and host pages', () => {
  test('somebody waiting is let in at the start, leaves, and is an attendee with the right times', async () => {
    const here = testSandbox({ origin: site })
    const { call, plan, pass } = here
    const meetingId = await plan(olivia)
    const guest = visitor(here)
    await guest.open(`${site}/join/${meetingId}`)
    await guest.press('Join', { name: 'Erin Walsh', email: 'erin@example.com' })
    expect(guest.says()).toContain('Waiting for the organizer')
    pass(4)
    const host = await hostOf(here, meetingId)
    expect(host.says()).toContain('1 person waiting')
    await host.press('Start')
    expect(host.says()).toContain('Running. 1 person inside.')
    pass(6)
    await guest.press('Leave')
    expect(guest.says()).toContain('You left.')
    pass(5)
    await host.press('End')
    const rows = await call(olivia, 'listAttendees', { path: { meetingId } })
    expect(rows).toMatchObject([
      {
        attendeeName: 'Erin Walsh',
        attendeeEmail: 'erin@example.com',
        joinTime: '2026-11-24T09:04:00.000Z',
        leaveTime: '2026-11-24T09:10:00.000Z',
        endTime: '2026-11-24T09:15:00.000Z',
      },
    ])
  })

  test('people still inside at the end leave with it; people who left the waiting room never came', async () => {
    const here = testSandbox({ origin: site })
    const meetingId = await here.plan(olivia)
    const [stays, goes] = [visitor(here), visitor(here)]
    for (const [guest, name] of [
      [stays, 'Stays'],
      [goes, 'Goes'],
    ] as const) {
      await guest.open(`${site}/join/${meetingId}`)
      await guest.press('Join', { name })
    }
    await goes.press('Leave')
    const host = await hostOf(here, meetingId)
    await host.press('Start')
    here.pass(3)
    await host.press('End')
    const rows = await here.call(olivia, 'listAttendees', { path: { meetingId } })
    expect(rows).toMatchObject([{ attendeeName: 'Stays', leaveTime: '2026-11-24T09:03:00.000Z', attendeeEmail: null }])
  })

  test('the open page notices on its own that the meeting started', async () => {
    const here = testSandbox({ origin: site })
    const meetingId = await here.plan(olivia)
    const state = async () => (await here.sandbox.fetch(`${site}/join/${meetingId}/state?name=Ann`)).json()
    expect(await state()).toEqual({ place: 'outside', status: 'INACTIVE' })
    here.sandbox.act(meetingId, 'join', { name: 'Ann' })
    expect(await state()).toEqual({ place: 'waiting', status: 'INACTIVE' })
    here.sandbox.act(meetingId, 'start')
    expect(await state()).toEqual({ place: 'in', status: 'ACTIVE' })
  })

  test('name and e-mail may come with the address, and nothing from it becomes markup', async () => {
    const here = testSandbox({ origin: site })
    const meetingId = await here.plan(olivia, { subject: 'Trial &lt;img&gt; "x"' })
    const query = new URLSearchParams({ name: '"><script>alert(1)</script>', email: 'ann@guest.example' })
    const text = await (await here.sandbox.fetch(`${site}/join/${meetingId}?${query}`)).text()
    expect(text).toContain('value="ann@guest.example"')
    expect(text).toContain('Trial &lt;img&gt;')
    expect(text).not.toContain('<script>alert')
    expect(text).not.toContain('<img>')
    expect(text).toMatch(/<label for="name">Your name<\/label>.*<label for="email">E-mail \(optional\)<\/label>/s)
  })

  test('ids with dashes lead to the same page, unknown ones to a sentence', async () => {
    const here = testSandbox({ origin: site })
    const meetingId = await here.plan(olivia)
    const guest = visitor(here)
    expect(await guest.open(`${site}/join/${meetingId.replace(/(\d{3})(?=\d)/g, '$1-')}`)).toBe(200)
    expect(await guest.open(`${site}/join/999999999`)).toBe(404)
  })

  test('the host page opens only for its own token', async () => {
    const here = testSandbox({ origin: site })
    const [first, second] = [await here.plan(olivia), await here.plan(olivia, {}, 60)]
    const { hostUrl } = await here.call(olivia, 'startMeeting', { path: { meetingId: first } })
    const guest = visitor(here)
    expect(await guest.open(hostUrl)).toBe(200)
    expect(await guest.open(hostUrl.replaceAll(first, second))).toBe(403)
    expect(await guest.open(hostUrl.replace('authenticationToken=eyJ', 'authenticationToken=eyK'))).toBe(403)
    const reply = await here.sandbox.fetch(hostUrl.replace('authenticationToken=', 'x='), {
      method: 'POST',
      body: 'do=start',
    })
    expect(reply.status).toBe(403)
  })
})

describe('acting in the simulated company', () => {
  async function running(here: ReturnType<typeof testSandbox>) {
    const organizers = await here.call(adam, 'listOrganizers')
    for (const { organizerKey, email } of organizers) {
      const rows = await here.call(adam, 'listUpcomingMeetingsByOrganizer', { path: { organizerKey } })
      const row = rows.find(({ status }) => status === 'ACTIVE')
      if (row) return { meetingId: row.meetingId, email }
    }
    throw new Error('Nothing is running.')
  }

  test('a visitor to a running meeting is among its attendees', async () => {
    const here = testSandbox()
    const { meetingId, email } = await running(here)
    here.sandbox.act(meetingId, 'join', { name: 'Erin Walsh' })
    here.pass(2)
    here.sandbox.act(meetingId, 'leave', { name: 'Erin Walsh' })
    here.pass(600)
    const rows = await here.call(email, 'listAttendees', { path: { meetingId } })
    const today = rows.filter((row) => (row.joinTime ?? '') > '2026-11-24')
    expect(today.length).toBeGreaterThan(1)
    expect(today.filter((row) => row.attendeeName === 'Erin Walsh')).toHaveLength(1)
    expect(today.find((row) => row.attendeeName === 'Erin Walsh')).toMatchObject({
      joinTime: '2026-11-24T09:00:00.000Z',
      leaveTime: '2026-11-24T09:02:00.000Z',
    })
  })

  test('ending one early shows in the history', async () => {
    const here = testSandbox()
    const { meetingId, email } = await running(here)
    here.pass(1)
    here.sandbox.act(meetingId, 'end')
    const sessions = await here.call(email, 'listMeetings', {
      query: { history: 'true', startDate: '2026-11-24T00:00:00Z', endDate: '2026-11-24T12:00:00Z' },
    })
    expect(sessions.find((row) => row.meetingId === meetingId)?.endTime).toBe('2026-11-24T09:01:00.000Z')
    for (const row of await here.call(email, 'listAttendees', { path: { meetingId } })) {
      expect(row.leaveTime).not.toBeNull()
      expect(Date.parse(row.leaveTime ?? '')).toBeLessThanOrEqual(Date.parse('2026-11-24T09:01:00.000Z'))
    }
  })
})
