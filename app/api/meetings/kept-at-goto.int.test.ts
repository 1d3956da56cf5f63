import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SystemActor, UserActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { setGotoFetch } from '#lib/goto/transport.ts'
import { changeMeeting } from '#lib/meetings/change/change-meeting.ts'
import { createMeeting } from '#lib/meetings/create/create-meeting.ts'
import { startMeeting } from '#lib/meetings/host/start-meeting.ts'
import { listMeetings } from '#lib/meetings/list/list-meetings.ts'
import { getMeetingDetail } from '#lib/meetings/page/get-meeting-detail.ts'
import { readMeetings } from '#lib/meetings/reading/read-meetings.ts'
import { MeetingChange, type MeetingDetail, MeetingDraft } from '#lib/meetings/schema.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'

const worker: SystemActor = { kind: 'system', job: 'test' }
/** Tomorrow at ten, for half an hour. */
const planned = { startsAt: '2026-11-25T09:00:00.000Z', endsAt: '2026-11-25T09:30:00.000Z' }
const changedAtGoto = { code: 'conflict', message: expect.stringContaining('changed at GoTo') }

let portal: TestPortal
let olivia: UserActor
let mara: { id: string; key: string }

beforeEach(async () => {
  portal = await testPortal()
  olivia = await portal.connected('olivia@example.com')
  const found = await db().organizer.findFirstOrThrow({ where: { email: 'mara@example.com' } })
  mara = { id: found.id, key: String(found.organizerKey) }
})
afterEach(() => portal.close())

async function create(part: object = {}): Promise<MeetingDetail> {
  const { id } = await createMeeting(olivia, MeetingDraft.parse({ subject: 'Budget', ...planned, ...part }))
  return getMeetingDetail(olivia, id)
}

function save({ id, ...meeting }: MeetingDetail, part: object): Promise<MeetingDetail> {
  const { subject, kind, startsAt, endsAt, agenda, visibility, passwordRequired, version } = meeting
  const change = MeetingChange.parse({
    ...{ subject, kind, startsAt, endsAt, agenda, visibility, passwordRequired, version },
    audio: meeting.audioOption ?? 'Hybrid',
    roomId: meeting.room?.id ?? null,
    coorganizers: meeting.coorganizers.map(({ organizerId }) => organizerId),
    ...part,
  })
  return changeMeeting(olivia, id, change)
}

/** As she would with GoTo's own program. */
function changeThere({ gotoMeetingId }: MeetingDetail, part: object): Promise<unknown> {
  return portal.atGoto('olivia@example.com', 'PUT', `/meetings/${gotoMeetingId}`, {
    subject: 'Budget',
    starttime: planned.startsAt,
    endtime: planned.endsAt,
    passwordrequired: false,
    conferencecallinfo: 'Hybrid',
    timezonekey: '',
    meetingtype: 'scheduled',
    ...part,
  })
}

async function there({ gotoMeetingId }: MeetingDetail): Promise<unknown> {
  return portal.atGoto('olivia@example.com', 'GET', `/meetings/${gotoMeetingId}`)
}

test('a co-organizer, password and audio set at GoTo in the meantime are noticed before being replaced, and kept', async () => {
  for (const [part, kept, sent] of [
    [
      { coorganizerKeys: [mara.key] },
      { coorganizers: [{ organizerId: mara.id }] },
      { coorganizerKeys: [mara.key], passwordRequired: false },
    ],
    [{ passwordrequired: true }, { passwordRequired: true }, { coorganizerKeys: [], passwordRequired: true }],
    [{ conferencecallinfo: 'VoIP' }, { audio: 'VoIP', audioOption: null }, { conferenceCallInfo: 'VoIP' }],
  ] as const) {
    const before = await create()
    await changeThere(before, part)
    await expect(save(before, { agenda: 'Mine' })).rejects.toMatchObject(changedAtGoto)
    const theirs = await getMeetingDetail(olivia, before.id)
    expect(theirs).toMatchObject(kept)
    const audio = theirs.audioOption ?? theirs.audio
    expect(await save(theirs, { agenda: 'Mine', audio })).toMatchObject({ agenda: 'Mine', ...kept, audioOption: audio })
    expect(await there(before)).toMatchObject([sent])
  }
})

test('a co-organizer removed at GoTo in the meantime is noticed before being put back', async () => {
  const before = await create({ coorganizers: [mara.id] })
  await changeThere(before, { coorganizerKeys: [] })
  await expect(save(before, { agenda: 'Mine' })).rejects.toMatchObject(changedAtGoto)
  expect((await getMeetingDetail(olivia, before.id)).coorganizers).toEqual([])
})

