import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SystemActor, UserActor } from '#lib/auth/actor.ts'
import { now, setClock } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { setGotoFetch } from '#lib/goto/transport.ts'
import { createMeeting } from '#lib/meetings/create/create-meeting.ts'
import { healCreations } from '#lib/meetings/create/heal-creations.ts'
import { listMeetings } from '#lib/meetings/list/list-meetings.ts'
import { getMeetingDetail } from '#lib/meetings/page/get-meeting-detail.ts'
import { readMeetings } from '#lib/meetings/reading/read-meetings.ts'
import { MeetingDraft } from '#lib/meetings/schema.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'

const worker: SystemActor = { kind: 'system', job: 'test' }

let portal: TestPortal
let olivia: UserActor

beforeEach(async () => {
  portal = await testPortal()
  olivia = await portal.connected('olivia@example.com')
})
afterEach(() => portal.close())

/** Tomorrow at ten, for half an hour. */
const planned = { startsAt: '2026-11-25T09:00:00Z', endsAt: '2026-11-25T09:30:00Z' }

function draftOf(part: Partial<Parameters<typeof MeetingDraft.parse>[0] & object> = {}): MeetingDraft {
  return MeetingDraft.parse({ subject: 'Budget', ...planned, ...part })
}

async function atGoto(subject: string): Promise<Record<string, unknown>[]> {
  const rows = (await portal.atGoto('olivia@example.com', 'GET', '/upcomingMeetings')) as Record<string, unknown>[]
  return rows.filter((row) => row.subject === subject)
}

/** The network in front of GoTo: `act` decides what becomes of creations. */
function onCreation(act: (request: Request) => Promise<Response>): void {
  setGotoFetch((request) => {
    const isCreation = request.method === 'POST' && new URL(request.url).pathname.endsWith('/meetings')
    return isCreation ? act(request) : portal.sandbox.fetch(request)
  })
}

async function made(
  attempt: Promise<unknown>,
): Promise<{ code?: string; message?: string; isUncertain?: boolean; fields?: object }> {
  return attempt.then(
    () => ({}),
    (error: { code: string; message: string; isUncertain: boolean; fields: object }) => error,
  )
}

