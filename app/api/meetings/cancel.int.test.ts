import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { SystemActor, UserActor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { db, inTransaction, pool } from '#lib/db/client.ts'
import { bumpListVersion } from '#lib/db/list-version.ts'
import { setGotoFetch } from '#lib/goto/transport.ts'
import { cancelMeeting } from '#lib/meetings/cancel/cancel-meeting.ts'
import { deleteCancelled } from '#lib/meetings/cancel/delete-cancelled.ts'
import { deleteDueCancelled } from '#lib/meetings/cancel/delete-due-cancelled.ts'
import { resumeCancellations } from '#lib/meetings/cancel/resume-cancellations.ts'
import { undoCancellation } from '#lib/meetings/cancel/undo-cancellation.ts'
import { getJoinState } from '#lib/meetings/join/get-join-state.ts'
import { joinMeeting } from '#lib/meetings/join/join-meeting.ts'
import { listMeetings } from '#lib/meetings/list/list-meetings.ts'
import { getMeeting } from '#lib/meetings/page/get-meeting.ts'
import { getMeetingDetail } from '#lib/meetings/page/get-meeting-detail.ts'
import { readActive } from '#lib/meetings/reading/read-active.ts'
import { readMeetings } from '#lib/meetings/reading/read-meetings.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { forgetListStamp } from '#lib/record/list-stamp.ts'
import { putOffCancellation } from '#lib/record/meetings/cancellation.ts'
import { claimCancelled } from '#lib/record/meetings/claim-cancellation.ts'
import { comeToNextMeeting } from '#lib/testing/next-meeting.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import type { Job } from '#lib/worker/job.ts'
import { jobs } from '#lib/worker/jobs/all.ts'
import { openQueue } from '#lib/worker/queue.ts'
import { startTicking } from '#lib/worker/tick.ts'

const worker: SystemActor = { kind: 'system', job: 'test' }
let portal: TestPortal
let erin: UserActor
let olivia: UserActor
let next: Meeting
/** Of the row behind it. */
let meetingId: string

/** Five minutes before Olivia's next meeting. */
beforeEach(async () => {
  portal = await testPortal()
  olivia = await portal.connected('olivia@example.com')
  erin = await portal.employee('erin@example.com')
  next = await comeToNextMeeting(portal, olivia, 'Olivia')
  meetingId = (await db().occurrence.findUniqueOrThrow({ where: { id: next.id } })).meetingId
})
afterEach(() => portal.close())

const tenSeconds = 10 / 60

function rowOf(id = meetingId) {
  return db().meeting.findUniqueOrThrow({ where: { id } })
}

async function listed(actor: UserActor): Promise<Meeting | undefined> {
  return (await listMeetings(actor, { limit: 200 })).items.find(({ id }) => id === next.id)
}

/** Whether GoTo itself still has it. */
async function isAtGoto(): Promise<boolean> {
  const answer = await askGoto('GET')
  return answer.status === 200
}

function askGoto(method: 'GET' | 'DELETE'): Promise<Response> {
  const { access_token } = portal.sandbox.tokenFor('olivia@example.com', { limited: false })
  const headers = { authorization: `Bearer ${access_token}` }
  return portal.sandbox.fetch(`https://api.goto.test/G2M/rest/meetings/${next.gotoMeetingId}`, { method, headers })
}

function deletionsAsked(): number {
  return portal.sandbox.calls().filter((call) => call.method === 'DELETE').length
}

test('only its organizer sees that it can be undone, until the deletion is sent to GoTo', async () => {
  const mayUndo = async (actor: UserActor) => (await listed(actor))?.can.undo
  expect(await mayUndo(olivia)).toBe(false)
  expect((await cancelMeeting(olivia, next.id)).can.undo).toBe(true)
  const adam = await portal.lender('adam@example.com')
  expect(await Promise.all([olivia, erin, adam].map(mayUndo))).toEqual([true, false, false])
  portal.pass(tenSeconds)
  await claimCancelled(meetingId)
  expect((await getMeeting(olivia, next.id)).can.undo).toBe(false)
})

test('Cancel marks the meeting for everybody at once, and nobody can do anything with it', async () => {
  const cancelsAt = new Date(now().getTime() + 10_000).toISOString()
  const nothing = { join: false, start: false, edit: false, cancel: false }
  expect(await cancelMeeting(olivia, next.id)).toMatchObject({ id: next.id, cancelsAt, can: nothing })
  for (const actor of [erin, olivia]) expect(await listed(actor)).toMatchObject({ cancelsAt, can: nothing })
  const sentence = { code: 'conflict', message: expect.stringContaining('being cancelled') }
  await expect(joinMeeting(erin, next.id)).rejects.toMatchObject(sentence)
  await expect(getJoinState(erin, next.id)).rejects.toMatchObject(sentence)
  expect(await isAtGoto()).toBe(true)
  expect(await rowOf()).toMatchObject({ cancelledBy: olivia.personId, goneAt: null })
})

test('Cancel twice is cancelling once, also at the same moment', async () => {
  await Promise.all([cancelMeeting(olivia, next.id), cancelMeeting(olivia, next.id)])
  const { cancelsAt } = await rowOf()
  portal.pass(tenSeconds / 2)
  expect((await cancelMeeting(olivia, next.id)).cancelsAt).toBe(cancelsAt?.toISOString())
  expect(await db().outboxEvent.count({ where: { kind: 'meeting.cancel-asked' } })).toBe(1)
  expect(await db().auditEntry.count({ where: { action: 'meeting.cancel-asked' } })).toBe(1)
})

test('after ten seconds it is deleted at GoTo, and leaves the list for good', async () => {
  await cancelMeeting(olivia, next.id)
  expect(await deleteCancelled(worker, meetingId)).toBe('not due')
  portal.pass(tenSeconds)
  expect(await deleteCancelled(worker, meetingId)).toBe('deleted')
  expect(await isAtGoto()).toBe(false)
  expect(await listed(erin)).toBeUndefined()
  await expect(getMeeting(olivia, next.id)).rejects.toMatchObject({ code: 'not_found' })
  expect(await rowOf()).toMatchObject({ goneBecause: 'Cancelled in Foyer.', writtenAt: now() })
  expect(await db().occurrence.count({ where: { meetingId, goneAt: null } })).toBe(0)
  expect(await db().outboxEvent.count({ where: { kind: 'meeting.cancelled', key: meetingId } })).toBe(1)
  expect(await db().auditEntry.count({ where: { action: 'meeting.cancelled', subjectId: meetingId } })).toBe(1)
  await expect(undoCancellation(olivia, next.id)).rejects.toMatchObject({ code: 'conflict' })
  await expect(undoCancellation(erin, next.id)).rejects.toMatchObject({ code: 'not_found' })
  expect(await deleteCancelled(worker, meetingId)).toBe('not due')
  portal.pass(11)
  await readMeetings(worker)
  expect(await listed(erin)).toBeUndefined()
})

test('Undo restores it, and the job finds nothing to do', async () => {
  await cancelMeeting(olivia, next.id)
  await expect(undoCancellation(erin, next.id)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await undoCancellation(olivia, next.id)).toMatchObject({ cancelsAt: null, can: { join: true, cancel: true } })
  expect(await undoCancellation(olivia, next.id)).toMatchObject({ cancelsAt: null })
  portal.pass(tenSeconds)
  expect(await deleteCancelled(worker, meetingId)).toBe('not due')
  expect(deletionsAsked()).toBe(0)
  expect((await joinMeeting(erin, next.id)).state).toBe('waiting')
  const actions = (await db().auditEntry.findMany({ where: { subjectId: next.id } })).map(({ action }) => action)
  expect(actions.sort()).toEqual(['meeting.cancel-asked', 'meeting.cancel-undone'])
})

test('of Undo and deletion at the same moment exactly one wins, and GoTo agrees', async () => {
  for (let nth = 0; nth < 5; nth += 1) {
    await cancelMeeting(olivia, next.id)
    portal.pass(tenSeconds)
    const undo = () => undoCancellation(olivia, next.id)
    const remove = () => deleteCancelled(worker, meetingId)
    const both = nth % 2 ? [undo(), remove()] : [remove(), undo()]
    const answers = await Promise.allSettled(both)
    const [undone, removed] = nth % 2 ? answers : [answers[1], answers[0]]
    const wasDeleted = removed?.status === 'fulfilled' && removed.value === 'deleted'
    expect(undone?.status === 'fulfilled').toBe(!wasDeleted)
    if (undone?.status === 'rejected') expect(undone.reason).toMatchObject({ code: 'conflict' })
    expect(await isAtGoto()).toBe(!wasDeleted)
    expect((await rowOf()).goneAt === null).toBe(!wasDeleted)
    if (wasDeleted) return
  }
})

test('once the deletion is sent, Undo is too late; if that worker dies, another takes over', async () => {
  await cancelMeeting(olivia, next.id)
  portal.pass(tenSeconds)
  expect(await claimCancelled(meetingId)).toMatchObject({ id: meetingId, tries: 0 })
  expect(await claimCancelled(meetingId)).toBeNull()
  await expect(undoCancellation(olivia, next.id)).rejects.toMatchObject({ code: 'conflict' })
  expect(await deleteDueCancelled(worker)).toEqual({ deleted: 0, failed: 0 })
  portal.pass(15 / 60)
  expect(await deleteDueCancelled(worker)).toEqual({ deleted: 1, failed: 0 })
  expect(await isAtGoto()).toBe(false)
})

test('a worker that was stopped while it deleted cannot overwrite the one that took over', async () => {
  await cancelMeeting(olivia, next.id)
  portal.pass(tenSeconds)
  const asked = Promise.withResolvers<void>()
  const released = Promise.withResolvers<void>()
  setGotoFetch(async (request) => {
    if (request.method !== 'DELETE') return portal.sandbox.fetch(request)
    asked.resolve()
    await released.promise
    return new Response(null, { status: 503 })
  })
  const stopped = deleteCancelled(worker, meetingId)
  await asked.promise
  setGotoFetch((request) => portal.sandbox.fetch(request))
  portal.pass(15 / 60)
  // The successor fails as well, and its pause is what counts.
  portal.sandbox.fault('deleteMeeting', 503, { count: 1, retryAfterSeconds: 600 })
  expect(await deleteCancelled(worker, meetingId)).toBe('failed')
  const after = await rowOf()
  portal.pass(1 / 60)
  released.resolve()
  await stopped
  expect(await rowOf()).toEqual(after)
})

test('one that was stopped before it asked GoTo asks no more: somebody may have undone it', async () => {
  await cancelMeeting(olivia, next.id)
  portal.pass(tenSeconds)
  await db().connection.updateMany({ where: { personId: olivia.personId }, data: { accessExpiresAt: now() } })
  setGotoFetch(async (request) => {
    if (!request.url.includes('/oauth/token')) return portal.sandbox.fetch(request)
    // Meanwhile a successor tries in vain, and the person undoes it.
    portal.pass(15 / 60)
    const successor = await claimCancelled(meetingId)
    if (!successor) throw new Error('The claim was not taken over.')
    const failure = { cancelsAt: now(), failure: 'forbidden', mayHaveArrived: false } as const
    await inTransaction((tx) => putOffCancellation(tx, successor, failure))
    await db().meeting.update({ where: { id: meetingId }, data: { cancelMayHaveArrived: false } })
    await undoCancellation(olivia, next.id)
    return portal.sandbox.fetch(request)
  })
  expect(await deleteCancelled(worker, meetingId)).toBe('not due')
  expect(deletionsAsked()).toBe(0)
  expect(await isAtGoto()).toBe(true)
  expect(await listed(erin)).toMatchObject({ cancelsAt: null })
})

test('two workers that find it at once delete it once', async () => {
  await cancelMeeting(olivia, next.id)
  portal.pass(tenSeconds)
  const outcomes = await Promise.all([deleteCancelled(worker, meetingId), deleteCancelled(worker, meetingId)])
  expect(outcomes.sort()).toEqual(['deleted', 'not due'])
  expect(deletionsAsked()).toBe(1)
})

test('a worker that was off for an hour does what is due, and until then it can be undone', async () => {
  await cancelMeeting(olivia, next.id)
  portal.pass(60)
  expect((await undoCancellation(olivia, next.id)).cancelsAt).toBeNull()
  await cancelMeeting(olivia, next.id)
  portal.pass(60)
  expect(await deleteDueCancelled(worker)).toEqual({ deleted: 1, failed: 0 })
  expect(await isAtGoto()).toBe(false)
})

test('the worker does it by itself: by the event when it runs, by the clock when it was off', async () => {
  const inTime = { timeout: 20_000, interval: 50 }
  const work = (run: Job[]) => openQueue((text, values) => pool().query(text, values), run)
  async function until(run: Job[]): Promise<void> {
    const queue = await work(run)
    const stopTicking = startTicking(queue, run)
    await vi.waitFor(async () => expect((await rowOf()).goneAt).not.toBeNull(), inTime)
    await stopTicking()
    await queue.stop()
  }
  await cancelMeeting(olivia, next.id)
  portal.pass(tenSeconds)
  const began = performance.now()
  await until(jobs.filter((job) => 'on' in job && job.on === 'meeting.cancel-asked'))
  expect(performance.now() - began).toBeGreaterThan(10_000)
  expect(await isAtGoto()).toBe(false)

  await db().meeting.update({ where: { id: meetingId }, data: { goneAt: null, cancelsAt: now() } })
  await until(jobs.filter((job) => job.name === 'delete-cancelled'))
})

test('a meeting deleted at GoTo in the meantime is cancelled all the same', async () => {
  await cancelMeeting(olivia, next.id)
  expect((await askGoto('DELETE')).status).toBe(204)
  portal.pass(tenSeconds)
  expect(await deleteCancelled(worker, meetingId)).toBe('deleted')
  expect(await listed(erin)).toBeUndefined()
})

test('with GoTo down it stays marked with the reason, is tried again after growing pauses, and then goes', async () => {
  await cancelMeeting(olivia, next.id)
  portal.pass(tenSeconds)
  portal.sandbox.fault('deleteMeeting', 503, { count: 2, retryAfterSeconds: 600 })
  expect(await deleteDueCancelled(worker)).toEqual({ deleted: 0, failed: 1 })
  expect(await getMeetingDetail(olivia, next.id)).toMatchObject({ cancelFailure: 'upstream_unavailable' })
  expect(await pauseSeconds()).toBe(30)
  expect(await deleteDueCancelled(worker)).toEqual({ deleted: 0, failed: 0 })
  portal.pass(0.5)
  expect(await deleteDueCancelled(worker)).toEqual({ deleted: 0, failed: 1 })
  expect(await pauseSeconds()).toBe(60)
  expect(await listed(erin)).toMatchObject({ can: { join: false } })
  portal.pass(1)
  expect(await deleteDueCancelled(worker)).toEqual({ deleted: 1, failed: 0 })
  expect(await rowOf()).toMatchObject({ cancelFailure: null })
  expect(await isAtGoto()).toBe(false)
})

async function pauseSeconds(): Promise<number> {
  const { cancelsAt } = await rowOf()
  return ((cancelsAt?.getTime() ?? 0) - now().getTime()) / 1000
}

test('a dead grant keeps the cancellation waiting, and Undo still works', async () => {
  await cancelMeeting(olivia, next.id)
  await loseGrant()
  portal.pass(tenSeconds)
  expect(await deleteCancelled(worker, meetingId)).toBe('failed')
  expect(await rowOf()).toMatchObject({ cancelFailure: 'not_connected', cancelTries: 1, goneAt: null })
  expect(await isAtGoto()).toBe(true)
  expect(await undoCancellation(olivia, next.id)).toMatchObject({ cancelsAt: null })
})

test('reconnecting GoTo needs no wait: the cancelled meeting goes at once', async () => {
  await cancelMeeting(olivia, next.id)
  await loseGrant()
  portal.pass(tenSeconds)
  await deleteCancelled(worker, meetingId)
  olivia = await portal.connected('olivia@example.com')
  await resumeCancellations(worker, erin.personId)
  expect((await rowOf()).goneAt).toBeNull()
  await resumeCancellations(worker, olivia.personId)
  expect((await rowOf()).goneAt).not.toBeNull()
  expect(await isAtGoto()).toBe(false)
})

function loseGrant() {
  return db().connection.updateMany({
    where: { personId: olivia.personId },
    data: { status: 'revoked', revokedAt: now() },
  })
}

test('when GoTo deleted it and its answer was lost, Undo finds out instead of promising', async () => {
  await cancelMeeting(olivia, next.id)
  portal.pass(tenSeconds)
  portal.sandbox.fault('deleteMeeting', 503, { count: 1, retryAfterSeconds: 600 })
  await deleteCancelled(worker, meetingId)
  expect((await askGoto('DELETE')).status).toBe(204)
  await expect(undoCancellation(olivia, next.id)).rejects.toMatchObject({ code: 'conflict' })
  portal.pass(0.5)
  expect(await deleteDueCancelled(worker)).toEqual({ deleted: 1, failed: 0 })
})

test('a refusal that comes after a lost answer does not make Undo promise what GoTo may have deleted', async () => {
  await cancelMeeting(olivia, next.id)
  portal.pass(tenSeconds)
  portal.sandbox.fault('deleteMeeting', 503, { count: 1, retryAfterSeconds: 600 })
  await deleteCancelled(worker, meetingId)
  expect((await askGoto('DELETE')).status).toBe(204)
  await loseGrant()
  portal.pass(0.5)
  await deleteCancelled(worker, meetingId)
  expect(await getMeetingDetail(olivia, next.id)).toMatchObject({ cancelFailure: 'not_connected', mayBeDeleted: true })
  olivia = await portal.connected('olivia@example.com')
  await expect(undoCancellation(olivia, next.id)).rejects.toMatchObject({ code: 'conflict' })
})

test('a worker that died while deleting leaves it open whether GoTo did', async () => {
  await cancelMeeting(olivia, next.id)
  portal.pass(tenSeconds)
  await claimCancelled(meetingId)
  expect((await askGoto('DELETE')).status).toBe(204)
  portal.pass(6)
  await loseGrant()
  expect(await deleteCancelled(worker, meetingId)).toBe('failed')
  expect(await getMeetingDetail(olivia, next.id)).toMatchObject({ cancelFailure: 'not_connected', mayBeDeleted: true })
})

test('a running meeting is ended first, not cancelled', async () => {
  portal.sandbox.act(next.gotoMeetingId, 'start')
  portal.pass(0.1)
  await readActive(worker)
  expect(await getMeeting(olivia, next.id)).toMatchObject({ state: 'live', can: { cancel: false } })
  await expect(cancelMeeting(olivia, next.id)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('End it first'),
  })
})