test('a GoTo answer without co-organizers removes none', async () => {
  const before = await create({ coorganizers: [mara.id] })
  setGotoFetch(async (request) => {
    const answer = await portal.sandbox.fetch(request)
    if (request.method !== 'GET' || !/\/meetings\/\d+$/.test(new URL(request.url).pathname)) return answer
    const [{ coorganizerKeys: _, ...row }] = (await answer.json()) as [Record<string, unknown>]
    return Response.json([row])
  })
  expect(await save(before, { agenda: 'Mine' })).toMatchObject({ coorganizers: [{ organizerId: mara.id }] })
  setGotoFetch((request) => portal.sandbox.fetch(request))
  expect(await there(before)).toMatchObject([{ coorganizerKeys: [mara.key] }])
})

test('a co-organizer unknown to Foyer stays', async () => {
  const before = await create()
  await changeThere(before, { coorganizerKeys: [mara.key] })
  await expect(save(before, {})).rejects.toMatchObject(changedAtGoto)
  await db().organizer.updateMany({ where: { id: mara.id }, data: { organizerKey: 1n } })
  const theirs = await getMeetingDetail(olivia, before.id)
  expect(theirs.coorganizers).toEqual([])
  await save(theirs, { agenda: 'Mine' })
  expect(await there(before)).toMatchObject([{ coorganizerKeys: [mara.key] }])
})

test('what a lost save asked for is no conflict, its co-organizers and audio included', async () => {
  const before = await create()
  setGotoFetch(async (request) => {
    const answer = await portal.sandbox.fetch(request)
    if (request.method === 'PUT') throw new TypeError('terminated')
    return answer
  })
  const part = { coorganizers: [mara.id], passwordRequired: true, audio: 'VoIP' }
  await expect(save(before, part)).rejects.toMatchObject({ code: 'upstream_unavailable' })
  setGotoFetch((request) => portal.sandbox.fetch(request))
  expect(await save(before, part)).toMatchObject({ passwordRequired: true, audioOption: 'VoIP', audio: 'VoIP' })
})

test('the numbers to dial outlive GoTo’s list, which says less, and follow the chosen audio at once', async () => {
  const before = await create({ audio: 'Hybrid' })
  expect(before.audio).toContain('Access Code')
  portal.pass(1)
  await readMeetings(worker)
  expect(await getMeetingDetail(olivia, before.id)).toMatchObject({ audio: before.audio, audioOption: 'Hybrid' })
  const spoken = await save(before, { audio: 'VoIP' })
  expect(spoken).toMatchObject({ audio: 'VoIP', audioOption: 'VoIP' })
  expect(await there(before)).toMatchObject([{ conferenceCallInfo: 'VoIP' }])
  const dialled = await save(spoken, { audio: 'PSTN' })
  expect(dialled).toMatchObject({ audio: before.audio, audioOption: 'PSTN' })
  portal.pass(1)
  await readMeetings(worker)
  expect(await getMeetingDetail(olivia, before.id)).toMatchObject({ audio: before.audio, audioOption: 'PSTN' })
})

test('different audio in GoTo’s list is a change made there: the option is no longer known, the numbers are asked for', async () => {
  const before = await create({ audio: 'VoIP' })
  portal.pass(1)
  await readMeetings(worker)
  portal.pass(1)
  await changeThere(before, { conferencecallinfo: 'PSTN' })
  await readMeetings(worker)
  const after = await getMeetingDetail(olivia, before.id)
  expect(after).toMatchObject({ audio: expect.stringContaining('Access Code'), audioOption: null })
  expect(after.version).toBeGreaterThan(before.version)
})

test('with GoTo silent after an update no old numbers are shown, and the next save is no conflict', async () => {
  const before = await create({ audio: 'VoIP' })
  let isUpdated = false
  setGotoFetch((request) => {
    if (request.method === 'PUT') isUpdated = true
    else if (isUpdated) throw new TypeError('terminated')
    return portal.sandbox.fetch(request)
  })
  const silent = await save(before, { audio: 'PSTN' })
  expect(silent).toMatchObject({ audio: '', audioOption: 'PSTN' })
  setGotoFetch((request) => portal.sandbox.fetch(request))
  portal.pass(1)
  await readMeetings(worker)
  expect(await save(silent, { agenda: 'Mine' })).toMatchObject({
    agenda: 'Mine',
    audioOption: 'PSTN',
    audio: expect.stringContaining('Access Code'),
  })
})

test('if GoTo’s answers have no audio text but its list does, that is not taken for a change', async () => {
  setGotoFetch(async (request) => {
    const answer = await portal.sandbox.fetch(request)
    if (request.method === 'PUT' || !/\/meetings(\/\d+)?$/.test(new URL(request.url).pathname)) return answer
    const [row] = (await answer.json()) as [Record<string, unknown>]
    return Response.json([{ ...row, conferenceCallInfo: '' }], { status: answer.status })
  })
  const before = await create({ audio: 'VoIP' })
  portal.pass(1)
  await readMeetings(worker)
  expect(await getMeetingDetail(olivia, before.id)).toMatchObject({ audio: 'VoIP', audioOption: 'VoIP' })
  expect(await save(before, { agenda: 'Mine' })).toMatchObject({ agenda: 'Mine', audioOption: 'VoIP' })
})