describe('a meeting with defaults', () => {
  test('stands at GoTo and in everybody’s list at once, and the next reading changes nothing', async () => {
    const meeting = await createMeeting(olivia, draftOf({ agenda: 'Numbers.' }))
    expect(meeting).toMatchObject({
      subject: 'Budget',
      kind: 'scheduled',
      agenda: 'Numbers.',
      can: { edit: true, start: true },
    })
    expect(meeting.startsAt).toBe('2026-11-25T09:00:00.000Z')
    expect(await atGoto('Budget')).toMatchObject([{ meetingId: meeting.gotoMeetingId, meetingType: 'scheduled' }])
    const erin = await portal.employee('erin@example.com')
    const { items } = await listMeetings(erin, { q: 'Budget' })
    expect(items).toMatchObject([{ id: meeting.id, can: { edit: false } }])
    portal.pass(2)
    await readMeetings(worker)
    const stored = await db().meeting.findFirstOrThrow({ where: { subject: 'Budget' } })
    expect(stored).toMatchObject({
      version: 1,
      origin: 'foyer',
      agenda: 'Numbers.',
      audioOption: 'Hybrid',
      goneAt: null,
    })
    expect(await db().meeting.count({ where: { subject: 'Budget' } })).toBe(1)
  })

  test('keeps < and > as they were typed, and GoTo gets them as entities', async () => {
    const meeting = await createMeeting(olivia, draftOf({ subject: 'Plan <b> & > more' }))
    expect(meeting.subject).toBe('Plan <b> & > more')
    expect(await atGoto('Plan &lt;b&gt; & &gt; more')).toHaveLength(1)
  })

  test('of the instant kind starts now and lasts an hour, and a room has no date', async () => {
    const instant = await createMeeting(olivia, MeetingDraft.parse({ subject: 'Right now', kind: 'instant' }))
    expect(instant).toMatchObject({
      kind: 'instant',
      startsAt: '2026-11-24T09:00:00.000Z',
      endsAt: '2026-11-24T10:00:00.000Z',
    })
    const room = await createMeeting(olivia, MeetingDraft.parse({ subject: 'My room', kind: 'room' }))
    expect(room).toMatchObject({ kind: 'room', startsAt: null, endsAt: null })
    expect(await atGoto('My room')).toMatchObject([{ meetingType: 'recurring' }])
  })

  test('in a room of mine takes the room’s ID, without asking GoTo', async () => {
    const room = await createMeeting(olivia, MeetingDraft.parse({ subject: 'My room', kind: 'room' }))
    const meeting = await createMeeting(olivia, draftOf({ roomId: room.id }))
    expect(meeting).toMatchObject({ gotoMeetingId: room.gotoMeetingId, startsAt: '2026-11-25T09:00:00.000Z' })
    expect(await atGoto('Budget')).toEqual([])
    portal.pass(2)
    await readMeetings(worker)
    const { items } = await listMeetings(olivia, { q: 'Budget' })
    expect(items).toMatchObject([{ id: meeting.id, subject: 'Budget' }])
  })

  test('invites each person once, by person or by address, required when one of both says so', async () => {
    const erin = await portal.employee('erin@example.com')
    const invited = [
      { personId: erin.personId },
      { email: 'ERIN@example.com', required: true },
      { email: 'guest@customer.example', name: 'Gil Guest' },
      { email: 'olivia@example.com' },
    ]
    const meeting = await createMeeting(olivia, draftOf({ invited }))
    expect(meeting.invited.map(({ name, required }) => [name, required]).sort()).toEqual([
      ['Erin', true],
      ['Gil Guest', false],
    ])
    const again = await createMeeting(
      olivia,
      draftOf({ subject: 'Other', invited: [{ email: 'guest@customer.example' }] }),
    )
    expect(again.invited[0]?.personId).toBe(meeting.invited.find(({ name }) => name === 'Gil Guest')?.personId)
  })

  test('is seen by somebody who was invited before they first signed in, under the name they proved', async () => {
    const invited = [{ email: 'Newbie@example.com', name: 'somebody new', required: true }]
    const { id } = await createMeeting(olivia, draftOf({ visibility: 'invited', invited }))
    const newbie = await portal.employee('newbie@example.com')
    const { items } = await listMeetings(newbie, { q: 'Budget' })
    expect(items).toMatchObject([{ id, invited: [{ personId: newbie.personId, name: 'Newbie', required: true }] }])
    expect(await db().address.findMany({ where: { email: 'newbie@example.com' } })).toMatchObject([
      { personId: newbie.personId, verifiedBy: 'oidc' },
    ])
    expect(await db().person.count({ where: { email: 'newbie@example.com' } })).toBe(1)
  })

  test('is seen by those its organizer chose, and no default touches that', async () => {
    await createMeeting(olivia, draftOf({ visibility: 'invited' }))
    portal.pass(2)
    await readMeetings(worker)
    const erin = await portal.employee('erin@example.com')
    expect((await listMeetings(erin, { q: 'Budget' })).items).toEqual([])
  })
})

