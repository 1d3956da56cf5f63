import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SystemActor, UserActor } from '#lib/auth/actor.ts'
import { db, inTransaction } from '#lib/db/client.ts'
import { setGotoFetch } from '#lib/goto/transport.ts'
import { cancelMeeting } from '#lib/meetings/cancel/cancel-meeting.ts'
import { changeMeeting } from '#lib/meetings/change/change-meeting.ts'
import { createMeeting } from '#lib/meetings/create/create-meeting.ts'
import { listConflicts } from '#lib/meetings/create/list-conflicts.ts'
import { listMeetings } from '#lib/meetings/list/list-meetings.ts'
import { getMeetingDetail } from '#lib/meetings/page/get-meeting-detail.ts'
import { readActive } from '#lib/meetings/reading/read-active.ts'
import { readMeetings } from '#lib/meetings/reading/read-meetings.ts'
import { type Meeting, MeetingChange, type MeetingDetail, MeetingDraft } from '#lib/meetings/schema.ts'
import { listPeople } from '#lib/people/list-people.ts'
import { claimEdit, spendEdit } from '#lib/record/meetings/claim-edit.ts'
import { comeToNextMeeting } from '#lib/testing/next-meeting.ts'
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
const planned = { startsAt: '2026-11-25T09:00:00.000Z', endsAt: '2026-11-25T09:30:00.000Z' }
const later = { startsAt: '2026-11-26T13:00:00.000Z', endsAt: '2026-11-26T14:00:00.000Z' }

function create(part: object = {}): Promise<Meeting> {
  return createMeeting(olivia, MeetingDraft.parse({ subject: 'Budget', ...planned, ...part }))
}

/** The form's whole content with something typed into it. */
function changeOf(meeting: MeetingDetail, part: object): MeetingChange {
  const { subject, kind, startsAt, endsAt, agenda, visibility, passwordRequired, version } = meeting
  return MeetingChange.parse({
    ...{ subject, kind, startsAt, endsAt, agenda, visibility, passwordRequired, version },
    audio: meeting.audioOption ?? 'Hybrid',
    roomId: meeting.room?.id ?? null,
    coorganizers: meeting.coorganizers.map(({ organizerId }) => organizerId),
    invited: meeting.invited.map(({ personId, required }) => ({ personId, required })),
    ...part,
  })
}

function asOlivia(method: string, path: string, body?: object): Promise<unknown> {
  return portal.atGoto('olivia@example.com', method, path, body)
}

/** As she would with GoTo's own program. */
async function madeElsewhere(part: object = {}): Promise<MeetingDetail> {
  await asOlivia('POST', '/meetings', {
    subject: 'Elsewhere',
    starttime: planned.startsAt,
    endtime: planned.endsAt,
    passwordrequired: true,
    conferencecallinfo: 'VoIP',
    timezonekey: '',
    meetingtype: 'scheduled',
    ...part,
  })
  await readMeetings(worker)
  const { items } = await listMeetings(olivia, { q: 'Elsewhere' })
  return getMeetingDetail(olivia, items[0]?.id ?? '')
}

async function failure(attempt: Promise<unknown>): Promise<{ code?: string; message?: string; fields?: object }> {
  return attempt.then(
    () => ({}),
    (error: { code: string; message: string; fields: object }) => error,
  )
}