test('one change at GoTo is reported once, whichever reader finds it first', async () => {
  const before = await create({ audio: 'Hybrid' })
  portal.pass(1)
  await readMeetings(worker)
  await changeThere(before, { conferencecallinfo: 'VoIP' })
  await expect(save(before, { agenda: 'Mine' })).rejects.toMatchObject(changedAtGoto)
  const theirs = await getMeetingDetail(olivia, before.id)
  portal.pass(1)
  await readMeetings(worker)
  expect(await save(theirs, { agenda: 'Mine', audio: 'VoIP' })).toMatchObject({ agenda: 'Mine' })
})

test('co-organizers are fetched again, and see it in their list at once', async () => {
  const colleague = await portal.connected('mara@example.com')
  const meeting = await create({ visibility: 'invited' })
  const listed = async () => (await listMeetings(colleague, { q: 'Budget' })).items
  expect(await listed()).toEqual([])
  await changeThere(meeting, { coorganizerKeys: [mara.key] })
  portal.pass(11)
  await looksUntil(meeting, { coorganizers: [{ organizerId: mara.id }], version: meeting.version + 1 })
  expect(await listed()).toMatchObject([{ id: meeting.id, can: { start: true } }])
  await changeThere(meeting, { coorganizerKeys: [] })
  await expect(startMeeting(colleague, meeting.id)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('no longer lets you start'),
  })
  expect(await listed()).toEqual([])
  await looksUntil(meeting, { coorganizers: [] })
})

/** A look does not wait long for what is known already: on a busy machine the next one has it. */
function looksUntil({ id }: MeetingDetail, expected: object): Promise<void> {
  return vi.waitFor(async () => expect(await getMeetingDetail(olivia, id)).toMatchObject(expected), { timeout: 20_000 })
}

test('what is typed within a minute of a look is what counts', async () => {
  const before = await create({ passwordRequired: true })
  portal.pass(11)
  const seen = await getMeetingDetail(olivia, before.id)
  expect(await save(seen, { passwordRequired: false })).toMatchObject({ passwordRequired: false })
  expect(await there(before)).toMatchObject([{ passwordRequired: false }])
})

test('a meeting in a room is entered, heard and started as the room is', async () => {
  const room = await create({
    kind: 'room',
    startsAt: null,
    endsAt: null,
    passwordRequired: true,
    coorganizers: [mara.id],
  })
  const own = { passwordRequired: true, coorganizers: [{ organizerId: mara.id }], audio: room.audio }
  const meeting = await create({ subject: 'In the room', roomId: room.id })
  expect(meeting).toMatchObject({ ...own, joinUrl: room.joinUrl, room: { id: room.id } })
  expect(await save(meeting, { agenda: 'Mine' })).toMatchObject({ ...own, agenda: 'Mine' })
  const colleague = await portal.connected('mara@example.com')
  expect(await getMeetingDetail(colleague, meeting.id)).toMatchObject({ can: { start: true, edit: false } })
  expect((await startMeeting(colleague, meeting.id)).hostUrl).toContain('/host/')
  await save(room, { coorganizers: [] })
  expect(await getMeetingDetail(colleague, meeting.id)).toMatchObject({ can: { start: false }, coorganizers: [] })
})

test('what a room does not have, nothing in it has', async () => {
  const { id: roomId } = await create({ kind: 'room', startsAt: null, endsAt: null })
  await expect(create({ roomId, passwordRequired: true })).rejects.toMatchObject({
    fields: { passwordRequired: expect.stringContaining('no password') },
  })
  await expect(create({ roomId, coorganizers: [mara.id] })).rejects.toMatchObject({
    fields: { coorganizers: expect.stringContaining('room’s own co-organizers') },
  })
})

test('a room in which something is planned stays a room, and takes nothing in while it is being changed', async () => {
  const room = await create({ kind: 'room', startsAt: null, endsAt: null })
  const planInIt = () => create({ subject: 'In the room', roomId: room.id })
  await planInIt()
  const dated = { kind: 'scheduled', startsAt: '2026-11-26T09:00:00.000Z', endsAt: '2026-11-26T10:00:00.000Z' }
  await expect(save(room, dated)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('One scheduled meeting takes place in this room'),
  })
  expect(await there(room)).toMatchObject([{ meetingType: 'recurring' }])
  await db().meeting.updateMany({
    where: { id: room.id },
    data: { editingAt: portal.sandbox.now(), editingBy: mara.id },
  })
  await expect(planInIt()).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('being changed right now'),
  })
  await db().meeting.updateMany({ where: { id: room.id }, data: { editingAt: null, editingBy: null } })
  await planInIt()
})
