import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SystemActor, UserActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { cancelMeeting } from '#lib/meetings/cancel/cancel-meeting.ts'
import { createMeeting } from '#lib/meetings/create/create-meeting.ts'
import { findById } from '#lib/meetings/join/find-by-id.ts'
import { joinById } from '#lib/meetings/join/join-by-id.ts'
import { readActive } from '#lib/meetings/reading/read-active.ts'
import { type Meeting, MeetingDraft } from '#lib/meetings/schema.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'

const worker: SystemActor = { kind: 'system', job: 'test' }

let portal: TestPortal
let olivia: UserActor
let erin: UserActor
let room: Meeting

/** It is ten in the morning in Berlin. */
beforeEach(async () => {
  portal = await testPortal()
  olivia = await portal.connected('olivia@example.com')
  erin = await portal.employee('erin@example.com')
  room = await createMeeting(olivia, MeetingDraft.parse({ kind: 'room', subject: 'Open door' }))
})
afterEach(() => portal.close())

/** On that Tuesday, in UTC. */
function planInRoom(subject: string, from: string, to: string, day = '2026-11-24'): Promise<Meeting> {
  const times = { startsAt: `${day}T${from}:00Z`, endsAt: `${day}T${to}:00Z` }
  return createMeeting(olivia, MeetingDraft.parse({ subject, ...times, roomId: room.id }))
}

const joined = async () => (await joinById(erin, { meetingId: room.gotoMeetingId })).meeting?.subject

test('a room’s ID joins the open room while none of its times can be joined, before and after them', async () => {
  await planInRoom('Next week', '09:00', '10:00', '2026-12-01')
  expect(await joined()).toBe('Open door')
  portal.pass(9 * 24 * 60)
  expect(await joined()).toBe('Open door')
})

test('and the time whose window is open; of two, the one that isn’t over', async () => {
  await planInRoom('First', '09:10', '10:00')
  await planInRoom('Second', '10:00', '11:00')
  expect(await joined()).toBe('First')
  portal.pass(61)
  expect(await joined()).toBe('Second')
})

test('and the time still running, long after it should have ended', async () => {
  await planInRoom('Long one', '09:05', '09:30')
  portal.pass(10)
  portal.sandbox.act(room.gotoMeetingId, 'start')
  portal.pass(1)
  await readActive(worker)
  portal.pass(170)
  await readActive(worker)
  expect(await joined()).toBe('Long one')
  portal.sandbox.act(room.gotoMeetingId, 'end')
  portal.pass(1)
  await readActive(worker)
  expect(await joined()).toBe('Open door')
})

test('a time being cancelled does not take precedence over the open room', async () => {
  const { id } = await planInRoom('Off', '09:10', '10:00')
  await cancelMeeting(olivia, id)
  expect(await joined()).toBe('Open door')
})

test('without a room, the ID means the next time, and it says when it opens', async () => {
  const times = { startsAt: '2026-11-25T09:00:00Z', endsAt: '2026-11-25T10:00:00Z' }
  const { gotoMeetingId } = await createMeeting(olivia, MeetingDraft.parse({ subject: 'Tomorrow', ...times }))
  await expect(joinById(erin, { meetingId: gotoMeetingId })).rejects.toMatchObject({ code: 'conflict' })
})

test('which meeting an ID means can be asked without pressing Join; an unknown one is none', async () => {
  await planInRoom('First', '09:10', '10:00')
  expect((await findById(erin, { meetingId: room.gotoMeetingId })).meeting?.subject).toBe('First')
  expect(await findById(erin, { meetingId: 'meet.goto.com/999-888-777' })).toEqual({
    gotoMeetingId: '999888777',
    meeting: null,
  })
  expect(await db().joinPress.count()).toBe(0)
  await expect(findById(erin, { meetingId: 'tomorrow' })).rejects.toMatchObject({ code: 'invalid' })
})

test('a meeting somebody may not see is as unknown to them as any other', async () => {
  const times = { startsAt: '2026-11-24T09:10:00Z', endsAt: '2026-11-24T10:00:00Z' }
  const draft = MeetingDraft.parse({ subject: 'Secret', ...times, visibility: 'invited' })
  const { gotoMeetingId } = await createMeeting(olivia, draft)
  expect((await findById(erin, { meetingId: gotoMeetingId })).meeting).toBeNull()
  expect((await findById(olivia, { meetingId: gotoMeetingId })).meeting?.subject).toBe('Secret')
})