describe('a change', () => {
  test('stands in every list at once and at GoTo, whole', async () => {
    const { id, gotoMeetingId } = await create()
    const before = await getMeetingDetail(olivia, id)
    const erin = await portal.employee('erin@example.com')
    const invited = [{ personId: erin.personId, required: true }]
    const after = await changeMeeting(
      olivia,
      id,
      changeOf(before, { subject: 'Budget <2027>', ...later, agenda: 'New', invited }),
    )
    expect(after).toMatchObject({ id, subject: 'Budget <2027>', ...later, agenda: 'New', version: before.version + 1 })
    expect((await listMeetings(erin, { q: 'Budget' })).items).toMatchObject([{ subject: 'Budget <2027>', ...later }])
    expect(await asOlivia('GET', `/meetings/${gotoMeetingId}`)).toMatchObject([
      { subject: 'Budget &lt;2027&gt;', duration: 60 },
    ])
    portal.pass(2)
    await readMeetings(worker)
    expect(await getMeetingDetail(olivia, id)).toMatchObject({ subject: 'Budget <2027>', ...later, agenda: 'New' })
  })

  test('of a meeting made elsewhere keeps what was set there, and sends the audio that was chosen', async () => {
    const mara = await db().organizer.findFirstOrThrow({ where: { email: 'mara@example.com' } })
    const before = await madeElsewhere({ coorganizerKeys: [String(mara.organizerKey)] })
    expect(before).toMatchObject({
      audioOption: null,
      passwordRequired: true,
      coorganizers: [{ organizerId: mara.id }],
    })
    const after = await changeMeeting(olivia, before.id, changeOf(before, { subject: 'Renamed', audio: 'PSTN' }))
    expect(after).toMatchObject({
      audioOption: 'PSTN',
      passwordRequired: true,
      coorganizers: [{ organizerId: mara.id }],
    })
    const there = (await asOlivia('GET', `/meetings/${before.gotoMeetingId}`)) as Record<string, unknown>[]
    expect(String(there[0]?.passwordRequired)).toBe('true')
    expect(there).toMatchObject([{ subject: 'Renamed', coorganizerKeys: [String(mara.organizerKey)] }])
  })

  test('made with a form that could not show the details takes none of them away', async () => {
    const mara = await db().organizer.findFirstOrThrow({ where: { email: 'mara@example.com' } })
    const before = await madeElsewhere({ coorganizerKeys: [String(mara.organizerKey)] })
    await db().meeting.updateMany({ data: { detailsReadAt: null, coorganizerKeys: [], passwordRequired: false } })
    await changeMeeting(
      olivia,
      before.id,
      changeOf({ ...before, passwordRequired: false, coorganizers: [] }, { subject: 'Renamed' }),
    )
    const there = (await asOlivia('GET', `/meetings/${before.gotoMeetingId}`)) as Record<string, unknown>[]
    expect(String(there[0]?.passwordRequired)).toBe('true')
    expect(there).toMatchObject([{ coorganizerKeys: [String(mara.organizerKey)] }])
    expect(await getMeetingDetail(olivia, before.id)).toMatchObject({
      passwordRequired: true,
      coorganizers: [{ organizerId: mara.id }],
    })
  })

  test('of two who edit the same version one is told, and GoTo hears the other alone', async () => {
    const { id, gotoMeetingId } = await create()
    const before = await getMeetingDetail(olivia, id)
    const both = await Promise.allSettled([
      changeMeeting(olivia, id, changeOf(before, { subject: 'Mine' })),
      changeMeeting(olivia, id, changeOf(before, { subject: 'Theirs' })),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { subject } = await getMeetingDetail(olivia, id)
    expect(await asOlivia('GET', `/meetings/${gotoMeetingId}`)).toMatchObject([{ subject }])
  })

  test('that is under way can be read but not crossed: by no second change, no cancellation and no listing', async () => {
    const { id, gotoMeetingId } = await create()
    const before = await getMeetingDetail(olivia, id)
    const asked = Promise.withResolvers<void>()
    const answers = Promise.withResolvers<void>()
    setGotoFetch(async (request) => {
      const answer = await portal.sandbox.fetch(request)
      if (request.method !== 'PUT') return answer
      asked.resolve()
      await answers.promise
      return answer
    })
    const change = changeMeeting(olivia, id, changeOf(before, { subject: 'Mine' }))
    await asked.promise
    // GoTo has it already, and a listing says so.
    portal.pass(0.2)
    await readMeetings(worker)
    expect(await getMeetingDetail(olivia, id)).toMatchObject({ subject: 'Budget', version: before.version })
    const refusal = { code: 'conflict', message: expect.stringContaining('being changed right now') }
    expect(await failure(changeMeeting(olivia, id, changeOf(before, { subject: 'Theirs' })))).toMatchObject(refusal)
    expect(await failure(cancelMeeting(olivia, id))).toMatchObject(refusal)
    answers.resolve()
    expect(await change).toMatchObject({ subject: 'Mine', version: before.version + 1 })
    expect(await asOlivia('GET', `/meetings/${gotoMeetingId}`)).toMatchObject([{ subject: 'Mine' }])
    expect(await cancelMeeting(olivia, id)).toMatchObject({ cancelsAt: expect.any(String) })
  })

  test('of a process that died holds nobody up for longer than half a minute, and never writes afterwards', async () => {
    const { id } = await create()
    const before = await getMeetingDetail(olivia, id)
    const { meetingId } = await db().occurrence.findUniqueOrThrow({ where: { id } })
    const dead = await claimEdit(meetingId, before.version)
    portal.pass(1)
    expect(await changeMeeting(olivia, id, changeOf(before, { agenda: 'Alive' }))).toMatchObject({ agenda: 'Alive' })
    const late = inTransaction((tx) => spendEdit(tx, { id: meetingId, version: before.version, token: dead }))
    expect(await failure(late)).toMatchObject({ code: 'conflict' })
  })

  test('that crosses an edit made at GoTo is held, and both can be seen', async () => {
    const { id, gotoMeetingId } = await create()
    const before = await getMeetingDetail(olivia, id)
    await asOlivia('PUT', `/meetings/${gotoMeetingId}`, {
      subject: 'Edited there',
      starttime: planned.startsAt,
      endtime: planned.endsAt,
      passwordrequired: false,
      conferencecallinfo: 'Hybrid',
      timezonekey: '',
      meetingtype: 'scheduled',
    })
    expect(await failure(changeMeeting(olivia, id, changeOf(before, { agenda: 'Mine' })))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('changed at GoTo'),
    })
    const theirs = await getMeetingDetail(olivia, id)
    expect(theirs.subject).toBe('Edited there')
    expect(theirs.version).toBeGreaterThan(before.version)
    expect(await changeMeeting(olivia, id, changeOf(theirs, { agenda: 'Mine' }))).toMatchObject({
      subject: 'Edited there',
      agenda: 'Mine',
    })
  })

  test('of a meeting deleted at GoTo says so, and it leaves every list', async () => {
    const { id, gotoMeetingId } = await create()
    const before = await getMeetingDetail(olivia, id)
    await asOlivia('DELETE', `/meetings/${gotoMeetingId}`)
    expect(await failure(changeMeeting(olivia, id, changeOf(before, { subject: 'Too late' })))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('deleted at GoTo'),
    })
    expect(await failure(getMeetingDetail(olivia, id))).toMatchObject({ code: 'not_found' })
    expect(await db().outboxEvent.count({ where: { kind: 'meeting.cancelled' } })).toBe(1)
    expect(await db().occurrence.findUnique({ where: { id } })).toMatchObject({ goneAt: expect.any(Date) })
  })

  test('that finds it deleted is not undone by a listing requested earlier', async () => {
    const { id, gotoMeetingId } = await create()
    const before = await getMeetingDetail(olivia, id)
    portal.pass(1)
    setGotoFetch(async (request) => {
      const answer = await portal.sandbox.fetch(request)
      if (!new URL(request.url).pathname.endsWith('/upcomingMeetings')) return answer
      // Between this answer and its writing down, the meeting goes.
      setGotoFetch((later) => portal.sandbox.fetch(later))
      await asOlivia('DELETE', `/meetings/${gotoMeetingId}`)
      await failure(changeMeeting(olivia, id, changeOf(before, { subject: 'Too late' })))
      return answer
    })
    await readMeetings(worker)
    expect((await listMeetings(olivia, { q: 'Budget' })).items).toEqual([])
  })

  test('that timed out but arrived is no conflict with oneself when it is saved again', async () => {
    const { id } = await create()
    const before = await getMeetingDetail(olivia, id)
    setGotoFetch(async (request) => {
      const answer = await portal.sandbox.fetch(request)
      if (request.method === 'PUT') throw new TypeError('terminated')
      return answer
    })
    const change = changeOf(before, { subject: 'Arrived', ...later, agenda: 'Kept' })
    expect(await failure(changeMeeting(olivia, id, change))).toMatchObject({ code: 'upstream_unavailable' })
    setGotoFetch((request) => portal.sandbox.fetch(request))
    expect(await changeMeeting(olivia, id, change)).toMatchObject({ subject: 'Arrived', ...later, agenda: 'Kept' })
  })

  test('whose answer was lost is no conflict with oneself when it is saved again, with guests known by address too', async () => {
    const { id, gotoMeetingId } = await create()
    const before = await getMeetingDetail(olivia, id)
    const invited = [{ email: 'guest@elsewhere.example', name: 'A guest', required: true }]
    const change = changeOf(before, { subject: 'Saved', ...later, invited })
    const first = await changeMeeting(olivia, id, change)
    let puts = 0
    setGotoFetch((request) => {
      if (request.method === 'PUT') puts += 1
      return portal.sandbox.fetch(request)
    })
    // The same content, in whatever order the browser sends it.
    const again = Object.fromEntries(Object.entries(change).reverse()) as MeetingChange
    expect(await changeMeeting(olivia, id, again)).toMatchObject({
      subject: 'Saved',
      version: first.version,
      invited: [{ name: 'A guest', required: true }],
    })
    expect(puts).toBe(0)
    expect(await asOlivia('GET', `/meetings/${gotoMeetingId}`)).toMatchObject([{ subject: 'Saved' }])
  })

  test('that gave a meeting another address is found again by its old one', async () => {
    const { id } = await create()
    const change = changeOf(await getMeetingDetail(olivia, id), { kind: 'room', startsAt: null, endsAt: null })
    const room = await changeMeeting(olivia, id, change)
    expect(await changeMeeting(olivia, id, change)).toMatchObject({ id: room.id, version: room.version })
  })

  test('that is saved again after somebody else changed the meeting is a conflict all the same', async () => {
    const { id } = await create()
    const change = changeOf(await getMeetingDetail(olivia, id), { subject: 'First' })
    const first = await changeMeeting(olivia, id, change)
    await changeMeeting(olivia, id, changeOf(first, { subject: 'Second' }))
    expect(await failure(changeMeeting(olivia, id, change))).toMatchObject({ code: 'conflict' })
    expect(await getMeetingDetail(olivia, id)).toMatchObject({ subject: 'Second' })
  })

  test('that GoTo does not answer changes nothing here, and the same form can be sent again', async () => {
    const { id } = await create()
    const before = await getMeetingDetail(olivia, id)
    setGotoFetch((request) =>
      request.method === 'PUT' ? Promise.resolve(new Response('', { status: 503 })) : portal.sandbox.fetch(request),
    )
    expect(await failure(changeMeeting(olivia, id, changeOf(before, { subject: 'Again' })))).toMatchObject({
      code: 'upstream_unavailable',
    })
    expect(await getMeetingDetail(olivia, id)).toMatchObject({ subject: 'Budget', version: before.version })
    setGotoFetch((request) => portal.sandbox.fetch(request))
    expect(await changeMeeting(olivia, id, changeOf(before, { subject: 'Again' }))).toMatchObject({ subject: 'Again' })
  })

  test('with a dead grant changes nothing', async () => {
    const { id } = await create()
    const before = await getMeetingDetail(olivia, id)
    await db().connection.updateMany({ where: { personId: olivia.personId }, data: { status: 'revoked' } })
    expect(await failure(changeMeeting(olivia, id, changeOf(before, { subject: 'Dead' })))).toMatchObject({
      code: 'not_connected',
    })
    expect(await getMeetingDetail(olivia, id)).toMatchObject({ subject: 'Budget', version: before.version })
  })

  test('belongs to the organizer alone', async () => {
    const { id } = await create()
    const before = await getMeetingDetail(olivia, id)
    const mara = await portal.connected('mara@example.com')
    expect(await failure(changeMeeting(mara, id, changeOf(before, { subject: 'Not mine' })))).toMatchObject({
      code: 'forbidden',
    })
  })

  test('to a start in the past is refused at its field', async () => {
    const soon = { startsAt: '2026-11-24T09:05:00.000Z', endsAt: '2026-11-24T09:35:00.000Z' }
    const { id } = await create(soon)
    portal.pass(10)
    const before = await getMeetingDetail(olivia, id)
    const past = { startsAt: '2026-11-24T08:00:00.000Z' }
    expect(await failure(changeMeeting(olivia, id, changeOf(before, past)))).toMatchObject({
      code: 'invalid',
      fields: { startsAt: expect.any(String) },
    })
  })

  test('of an instant meeting’s subject leaves its times alone, here and at GoTo', async () => {
    const { id, gotoMeetingId } = await create({ kind: 'instant', startsAt: null, endsAt: null })
    const { startsAt, endsAt } = await getMeetingDetail(olivia, id)
    portal.pass(15)
    const before = await getMeetingDetail(olivia, id)
    const sent: string[] = []
    setGotoFetch(async (request) => {
      if (request.method === 'PUT') sent.push(await request.clone().text())
      return portal.sandbox.fetch(request)
    })
    const after = await changeMeeting(olivia, id, changeOf(before, { subject: 'Named' }))
    expect(after).toMatchObject({ subject: 'Named', startsAt, endsAt })
    expect(sent.map((body) => JSON.parse(body))).toMatchObject([{ starttime: startsAt, endtime: endsAt }])
    expect(await asOlivia('GET', `/meetings/${gotoMeetingId}`)).toMatchObject([{ subject: 'Named' }])
  })

  test('of a dated meeting into a room and back keeps one time of it, with its address, also after listings', async () => {
    const { id } = await create()
    const room = await changeMeeting(
      olivia,
      id,
      changeOf(await getMeetingDetail(olivia, id), { kind: 'room', startsAt: null, endsAt: null }),
    )
    expect(room.id).not.toBe(id)
    const again = await changeMeeting(olivia, room.id, changeOf(room, { kind: 'scheduled', ...later }))
    expect(again).toMatchObject({ id, ...later })
    portal.pass(2)
    await asOlivia('PUT', `/meetings/${again.gotoMeetingId}`, {
      subject: 'Budget',
      starttime: planned.startsAt,
      endtime: planned.endsAt,
      passwordrequired: false,
      conferencecallinfo: 'Hybrid',
      timezonekey: '',
      meetingtype: 'scheduled',
    })
    await readMeetings(worker)
    expect((await listMeetings(olivia, { q: 'Budget' })).items).toMatchObject([{ id, ...planned }])
    expect(await db().occurrence.count({ where: { meetingId: room.id } })).toBe(1)
  })

  test('moves a meeting from one room to another without asking GoTo', async () => {
    const rooms = await Promise.all(
      ['One', 'Two'].map((subject) => create({ subject, kind: 'room', startsAt: null, endsAt: null })),
    )
    const { id } = await create({ roomId: rooms[0]?.id })
    const before = await getMeetingDetail(olivia, id)
    const after = await changeMeeting(olivia, id, changeOf(before, { roomId: rooms[1]?.id }))
    expect(after).toMatchObject({ gotoMeetingId: rooms[1]?.gotoMeetingId, room: { id: rooms[1]?.id } })
    expect(await failure(changeMeeting(olivia, id, changeOf(after, { roomId: null })))).toMatchObject({
      code: 'invalid',
    })
  })
})