describe('what cannot be created', () => {
  test('a start in the past is refused at its field, and GoTo is not asked', async () => {
    const past = draftOf({ startsAt: '2026-11-24T08:00:00Z', endsAt: '2026-11-24T08:30:00Z' })
    expect(await made(createMeeting(olivia, past))).toMatchObject({
      code: 'invalid',
      fields: { startsAt: expect.stringContaining('in the past') },
    })
    expect(await atGoto('Budget')).toEqual([])
    expect(await db().meetingCreation.count()).toBe(0)
  })

  test('somebody who can’t be invited is reported at their entry, and no guests are created for the others', async () => {
    const before = await db().person.count()
    const invited = [{ email: 'new@customer.example' }, { personId: '019ab0c4-0000-7000-8000-000000000000' }]
    expect(await made(createMeeting(olivia, draftOf({ invited })))).toMatchObject({
      code: 'invalid',
      fields: { 'invited.1.personId': expect.any(String) },
    })
    expect(await db().person.count()).toBe(before)
  })

  test('an employee without GoTo is told what to do', async () => {
    const erin = await portal.employee('erin@example.com')
    expect(await made(createMeeting(erin, draftOf()))).toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('Connect your GoTo account'),
    })
  })

  test('with a dead grant nothing is written, and the same request goes through after reconnecting', async () => {
    const draft = draftOf({ requestId: '019ab0c4-0000-7000-8000-00000000000a' })
    await db().connection.updateMany({ where: { personId: olivia.personId }, data: { status: 'revoked' } })
    expect(await made(createMeeting(olivia, draft))).toMatchObject({ code: 'not_connected' })
    expect(await db().meeting.count({ where: { subject: 'Budget' } })).toBe(0)
    olivia = await portal.connected('olivia@example.com')
    expect((await createMeeting(olivia, draft)).subject).toBe('Budget')
  })

  test.each([
    [409, { int_err_code: 'MeetingExists', msg: 'secret words of GoTo' }, 'conflict'],
    [400, { int_err_code: 'InvalidRequest', msg: 'secret words of GoTo' }, 'invalid'],
    [400, { err: 'bad', message: 'secret words of GoTo' }, 'invalid'],
    [400, { error: { resource: '/rest/meetings', message: 'invalid json' } }, 'invalid'],
    [400, { errorCode: 'bad', description: 'secret words of GoTo', incident: '1' }, 'invalid'],
    [403, { int_err_code: 'forbidden', msg: 'secret words of GoTo' }, 'forbidden'],
    [429, {}, 'rate_limited'],
  ])('GoTo’s %i with %j is one of our sentences, and the meeting is not there', async (status, body, code) => {
    onCreation(async () => Response.json(body, { status }))
    const error = await made(createMeeting(olivia, draftOf()))
    expect(error).toMatchObject({ code, isUncertain: false })
    expect(error.message).not.toContain('secret words')
    expect(error.message).toMatch(/Nothing was changed/)
    expect(await db().meetingCreation.findMany()).toMatchObject([{ state: 'refused' }])
  })
})

