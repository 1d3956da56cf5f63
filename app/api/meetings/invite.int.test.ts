import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SystemActor, UserActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { changeMeeting } from '#lib/meetings/change/change-meeting.ts'
import { createMeeting } from '#lib/meetings/create/create-meeting.ts'
import { listMeetings } from '#lib/meetings/list/list-meetings.ts'
import { getMeetingDetail } from '#lib/meetings/page/get-meeting-detail.ts'
import { listAttendees } from '#lib/meetings/page/list-attendees.ts'
import { everybodyInvited } from '#lib/meetings/rules.ts'
import { type Meeting, MeetingChange, type MeetingDetail, MeetingDraft } from '#lib/meetings/schema.ts'
import { listPeople } from '#lib/people/list-people.ts'
import { matchPeople } from '#lib/people/match-people.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { forgetOldRecords } from '#lib/upkeep/forget-old-records.ts'

const worker: SystemActor = { kind: 'system', job: 'test' }
const bob = 'bob@customer.example'
/** Tomorrow at ten, for half an hour. */
const planned = { startsAt: '2026-11-25T09:00:00.000Z', endsAt: '2026-11-25T09:30:00.000Z' }

let portal: TestPortal
let olivia: UserActor
let mara: UserActor

beforeEach(async () => {
  portal = await testPortal()
  olivia = await portal.connected('olivia@example.com')
  mara = await portal.connected('mara@example.com')
})
afterEach(() => portal.close())

function create(actor: UserActor, part: object): Promise<Meeting> {
  return createMeeting(actor, MeetingDraft.parse({ subject: 'Budget', ...planned, ...part }))
}

/** What a script sends that takes the answer of GET as it is, with something of its own. */
async function change(actor: UserActor, id: string, part: object): Promise<MeetingDetail> {
  const { subject, kind, startsAt, endsAt, version, invited, invitedGroups } = await getMeetingDetail(actor, id)
  const body = { subject, kind, startsAt, endsAt, version, invited, invitedGroups, ...part }
  return changeMeeting(actor, id, MeetingChange.parse(body))
}

type Refusal = { code: string; message: string; fields?: Record<string, string> }

function refusalOf(attempt: Promise<unknown>): Promise<Refusal> {
  return attempt.then(
    () => ({ code: '', message: '' }),
    (error: Refusal) => error,
  )
}

