import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SystemActor, UserActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { cancelMeeting } from '#lib/meetings/cancel/cancel-meeting.ts'
import { deleteDueCancelled } from '#lib/meetings/cancel/delete-due-cancelled.ts'
import { changeMeeting } from '#lib/meetings/change/change-meeting.ts'
import { createMeeting } from '#lib/meetings/create/create-meeting.ts'
import { getMeetingDetail } from '#lib/meetings/page/get-meeting-detail.ts'
import { readMeetings } from '#lib/meetings/reading/read-meetings.ts'
import { type Meeting, MeetingChange, MeetingDraft } from '#lib/meetings/schema.ts'
import { readOrganizers } from '#lib/organizers/read-organizers.ts'
import { changeAccount } from '#lib/people/change-account.ts'
import { forgetGuests } from '#lib/people/forget-guests.ts'
import { listPeople } from '#lib/people/list-people.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'

const worker: SystemActor = { kind: 'system', job: 'test' }
const [bob, cy] = ['bob@customer.example', 'cy@customer.example']
const day = 1_440
const week = 7 * day
/** Far enough ahead that it stands while weeks pass. */
const planned = { startsAt: '2027-03-02T09:00:00.000Z', endsAt: '2027-03-02T09:30:00.000Z' }

let portal: TestPortal
let olivia: UserActor

beforeEach(async () => {
  portal = await testPortal()
  olivia = await portal.connected('olivia@example.com')
})
afterEach(() => portal.close())

function create(part: object): Promise<Meeting> {
  return createMeeting(olivia, MeetingDraft.parse({ subject: 'Budget', ...planned, ...part }))
}

async function invite(id: string, ...emails: string[]): Promise<void> {
  const { subject, kind, startsAt, endsAt, version } = await getMeetingDetail(olivia, id)
  const invited = emails.map((email) => ({ email }))
  await changeMeeting(olivia, id, MeetingChange.parse({ subject, kind, startsAt, endsAt, version, invited }))
}

/** Deleted at GoTo, too: Undo is over. */
async function cancel(id: string): Promise<void> {
  await cancelMeeting(olivia, id)
  portal.pass(11)
  await deleteDueCancelled(worker)
}

/** As the night's job leaves them. */
async function remaining(): Promise<(string | null)[]> {
  await forgetGuests()
  const guests = await db().person.findMany({ where: { guestOf: { not: null } }, orderBy: { email: 'asc' } })
  return guests.map(({ email }) => email)
}

describe('a guest nobody met is forgotten a week after the last invitation', () => {
  test('was changed away, however busy the organizer is', async () => {
    const { id } = await create({ invited: [{ email: bob }, { email: cy }] })
    const other = await create({ subject: 'Other' })
    portal.pass(2 * week)
    await invite(id, cy)
    for (let days = 0; days < 7; days++) {
      portal.pass(day - 60)
      await invite(other.id)
      expect(await remaining()).toEqual([bob, cy])
    }
    portal.pass(8 * 60)
    await invite(other.id)
    expect(await remaining()).toEqual([cy])
    expect(await db().address.count({ where: { email: bob } })).toBe(0)
    expect((await listPeople(olivia, { q: 'bob' })).items).toEqual([])
  })

  test('was cancelled', async () => {
    const { id } = await create({ invited: [{ email: bob }] })
    portal.pass(2 * week)
    await cancel(id)
    portal.pass(week - day)
    expect(await remaining()).toEqual([bob])
    portal.pass(2 * day)
    expect(await remaining()).toEqual([])
  })

  test('was deleted at GoTo', async () => {
    const { gotoMeetingId } = await create({ invited: [{ email: bob }] })
    portal.pass(2 * week)
    await portal.atGoto('olivia@example.com', 'DELETE', `/meetings/${gotoMeetingId}`)
    for (let reads = 0; reads < 2; reads++) {
      portal.pass(10)
      await readMeetings(worker)
    }
    portal.pass(week - day)
    expect(await remaining()).toEqual([bob])
    portal.pass(2 * day)
    expect(await remaining()).toEqual([])
  })

  test('came to nothing, as the meeting was never made', async () => {
    const { id } = await create({ invited: [{ email: bob }] })
    const { meetingId } = await db().occurrence.findUniqueOrThrow({ where: { id } })
    // As if the creation had been refused after the guest was made.
    await db().invited.deleteMany({ where: { meetingId } })
    const { createdAt } = await db().person.findFirstOrThrow({ where: { email: bob } })
    await db().person.updateMany({ where: { email: bob }, data: { uninvitedAt: createdAt } })
    portal.pass(week - day)
    expect(await remaining()).toEqual([bob])
    portal.pass(2 * day)
    expect(await remaining()).toEqual([])
  })

  test('was changed away by an older process, which doesn’t say when: a week after that is noticed', async () => {
    const { id } = await create({ invited: [{ email: bob }] })
    const { meetingId } = await db().occurrence.findUniqueOrThrow({ where: { id } })
    portal.pass(2 * week)
    await db().invited.deleteMany({ where: { meetingId } })
    expect(await remaining()).toEqual([bob])
    portal.pass(week - day)
    expect(await remaining()).toEqual([bob])
    portal.pass(2 * day)
    expect(await remaining()).toEqual([])
  })
})