describe('when no answer comes', () => {
  const requestId = '019ab0c4-0000-7000-8000-00000000000b'

  function loseAnswer(): void {
    onCreation(async (request) => {
      await portal.sandbox.fetch(request)
      throw new TypeError('terminated')
    })
  }

  test('it is said that the meeting may exist, and pressing again finds it and never makes a second one', async () => {
    loseAnswer()
    const draft = draftOf({ requestId, agenda: 'Kept.' })
    expect(await made(createMeeting(olivia, draft))).toMatchObject({
      code: 'upstream_unavailable',
      isUncertain: true,
      message: expect.stringContaining('may exist already'),
    })
    setGotoFetch((request) => portal.sandbox.fetch(request))
    const found = await createMeeting(olivia, draft)
    expect(found).toMatchObject({ subject: 'Budget', agenda: 'Kept.' })
    expect((await createMeeting(olivia, draft)).id).toBe(found.id)
    expect(await atGoto('Budget')).toHaveLength(1)
  })

  test('a meeting a reading found in the meantime becomes ours, not a second one', async () => {
    loseAnswer()
    const draft = draftOf({ requestId, agenda: 'Kept.' })
    await made(createMeeting(olivia, draft))
    setGotoFetch((request) => portal.sandbox.fetch(request))
    portal.pass(1)
    await readMeetings(worker)
    expect(await db().meeting.findMany({ where: { subject: 'Budget' } })).toMatchObject([{ origin: 'goto' }])
    expect(await createMeeting(olivia, draft)).toMatchObject({ agenda: 'Kept.' })
    expect(await db().meeting.findMany({ where: { subject: 'Budget' } })).toMatchObject([{ origin: 'foyer' }])
  })

  test('a meeting of the same name and time that was there before is not taken for it', async () => {
    await createMeeting(olivia, draftOf())
    portal.pass(5)
    onCreation(async () => {
      throw new TypeError('terminated')
    })
    const draft = draftOf({ requestId })
    expect(await made(createMeeting(olivia, draft))).toMatchObject({ isUncertain: true })
    setGotoFetch((request) => portal.sandbox.fetch(request))
    // GoTo may still be at it: nobody is told to ask again.
    expect(await made(createMeeting(olivia, draft))).toMatchObject({ code: 'conflict', isUncertain: true })
    portal.pass(1)
    expect(await made(createMeeting(olivia, draft))).toMatchObject({
      code: 'conflict',
      isUncertain: false,
      message: expect.stringContaining('was not created'),
    })
    // Looked for and absent: now the same request may be asked anew.
    await createMeeting(olivia, draft)
    expect(await atGoto('Budget')).toHaveLength(2)
  })

  test('the worker looks by itself, so that a closed page changes nothing', async () => {
    loseAnswer()
    await made(createMeeting(olivia, draftOf({ requestId, agenda: 'Kept.' })))
    setGotoFetch((request) => portal.sandbox.fetch(request))
    portal.pass(1)
    expect(await healCreations(worker)).toEqual({ found: 1, absent: 0 })
    expect(await db().meeting.findMany({ where: { subject: 'Budget' } })).toMatchObject([
      { origin: 'foyer', agenda: 'Kept.' },
    ])
    expect(await healCreations(worker)).toEqual({ found: 0, absent: 0 })
  })

  test('a co-organizer who left in the meantime does not keep it from being found', async () => {
    const mara = await db().organizer.findFirstOrThrow({ where: { email: 'mara@example.com' } })
    loseAnswer()
    const draft = draftOf({ requestId, coorganizers: [mara.id] })
    expect(await made(createMeeting(olivia, draft))).toMatchObject({ isUncertain: true })
    setGotoFetch((request) => portal.sandbox.fetch(request))
    await db().organizer.update({ where: { id: mara.id }, data: { goneAt: portal.sandbox.now() } })
    const { id } = await createMeeting(olivia, draft)
    expect(await atGoto('Budget')).toHaveLength(1)
    expect(await getMeetingDetail(olivia, id)).toMatchObject({ coorganizers: [{ organizerId: mara.id }] })
  })

  test('a guest who is gone in the meantime does not keep it from being found, and is left out', async () => {
    const first = await createMeeting(
      olivia,
      draftOf({ subject: 'Other', invited: [{ email: 'bob@customer.example' }] }),
    )
    const [bob] = first.invited
    loseAnswer()
    await made(createMeeting(olivia, draftOf({ requestId, invited: [{ personId: bob?.personId ?? '' }] })))
    setGotoFetch((request) => portal.sandbox.fetch(request))
    await db().invited.deleteMany()
    await db().address.deleteMany({ where: { personId: bob?.personId ?? '' } })
    await db().person.delete({ where: { id: bob?.personId ?? '' } })
    portal.pass(21)
    expect(await healCreations(worker)).toEqual({ found: 1, absent: 0 })
    expect(await db().invited.count()).toBe(0)
  })

  test('a process that died between GoTo’s answer and our writing is healed the same way', async () => {
    await createMeeting(olivia, draftOf({ requestId }))
    const [row] = await db().meetingCreation.findMany()
    await db().invited.deleteMany()
    await db().occurrence.deleteMany({ where: { meetingId: row?.meetingId ?? '' } })
    await db().meeting.delete({ where: { id: row?.meetingId ?? '' } })
    await db().meetingCreation.update({
      where: { id: requestId },
      data: { state: 'asking', meetingId: null, draft: { ...draftOf() } },
    })
    portal.pass(1)
    expect(await healCreations(worker)).toEqual({ found: 1, absent: 0 })
    expect(await atGoto('Budget')).toHaveLength(1)
  })

  test('two presses at the same moment make one meeting', async () => {
    const draft = draftOf({ requestId })
    const outcomes = await Promise.allSettled([createMeeting(olivia, draft), createMeeting(olivia, draft)])
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1)
    expect(await atGoto('Budget')).toHaveLength(1)
    expect(await db().meeting.count({ where: { subject: 'Budget' } })).toBe(1)
  })

  test('the same request with other content is not answered with the old meeting', async () => {
    await createMeeting(olivia, draftOf({ requestId }))
    expect(await made(createMeeting(olivia, draftOf({ requestId, subject: 'Other' })))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('different content'),
      fields: { requestId: expect.any(String) },
    })
    expect(await db().meetingCreation.findMany()).toMatchObject([{ state: 'created', draft: {} }])
  })

  test('pressing while it is being created says that it may exist, and when to look', async () => {
    const asked = Promise.withResolvers<void>()
    const answers = Promise.withResolvers<void>()
    onCreation(async (request) => {
      asked.resolve()
      await answers.promise
      return portal.sandbox.fetch(request)
    })
    const first = createMeeting(olivia, draftOf({ requestId }))
    await asked.promise
    expect(await made(createMeeting(olivia, draftOf({ requestId })))).toMatchObject({
      code: 'conflict',
      isUncertain: true,
      retryAfterSeconds: 5,
    })
    answers.resolve()
    expect(await first).toMatchObject({ subject: 'Budget' })
  })

  test('a meeting GoTo created that couldn’t be stored is said to exist, and found again', async () => {
    onCreation(async (request) => {
      const answer = await portal.sandbox.fetch(request)
      await db().$executeRaw`ALTER TABLE invited RENAME TO invited_away`
      return answer
    })
    const erin = await portal.employee('erin@example.com')
    const draft = draftOf({ requestId, invited: [{ personId: erin.personId }] })
    expect(await made(createMeeting(olivia, draft))).toMatchObject({
      code: 'upstream_unavailable',
      isUncertain: true,
      message: expect.stringContaining('exists at GoTo'),
    })
    await db().$executeRaw`ALTER TABLE invited_away RENAME TO invited`
    setGotoFetch((request) => portal.sandbox.fetch(request))
    expect(await createMeeting(olivia, draft)).toMatchObject({ subject: 'Budget' })
    expect(await atGoto('Budget')).toHaveLength(1)
  })

  test('a meeting planned in a room that couldn’t be stored was certainly not created', async () => {
    const room = await createMeeting(olivia, MeetingDraft.parse({ subject: 'My room', kind: 'room' }))
    const erin = await portal.employee('erin@example.com')
    const draft = draftOf({ requestId, roomId: room.id, invited: [{ personId: erin.personId }] })
    await db().$executeRaw`ALTER TABLE invited RENAME TO invited_away`
    expect(await made(createMeeting(olivia, draft))).toMatchObject({ isUncertain: false })
    await db().$executeRaw`ALTER TABLE invited_away RENAME TO invited`
    expect(await db().meetingCreation.findUnique({ where: { id: requestId } })).toMatchObject({ state: 'refused' })
    expect(await createMeeting(olivia, draft)).toMatchObject({ subject: 'Budget' })
  })

  test('somebody else’s request is nobody’s business', async () => {
    await createMeeting(olivia, draftOf({ requestId }))
    const mara = await portal.connected('mara@example.com')
    expect(await made(createMeeting(mara, draftOf({ requestId })))).toMatchObject({ code: 'not_found' })
  })
})

test('a listing requested earlier neither misses nor overwrites a meeting that was just created', async () => {
  const early = new Date(now().getTime() - 1_000)
  const meeting = await createMeeting(olivia, draftOf())
  setClock(() => early)
  await readMeetings(worker)
  await readMeetings(worker)
  const stored = await db().meeting.findFirstOrThrow({ where: { subject: 'Budget' } })
  expect(stored).toMatchObject({ missedReads: 0, goneAt: null })
  expect(meeting.subject).toBe('Budget')
})