describe('a guest', () => {
  test('is nothing to another organizer: neither name nor person, in answers and in searches', async () => {
    const first = await create(mara, { invited: [{ email: bob, name: 'Bobby' }] })
    const second = await create(olivia, { invited: [{ email: bob }] })
    expect(second.invited).toMatchObject([{ name: 'bob' }])
    expect(second.invited[0]?.personId).not.toBe(first.invited[0]?.personId)
    expect((await getMeetingDetail(mara, first.id)).invited).toMatchObject([{ name: 'Bobby' }])
    const erin = await portal.employee('erin@example.com')
    for (const [actor, q, names] of [
      [olivia, 'bobby', []],
      [olivia, 'bob', ['bob']],
      [mara, 'bob@customer', ['Bobby']],
      [erin, 'bob', []],
      [erin, 'customer.example', []],
    ] as const)
      expect((await listPeople(actor, { q })).items.map(({ name }) => name)).toEqual(names)
    expect((await matchPeople(olivia, { names: ['Bobby'] })).items).toEqual([
      { name: 'Bobby', people: [], isSure: false },
    ])
  })

  test('of another organizer cannot be invited by their id, which would show their address', async () => {
    const [guest] = (await create(mara, { invited: [{ email: bob, name: 'Bobby' }] })).invited
    const refusal = await refusalOf(create(olivia, { invited: [{ personId: guest?.personId }] }))
    expect(refusal).toMatchObject({ code: 'invalid', fields: { 'invited.0.personId': expect.any(String) } })
    const unknown = crypto.randomUUID()
    expect(await refusalOf(create(olivia, { invited: [{ personId: unknown }] }))).toMatchObject(refusal)
  })

  test('of another organizer is marked as such for a copy, and so is a group that is gone', async () => {
    const { id: groupId } = await db().group.findFirstOrThrow({ where: { name: 'Sales' } })
    const invited = [{ email: bob, name: 'Bobby' }, { personId: olivia.personId }]
    const made = await create(mara, { invited, invitedGroups: [{ groupId }] })
    const guest = made.invited.find(({ name }) => name === 'Bobby')
    expect((await getMeetingDetail(mara, made.id)).notMine).toEqual([])
    expect((await getMeetingDetail(olivia, made.id)).notMine).toEqual([guest?.personId])
    await db().group.update({ where: { id: groupId }, data: { goneAt: portal.sandbox.now() } })
    expect((await getMeetingDetail(mara, made.id)).notMine).toEqual([groupId])
  })

  test('of one’s own is invited again by id', async () => {
    const [guest] = (await create(olivia, { invited: [{ email: bob, name: 'Bobby' }] })).invited
    const again = await create(olivia, { subject: 'Again', invited: [{ personId: guest?.personId, required: true }] })
    expect(again.invited).toEqual([{ ...guest, required: true }])
  })

  test('nobody owns is given by the nightly job to the organizer of the first invitation, who finds them again', async () => {
    const [guest] = (await create(olivia, { invited: [{ email: bob }] })).invited
    await db().person.updateMany({ where: { email: bob }, data: { guestOf: null } })
    await db().person.create({ data: { name: 'Contact', createdAt: new Date(0) } })
    expect((await listPeople(olivia, { q: 'bob' })).items).toEqual([])
    await forgetOldRecords(worker)
    expect((await listPeople(olivia, { q: 'bob' })).items).toMatchObject([{ personId: guest?.personId }])
    expect((await listPeople(mara, { q: 'bob' })).items).toEqual([])
  })
})

describe('a group', () => {
  async function sales() {
    const { id } = await db().group.findFirstOrThrow({ where: { name: 'Sales' } })
    const others = await db().organizer.findMany({ where: { personId: { not: olivia.personId } }, take: 6 })
    await db().organizer.updateMany({ where: { id: { in: others.map((one) => one.id) } }, data: { groupId: id } })
    const { items } = await listPeople(olivia, { group: id })
    return { groupId: id, people: items }
  }

  test('is one invitation with its people as they were, some left out, and everybody counts once', async () => {
    const { groupId, people } = await sales()
    const [out, own, ...others] = people.filter(({ personId }) => personId !== olivia.personId)
    const invitedGroups = [{ groupId, required: true, except: [out?.personId] }]
    const made = await create(olivia, { invitedGroups, invited: [{ personId: own?.personId }] })
    expect(made.invitedGroups).toEqual([{ groupId, name: 'Sales', required: true, except: [out?.personId] }])
    expect(made.invited).toMatchObject([{ personId: own?.personId, required: false }])
    const everybody = [{ ...own, required: false }, ...others.map((one) => ({ ...one, required: true }))]
    const ids = (list: { personId?: string; required: boolean }[]) =>
      list.map(({ personId, required }) => `${personId} ${required}`).sort()
    const detail = await getMeetingDetail(olivia, made.id)
    expect(ids(everybodyInvited(detail))).toEqual(ids(everybody))
    expect(ids((await listAttendees(olivia, made.id)).invited)).toEqual(ids(everybody))
    // Somebody leaves the group.
    await db().organizer.updateMany({ where: { personId: others[0]?.personId ?? '' }, data: { groupId: null } })
    const changed = await change(olivia, made.id, { subject: 'Budget again' })
    expect(ids(everybodyInvited(changed))).toEqual(ids(everybody))
    expect(changed.invitedGroups).toEqual(made.invitedGroups)
  })

  test('is stored as the form showed it, whoever has come since', async () => {
    const { groupId, people } = await sales()
    const shown = people.slice(0, 2).map(({ personId, name }) => ({ personId, name }))
    const made = await create(olivia, { invitedGroups: [{ groupId, people: shown }] })
    expect((await getMeetingDetail(olivia, made.id)).groupPeople).toEqual([{ groupId, people: shown }])
    const nobody = { groupId, people: [{ personId: crypto.randomUUID() }] }
    expect(await refusalOf(create(olivia, { invitedGroups: [nobody] }))).toMatchObject({
      fields: { 'invitedGroups.0.people': expect.any(String) },
    })
    expect(await refusalOf(create(olivia, { invitedGroups: [{ groupId: crypto.randomUUID() }] }))).toMatchObject({
      fields: { 'invitedGroups.0.groupId': expect.any(String) },
    })
  })

  test('lets its people see a meeting for invited people, and know in their list that it is theirs', async () => {
    const { groupId } = await sales()
    const soon = { startsAt: '2026-11-24T09:05:00.000Z', endsAt: '2026-11-24T09:30:00.000Z' }
    const invitedGroups = [{ groupId, required: true }]
    const { id } = await create(olivia, { ...soon, visibility: 'invited', invitedGroups })
    const { items, throughGroups } = await listMeetings(mara, { q: 'Budget' })
    expect(items).toMatchObject([{ id, invited: [], can: { join: true } }])
    expect(throughGroups[id]).toMatchObject({ personId: mara.personId, required: true })
    expect((await listMeetings(mara, { mine: '1', q: 'Budget' })).items).toHaveLength(1)
    const erin = await portal.employee('erin@example.com')
    expect(await listMeetings(erin, { q: 'Budget' })).toMatchObject({ items: [], throughGroups: {} })
    await change(olivia, id, { invitedGroups: [{ groupId, except: [mara.personId] }] })
    expect(await listMeetings(mara, { q: 'Budget' })).toMatchObject({ items: [], throughGroups: {} })
  })
})

