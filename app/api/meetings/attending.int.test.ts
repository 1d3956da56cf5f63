import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { createMeeting } from '#lib/meetings/create/create-meeting.ts'
import { joinMeeting } from '#lib/meetings/join/join-meeting.ts'
import { getMeetingDetail } from '#lib/meetings/page/get-meeting-detail.ts'
import { MeetingDraft } from '#lib/meetings/schema.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'

let portal: TestPortal
let olivia: UserActor
let erin: UserActor

/** It is ten in the morning in Berlin. */
beforeEach(async () => {
  portal = await testPortal()
  olivia = await portal.connected('olivia@example.com')
  erin = await portal.employee('erin@example.com')
})
afterEach(() => portal.close())

function plan(startsAt: string, endsAt: string): ReturnType<typeof createMeeting> {
  const invited = [{ personId: erin.personId, required: true }]
  return createMeeting(olivia, MeetingDraft.parse({ subject: 'Training', startsAt, endsAt, invited }))
}

test('while it is on, the invited learn who else from here pressed Join; others don’t, and nobody before', async () => {
  const sam = await portal.employee('sam@example.com')
  const { id } = await plan('2026-11-24T09:05:00Z', '2026-11-24T10:00:00Z')
  expect((await getMeetingDetail(erin, id)).company).toBeNull()
  await joinMeeting(sam, id)
  expect((await getMeetingDetail(erin, id)).company).toEqual([{ personId: sam.personId, name: sam.name }])
  expect(await getMeetingDetail(sam, id)).toMatchObject({ company: null, joinPresses: 1 })
})

test('that an organizer starts on time is known from enough past meetings, and said only of what is to come', async () => {
  const { id } = await plan('2026-11-25T09:00:00Z', '2026-11-25T10:00:00Z')
  const { meeting, meetingId, gotoMeetingId } = await db().occurrence.findUniqueOrThrow({
    where: { id },
    include: { meeting: true },
  })
  const { organizerId, accountKey } = meeting
  await db().session.deleteMany({ where: { organizerId } })
  const known = async () => (await getMeetingDetail(erin, id)).startsOnTime
  for (const day of [10, 11, 12, 13, 16]) {
    expect(await known(), `before ${day} November`).toBe(false)
    const [startsAt, endsAt] = [new Date(`2026-11-${day}T09:00:00Z`), new Date(`2026-11-${day}T10:00:00Z`)]
    const past = await db().occurrence.create({
      data: { meetingId, gotoMeetingId, startsAt, endsAt, zone: 'Europe/Berlin' },
    })
    // A later sitting says nothing about how it began.
    for (const late of [1, 30])
      await db().session.create({
        data: {
          accountKey,
          organizerId,
          gotoMeetingId,
          subject: 'Past',
          kind: 'scheduled',
          readAt: now(),
          occurrenceId: past.id,
          startedAt: new Date(startsAt.getTime() + late * 60_000),
          endedAt: endsAt,
        },
      })
  }
  expect(await known()).toBe(true)
  portal.pass(24 * 60)
  expect(await known()).toBe(false)
})