test('one that was started while it was being cancelled is not taken from the people in it', async () => {
  await cancelMeeting(olivia, next.id)
  portal.sandbox.act(next.gotoMeetingId, 'start')
  portal.pass(1)
  await readActive(worker)
  expect(await deleteCancelled(worker, meetingId)).toBe('failed')
  expect(await rowOf()).toMatchObject({ cancelFailure: 'conflict' })
  expect(deletionsAsked()).toBe(0)
  portal.sandbox.act(next.gotoMeetingId, 'end')
  portal.pass(1)
  await readActive(worker)
  expect(await deleteDueCancelled(worker)).toEqual({ deleted: 1, failed: 0 })
})

test('a room in which meetings are planned is kept until they are elsewhere; they go without GoTo', async () => {
  const meeting = await rowOf()
  const at = now()
  const room = await db().meeting.create({
    data: {
      accountKey: meeting.accountKey,
      organizerId: meeting.organizerId,
      subject: 'My room',
      kind: 'room',
      gotoMeetingId: 987_654_321n,
      createdAt: at,
      changedAt: at,
    },
  })
  const time = { startsAt: new Date(at.getTime() + 3_600_000), endsAt: new Date(at.getTime() + 7_200_000), zone: 'UTC' }
  const inRoom = await db().meeting.create({
    data: {
      accountKey: meeting.accountKey,
      organizerId: meeting.organizerId,
      subject: 'In my room',
      kind: 'scheduled',
      origin: 'foyer',
      createdAt: at,
      changedAt: at,
      occurrences: { create: { gotoMeetingId: 987_654_321n, ...time } },
    },
    include: { occurrences: true },
  })
  const occurrenceId = inRoom.occurrences[0]?.id ?? ''
  const place = { id: room.id, subject: 'My room' }
  expect(await getMeetingDetail(olivia, occurrenceId)).toMatchObject({ room: { ...place, isLive: false } })
  const status = { accountKey: meeting.accountKey, gotoMeetingId: 987_654_321n }
  // It isn't near its time yet: another meeting is running there, and the page says so.
  await db().roomStatus.create({ data: { ...status, isActive: true, activeSince: at, readAt: at } })
  expect(await getMeetingDetail(olivia, occurrenceId)).toMatchObject({
    state: 'scheduled',
    room: { ...place, isLive: true },
  })
  await db().roomStatus.delete({ where: { accountKey_gotoMeetingId: status } })
  await expect(cancelMeeting(olivia, room.id)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('One scheduled meeting takes place in this room'),
  })
  expect((await rowOf(room.id)).cancelsAt).toBeNull()
  await cancelMeeting(olivia, occurrenceId)
  portal.pass(tenSeconds)
  expect(await deleteCancelled(worker, inRoom.id)).toBe('deleted')
  expect(deletionsAsked()).toBe(0)
  expect((await cancelMeeting(olivia, room.id)).cancelsAt).not.toBeNull()
})

test('a change by another process is in this one’s list within half a second', async () => {
  // The machine's own clock, moved by hand: later than anything that is kept from before.
  let ms = performance.now() + 60_000
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => ms)
  onTestFinished(() => {
    clock.mockRestore()
    // What is kept was made by that clock.
    forgetListStamp()
  })
  expect(await listed(erin)).toMatchObject({ cancelsAt: null })
  // Written by another process, which doesn't notify this one.
  await inTransaction(async (tx) => {
    await tx.meeting.update({ where: { id: meetingId }, data: { cancelsAt: new Date(now().getTime() + 10_000) } })
    await bumpListVersion(tx, 'meetings')
  })
  // Until then a whole company asks without a question to the database.
  ms += 499
  expect(await listed(erin)).toMatchObject({ cancelsAt: null })
  ms += 1
  expect(await listed(erin)).toMatchObject({ cancelsAt: expect.any(String) })
})
