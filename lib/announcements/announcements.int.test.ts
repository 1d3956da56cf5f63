import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { changeAnnouncement } from './change-announcement.ts'
import { createAnnouncement } from './create-announcement.ts'
import { listAnnouncements } from './list-announcements.ts'
import { removeAnnouncement } from './remove-announcement.ts'

let portal: TestPortal
let adam: UserActor
let erin: UserActor

beforeEach(async () => {
  portal = await testPortal()
  adam = portal.adam
  erin = await portal.employee('erin@example.com')
})
afterEach(() => portal.close())

const bodies = async (actor: UserActor, all?: '1') =>
  (await listAnnouncements(actor, all ? { all } : {})).items.map(({ body }) => body)

test('a message is shown from its start until its end, and planned ones only to administrators', async () => {
  await createAnnouncement(adam, { body: 'Now', from: null, until: '2026-11-24T10:00:00Z' })
  await createAnnouncement(adam, { body: 'Later', from: '2026-11-24T11:00:00+02:00', until: null })
  await createAnnouncement(adam, { body: 'Tomorrow', from: '2026-11-25T00:00:00Z', until: null })
  expect((await bodies(erin)).sort()).toEqual(['Later', 'Now'])
  portal.pass(60)
  expect(await bodies(erin)).toEqual(['Later'])
  expect((await bodies(adam, '1')).sort()).toEqual(['Later', 'Now', 'Tomorrow'])
  await expect(bodies(erin, '1')).rejects.toMatchObject({ code: 'forbidden' })
})

test('an edit to a message that somebody else has since changed is refused and changes nothing', async () => {
  const made = await createAnnouncement(adam, { body: 'First', from: null, until: null })
  const edit = { from: null, until: null, version: made.version }
  const changed = await changeAnnouncement(adam, made.id, { ...edit, body: 'Second' })
  expect(changed).toMatchObject({ version: made.version + 1, body: 'Second', changedBy: 'Adam Keller' })
  await expect(changeAnnouncement(adam, made.id, { ...edit, body: 'Third' })).rejects.toMatchObject({
    code: 'conflict',
  })
  expect(await bodies(erin)).toEqual(['Second'])
})

test('a message that is over before it is saved is refused', async () => {
  const over = { body: 'Late', from: null, until: '2026-11-24T08:00:00Z' }
  const refusal = { code: 'invalid', fields: { until: 'This end is in the past. Choose a future time.' } }
  await expect(createAnnouncement(adam, over)).rejects.toMatchObject(refusal)
  const made = await createAnnouncement(adam, { ...over, until: null })
  await expect(changeAnnouncement(adam, made.id, { ...over, version: made.version })).rejects.toMatchObject(refusal)
})

test('addresses in a message are links for everybody who reads it', async () => {
  await createAnnouncement(adam, {
    body: 'See https://example.com/plan or ask hr@example.com.',
    from: null,
    until: null,
  })
  const [message] = (await listAnnouncements(erin, {})).items
  expect([...(message?.html ?? '').matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    'https://example.com/plan',
    'mailto:hr@example.com',
  ])
})

test('only administrators write messages, and every write is in the audit log', async () => {
  const draft = { body: 'Hello **all**', from: null, until: null }
  const made = await createAnnouncement(adam, draft)
  expect(made.html).toBe('<p>Hello <strong>all</strong></p>\n')
  for (const attempt of [
    () => createAnnouncement(erin, draft),
    () => changeAnnouncement(erin, made.id, { ...draft, version: 1 }),
    () => removeAnnouncement(erin, made.id),
  ])
    await expect(async () => attempt()).rejects.toMatchObject({ code: 'forbidden' })
  await changeAnnouncement(adam, made.id, { ...draft, version: 1 })
  await removeAnnouncement(adam, made.id)
  await expect(removeAnnouncement(adam, made.id)).rejects.toMatchObject({ code: 'not_found' })
  expect(await bodies(adam, '1')).toEqual([])
  const entries = await db().auditEntry.findMany({ where: { subjectId: made.id }, orderBy: { id: 'asc' } })
  expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual(
    ['announcement.create', 'announcement.change', 'announcement.remove'].map((action) => [action, adam.personId]),
  )
})
