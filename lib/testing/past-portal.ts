import type { SystemActor } from '#lib/auth/actor.ts'
import { readMeetings } from '#lib/meetings/reading/read-meetings.ts'
import { readOrganizers } from '#lib/organizers/read-organizers.ts'
import { type TestPortal, testPortal } from './portal.ts'

const worker: SystemActor = { kind: 'system', job: 'test' }

/** A portal that has read the company with Adam's lent grant, at a GoTo that tells of sessions as soon as they end. */
export async function pastPortal(): Promise<TestPortal> {
  const portal = await testPortal()
  portal.sandbox.settings({ historyDelaySeconds: 0 })
  await portal.lender('adam@example.com')
  await readOrganizers(worker)
  await readMeetings(worker)
  return portal
}