describe('a guest stays', () => {
  test('while one more invitation stands, and a week after that', async () => {
    const first = await create({ invited: [{ email: bob }] })
    const second = await create({ subject: 'Other', invited: [{ email: bob }] })
    portal.pass(2 * week)
    await invite(first.id)
    portal.pass(2 * week)
    expect(await remaining()).toEqual([bob])
    await cancel(second.id)
    expect(await remaining()).toEqual([bob])
    portal.pass(week + day)
    expect(await remaining()).toEqual([])
  })

  test('who was changed away from one meeting long after another was cancelled', async () => {
    const first = await create({ invited: [{ email: bob }] })
    const second = await create({ subject: 'Other', invited: [{ email: bob }] })
    await cancel(second.id)
    portal.pass(2 * week)
    await invite(first.id)
    expect(await remaining()).toEqual([bob])
    portal.pass(week + day)
    expect(await remaining()).toEqual([])
  })

  test('who is invited again meanwhile, as the same person', async () => {
    const { id } = await create({ invited: [{ email: bob }] })
    const guest = await db().person.findFirstOrThrow({ where: { email: bob } })
    portal.pass(2 * week)
    await invite(id)
    portal.pass(week - day)
    await invite(id, bob)
    portal.pass(2 * week)
    expect(await remaining()).toEqual([bob])
    expect(await db().person.findFirstOrThrow({ where: { email: bob } })).toMatchObject({
      id: guest.id,
      uninvitedAt: null,
    })
  })

  test('whose meeting stands, however long ago they were invited and whatever became of its organizer here', async () => {
    await create({ invited: [{ email: bob }] })
    await changeAccount(portal.adam, olivia.personId, { disabled: true })
    portal.pass(4 * week)
    expect(await remaining()).toEqual([bob])
  })

  test('until the meeting of an organizer GoTo no longer has is gone for a week', async () => {
    await create({ invited: [{ email: bob }] })
    portal.pass(2 * week)
    await portal.atGoto('adam@example.com', 'DELETE', '/organizers?email=olivia@example.com')
    for (let reads = 0; reads < 2; reads++) {
      portal.pass(10)
      await readOrganizers(worker)
    }
    expect(await db().meeting.count({ where: { subject: 'Budget', goneAt: null } })).toBe(0)
    expect(await remaining()).toEqual([bob])
    portal.pass(week + day)
    expect(await remaining()).toEqual([])
  })

  test('who was met meanwhile, and whom a meeting that took place expected', async () => {
    const { id } = await create({ invited: [{ email: bob }, { email: cy }] })
    const { meetingId, meeting } = await db().occurrence.findUniqueOrThrow({
      where: { id },
      include: { meeting: true },
    })
    const guest = await db().person.findFirstOrThrow({ where: { email: bob } })
    const { accountKey, organizerId, gotoMeetingId, subject, kind } = meeting
    const at = portal.sandbox.now()
    const run = { accountKey, organizerId, gotoMeetingId: gotoMeetingId ?? 0n, meetingId, subject, kind }
    const attendances = { create: { typedName: 'Bob', personId: guest.id } }
    await db().session.create({ data: { ...run, startedAt: at, readAt: at, attendances } })
    await cancel(id)
    portal.pass(2 * week)
    expect(await remaining()).toEqual([bob, cy])
    const other = await create({ subject: 'Other', invited: [{ email: bob }, { email: 'dee@customer.example' }] })
    await invite(other.id)
    portal.pass(week + day)
    expect(await remaining()).toEqual([bob, cy])
  })

  test('named in a creation that may yet be found, by id or by address', async () => {
    const { id, invited } = await create({ invited: [{ email: bob }, { email: cy }] })
    await invite(id)
    portal.pass(week + day)
    const guest = invited.find(({ name }) => name === 'bob')
    const draft = { invited: [{ personId: guest?.personId }, { email: 'CY@customer.example' }] }
    const { personId, organizerId } = await db().meetingCreation.findFirstOrThrow()
    const creation = { personId, organizerId, state: 'unknown', askedAt: portal.sandbox.now(), draft }
    const { id: creationId } = await db().meetingCreation.create({ data: { id: crypto.randomUUID(), ...creation } })
    expect(await remaining()).toEqual([bob, cy])
    await db().meetingCreation.delete({ where: { id: creationId } })
    expect(await remaining()).toEqual([])
  })

  test('whom a change that is being sent to GoTo invites again', async () => {
    const { id } = await create({ invited: [{ email: bob }] })
    await invite(id)
    portal.pass(week + day)
    await db().meeting.updateMany({ where: { subject: 'Budget' }, data: { editingAt: portal.sandbox.now() } })
    expect(await remaining()).toEqual([bob])
    portal.pass(2 * day)
    expect(await remaining()).toEqual([])
  })

  test('for the copy of a meeting that is cancelled while its copy is open', async () => {
    const { id, invited } = await create({ invited: [{ email: bob, name: 'Bob' }] })
    await cancel(id)
    expect(await remaining()).toEqual([bob])
    expect((await create({ subject: 'Copy', invited })).invited).toMatchObject([{ name: 'Bob' }])
  })
})
