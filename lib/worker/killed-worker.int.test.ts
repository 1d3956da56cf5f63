import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { databaseUrl } from '#lib/db/address.ts'
import { db } from '#lib/db/client.ts'
import { cancelMeeting } from '#lib/meetings/cancel/cancel-meeting.ts'
import { createMeeting } from '#lib/meetings/create/create-meeting.ts'
import { MeetingDraft } from '#lib/meetings/schema.ts'
import { serveSandbox } from '#lib/sandbox/serve.ts'
import { faultProxy } from '#lib/testing/fault-proxy.ts'
import { testPortal } from '#lib/testing/portal.ts'
import { startWorker } from '#lib/testing/worker-process.ts'

const select = {
  id: true,
  goneAt: true,
  goneBecause: true,
  cancelTries: true,
  cancelFailure: true,
  cancelTellingAt: true,
}
const patience = { timeout: 100_000, interval: 200 }

test('a cancellation that a killed or a stopped worker was sending is sent by another', {
  timeout: 300_000,
}, async () => {
  const portal = await testPortal()
  onTestFinished(() => portal.close())
  const olivia = await portal.connected('olivia@example.com')
  const server = await serveSandbox(portal.sandbox, { port: 0, host: '127.0.0.1' })
  onTestFinished(() => server.close())
  const goto = await faultProxy({ host: '127.0.0.1', port: server.port })
  const gotoUrl = `http://127.0.0.1:${goto.port}`
  for (const end of ['SIGKILL', 'SIGSTOP'] as const) {
    const meeting = await createMeeting(olivia, MeetingDraft.parse({ subject: end, kind: 'room' }))
    const row = () => db().meeting.findFirstOrThrow({ where: { subject: end }, select })
    await cancelMeeting(olivia, meeting.id)
    // Workers go by the machine's clock.
    await db().meeting.update({ where: { id: (await row()).id }, data: { cancelsAt: new Date() } })
    goto.treat('hold')
    const first = startWorker(databaseUrl(), gotoUrl)
    await expect.poll(async () => (await row()).cancelTellingAt, patience).not.toBeNull()
    first.child.kill(end)
    goto.cut('end')
    goto.treat('let through')
    const second = startWorker(databaseUrl(), gotoUrl)
    await expect.poll(async () => (await row()).goneAt, patience).not.toBeNull()
    const after = await row()
    if (end === 'SIGSTOP') {
      first.child.kill('SIGCONT')
      first.child.kill('SIGTERM')
      await once(first.child, 'exit')
    }
    second.child.kill('SIGTERM')
    await once(second.child, 'exit')
    expect(await row()).toEqual(after)
    expect(await db().auditEntry.count({ where: { action: 'meeting.cancelled', subjectId: after.id } })).toBe(1)
  }
})