describe('before saving', () => {
  test('another meeting of mine at that time is named, and the one that is edited is not', async () => {
    const { id } = await create()
    const overlapping = { startsAt: '2026-11-25T09:15:00.000Z', endsAt: '2026-11-25T09:45:00.000Z' }
    expect((await listConflicts(olivia, overlapping)).overlaps.map(({ subject }) => subject)).toContain('Budget')
    expect(
      (await listConflicts(olivia, { ...overlapping, except: id })).overlaps.map(({ id: other }) => other),
    ).not.toContain(id)
    const touching = { startsAt: planned.endsAt, endsAt: '2026-11-25T10:00:00.000Z' }
    expect((await listConflicts(olivia, touching)).overlaps.map(({ id: other }) => other)).not.toContain(id)
  })

  test('a meeting of mine that ended early no longer conflicts', async () => {
    await readMeetings(worker)
    const { id, gotoMeetingId, startsAt, endsAt } = await comeToNextMeeting(portal, olivia, 'Olivia')
    const sameTime = { startsAt: String(startsAt), endsAt: String(endsAt) }
    const named = async () => (await listConflicts(olivia, sameTime)).overlaps.map((other) => other.id)
    expect(await named()).toContain(id)
    portal.sandbox.act(gotoMeetingId, 'start')
    portal.pass(1)
    await readActive(worker)
    expect((await getMeetingDetail(olivia, id)).state).toBe('live')
    const whileLive = await named()
    expect(whileLive).toContain(id)
    portal.sandbox.act(gotoMeetingId, 'end')
    portal.pass(1)
    await readActive(worker)
    expect((await getMeetingDetail(olivia, id)).state).toBe('ended')
    expect(await named()).toEqual(whileLive.filter((other) => other !== id))
  })

  test('two meetings that share one room back to back are pointed out', async () => {
    const room = await create({ subject: 'Room', kind: 'room', startsAt: null, endsAt: null })
    await create({ roomId: room.id })
    const next = { startsAt: '2026-11-25T09:30:00.000Z', endsAt: '2026-11-25T10:00:00.000Z' }
    expect((await listConflicts(olivia, { ...next, roomId: room.id })).roomNeighbours).toMatchObject([
      { subject: 'Budget', side: 'before' },
    ])
    expect((await listConflicts(olivia, next)).roomNeighbours).toEqual([])
  })

  test('nothing is said about somebody else’s room, nor its name to people who may not see it', async () => {
    const room = await create({
      subject: 'Secret room',
      kind: 'room',
      startsAt: null,
      endsAt: null,
      visibility: 'invited',
    })
    const { id } = await create({ roomId: room.id })
    const mara = await portal.connected('mara@example.com')
    const next = { startsAt: '2026-11-25T09:30:00.000Z', endsAt: '2026-11-25T10:00:00.000Z', roomId: room.id }
    expect((await listConflicts(mara, next)).roomNeighbours).toEqual([])
    expect((await listConflicts(olivia, next)).roomNeighbours).toHaveLength(1)
    const seen = await getMeetingDetail(mara, id)
    const own = await getMeetingDetail(olivia, id)
    expect(seen).toMatchObject({ room: null, joinUrl: own.joinUrl })
    expect(own.room).toEqual({ id: room.id, subject: 'Secret room', isLive: false })
  })

  test('people are found by the beginning of any part of their name or of their address', async () => {
    const found = async (q: string) => (await listPeople(olivia, { q })).items.map(({ email }) => email)
    expect(await found('lindq')).toContain('mara@example.com')
    expect(await found('mara@')).toContain('mara@example.com')
    expect(await found('%')).toEqual([])
    const { group } = await db().organizer.findFirstOrThrow({
      where: { email: 'mara@example.com' },
      include: { group: true },
    })
    const ofGroup = (await listPeople(olivia, { group: group?.id })).items
    expect(ofGroup.map(({ email }) => email)).toContain('mara@example.com')
  })

  test('a guest is found by the organizer who invited them and by nobody else', async () => {
    await create({ invited: [{ email: 'gil@customer.example', name: 'Gil Guest' }] })
    const mara = await portal.connected('mara@example.com')
    const erin = await portal.employee('erin@example.com')
    const guest = { name: 'Gil Guest', email: 'gil@customer.example' }
    expect((await listPeople(olivia, { q: 'gil' })).items).toMatchObject([guest])
    for (const other of [mara, erin]) expect((await listPeople(other, { q: 'gil' })).items).toEqual([])
  })
})