describe('how many and who', () => {
  test('at most five hundred people, those of groups among them, are said with their number', async () => {
    const { id: groupId } = await db().group.findFirstOrThrow({ where: { name: 'Sales' } })
    const group = (await listPeople(olivia, { group: groupId })).items.length
    const guests = Array.from({ length: 500 - group + 1 }, (_, nth) => ({ email: `guest${nth}@customer.example` }))
    const refusal = await refusalOf(create(olivia, { invited: guests, invitedGroups: [{ groupId }] }))
    expect(refusal.message).toBe('This invites 501 people, and a meeting can have at most 500. Remove 1 of them.')
    expect(refusal.fields).toEqual({ invited: refusal.message })
    expect(await db().person.count({ where: { guestOf: { not: null } } })).toBe(0)
    expect((await create(olivia, { invited: guests.slice(1), invitedGroups: [{ groupId }] })).invited).toHaveLength(
      500 - group,
    )
    const tooMany = MeetingDraft.safeParse({
      subject: 'x',
      ...planned,
      invited: Array.from({ length: 501 }, (_, nth) => ({ email: `g${nth}@x.example` })),
    })
    expect(tooMany.error?.issues).toMatchObject([
      { message: 'This invites 501 people, and a meeting can have at most 500. Remove 1 of them.' },
    ])
  })

  test('an address is refused by name, and one with an umlaut in its domain is one with its other form', async () => {
    const refused = MeetingDraft.safeParse({ subject: 'x', ...planned, invited: [{ email: 'jörg@example.org' }] })
    expect(refused.error?.issues).toMatchObject([
      { path: ['invited', 0, 'email'], message: expect.stringContaining('jörg@example.org') },
    ])
    const invited = ["o'brien@example.org", 'info@müller.example', 'INFO@xn--mller-kva.example'].map((email) => {
      return { email }
    })
    expect((await create(olivia, { invited })).invited.map(({ name }) => name)).toEqual(['info', "o'brien"])
  })

  test('names of a list lead to whom they certainly mean, or to those they may mean', async () => {
    const { items } = await matchPeople(olivia, { names: ['Marsh, Olivia', 'Olivia', 'Nobody Such'] })
    expect(items).toMatchObject([
      { isSure: true, people: [{ personId: olivia.personId }] },
      { name: 'Olivia' },
      { isSure: false, people: [] },
    ])
  })
})
