import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { gotoOfOrganizer } from '#lib/connections/goto-of-organizer.ts'
import { db } from '#lib/db/client.ts'
import { env } from '#lib/env.ts'
import { toAppError } from '#lib/errors.ts'
import { log } from '#lib/log.ts'
import { listUnsettledCreations } from './creations.ts'
import { findCreated } from './look-for-creation.ts'

/**
 * Follows up on creations with an unknown outcome, even if the page was closed or the process died between GoTo's
 * answer and our storing it. What cannot be checked now is checked again later.
 */
export async function healCreations(actor: Actor): Promise<{ found: number; absent: number }> {
  authorize(actor, 'sync.run')
  const counts = { found: 0, absent: 0 }
  for (const { id } of await listUnsettledCreations()) {
    const outcome = await heal(id)
    if (outcome) counts[outcome] += 1
  }
  return counts
}

async function heal(id: string): Promise<'found' | 'absent' | null> {
  const creation = await db().meetingCreation.findUniqueOrThrow({ where: { id } })
  const { organizerId } = creation
  const row = await db().organizer.findUniqueOrThrow({
    where: { id: organizerId },
    include: { person: { select: { zone: true } } },
  })
  const organizer = { ...row, organizerKey: String(row.organizerKey), zone: row.person.zone ?? env().timeZone }
  try {
    const goto = await gotoOfOrganizer(organizer.organizerKey, { lane: 'background', isFinishing: true })
    return (await findCreated(goto, organizer, creation)) === null ? 'absent' : 'found'
  } catch (thrown) {
    const { code } = toAppError(thrown)
    log.info({ creationId: id, code }, 'a creation could not be looked for yet')
    return null
  }
}
