import papa from 'papaparse'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { listAttendance } from '#lib/history/list/list-attendance.ts'
import { listHistory } from '#lib/history/list/list-history.ts'
import type { Session } from '#lib/history/schema.ts'
import { getSession } from '#lib/history/session/get-session.ts'
import { ensureGuests } from '#lib/people/ensure-guests.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { workAsked } from '#lib/testing/work-asked.ts'
import { GET } from './[id]/route.ts'

const email = 'ana@kunde.example'
let portal: TestPortal
let olivia: UserActor
let ana: string

/** Olivia invited a guest to her room, as required, by an address that nobody proved to hold. */
beforeEach(async () => {
  portal = await testPortal()
  olivia = await portal.connected('olivia@example.com')
  const { id: meetingId, organizerId } = await roomOf('olivia@example.com')
  ana = (await ensureGuests(organizerId, [{ email, name: 'Ana Guest' }])).get(email) ?? ''
  await db().invited.create({ data: { meetingId, personId: ana, required: true } })
})
afterEach(() => portal.close())

function roomOf(email: string) {
  return db().meeting.findFirstOrThrow({ where: { kind: 'room', organizer: { email } } })
}

/** She comes to this organizer's room, leaves and comes back, and writes her address in two ways. */
async function visit(organizer: UserActor, organizerEmail: string): Promise<Session> {
  const gotoMeetingId = String((await roomOf(organizerEmail)).gotoMeetingId)
  const { sandbox } = portal
  sandbox.act(gotoMeetingId, 'start')
  sandbox.act(gotoMeetingId, 'join', { name: 'Ana', email: 'ANA@Kunde.example' })
  portal.pass(2)
  sandbox.act(gotoMeetingId, 'leave', { name: 'Ana' })
  portal.pass(1)
  sandbox.act(gotoMeetingId, 'join', { name: 'Ana', email })
  portal.pass(2)
  sandbox.act(gotoMeetingId, 'end')
  portal.pass(1)
  await listHistory(organizer, { q: gotoMeetingId })
  await workAsked()
  const { items } = await listHistory(organizer, { q: gotoMeetingId })
  return getSession(organizer, items[0]?.id ?? '')
}

test('a guest who joins with the address they were invited by is the invited person, everywhere it is shown', async () => {
  const session = await visit(olivia, 'olivia@example.com')
  expect(session).toMatchObject({
    attendees: [
      {
        personId: ana,
        name: 'Ana Guest',
        typedName: 'Ana',
        required: 'required',
        reasons: ['same e-mail', 'was invited'],
      },
    ],
    missing: [],
    required: { invited: 1, present: 1 },
    identified: 1,
    unidentified: 0,
  })
  const path = `/api/history/${session.id}.csv`
  const csv = await GET(portal.request(olivia, path), { params: Promise.resolve({ id: `${session.id}.csv` }) })
  const { data } = papa.parse<Record<string, string>>(await csv.text(), { header: true, skipEmptyLines: true })
  expect(data).toMatchObject([{ Name: 'Ana Guest', 'Typed name': 'Ana', Invited: 'required' }])
  const list = await listAttendance(olivia, { from: '2026-11-24', zone: 'UTC', q: 'ana guest' })
  expect(list.items).toMatchObject([{ sessionId: session.id, personId: ana, required: 'required' }])
  // Typing it proves nothing: they can still be taken over by nobody but who proves to hold the address.
  expect(await db().address.findMany({ where: { email } })).toMatchObject([{ personId: ana, verifiedBy: null }])
})

test('the same address says nothing where they were not invited', async () => {
  const mara = await portal.connected('mara@example.com')
  expect(await visit(mara, 'mara@example.com')).toMatchObject({
    attendees: [{ personId: null, name: 'Ana', required: null, confidence: null, reasons: [] }],
    identified: 0,
    unidentified: 1,
  })
})

test('an address two people have is nobody’s, even if both were invited', async () => {
  const createdAt = portal.sandbox.now()
  const { id: personId } = await db().person.create({
    data: { name: 'Other', createdAt, addresses: { create: { email, createdAt } } },
  })
  const { id: meetingId } = await roomOf('olivia@example.com')
  await db().invited.create({ data: { meetingId, personId, required: false } })
  expect(await visit(olivia, 'olivia@example.com')).toMatchObject({
    attendees: [{ personId: null, name: 'Ana', required: null }],
    missing: [{ personId: ana }, { personId }],
    required: { invited: 1, present: 0 },
  })
})

test('another organizer’s guest with the same address takes nothing from this one', async () => {
  const { organizerId } = await roomOf('mara@example.com')
  await ensureGuests(organizerId, [{ email, name: 'Somebody of Mara’s' }])
  expect(await visit(olivia, 'olivia@example.com')).toMatchObject({ attendees: [{ personId: ana, name: 'Ana Guest' }] })
})
