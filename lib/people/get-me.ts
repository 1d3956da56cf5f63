import type { Actor } from '#lib/auth/actor.ts'
import { draftsOf } from '#lib/auth/drafts-key.ts'
import { abilities, authorize, rolesOf } from '#lib/auth/policy.ts'
import { now } from '#lib/clock.ts'
import { grantStatus } from '#lib/connections/grant-status.ts'
import { db } from '#lib/db/client.ts'
import { readSetting } from '#lib/settings/read-setting.ts'
import { clocks } from '#lib/time/reader.ts'
import { type Me, themes } from './schema.ts'

/** Who I am, what I may do, and my preferences. */
export async function getMe(actor: Actor): Promise<Me> {
  const me = authorize(actor, 'me.read')
  const person = await db().person.findUniqueOrThrow({
    where: { id: me.personId },
    include: { connection: { select: { status: true, grantEndsAt: true } } },
  })
  return {
    personId: me.personId,
    name: person.name,
    email: person.email,
    via: me.via,
    isAdministrator: me.isAdministrator,
    isOrganizer: me.organizerIds.length > 0,
    roles: rolesOf(me),
    abilities: abilities(me),
    managedGroupIds: me.managedGroupIds,
    connection: person.connection ? grantStatus(person.connection) : 'none',
    defaultVisibility: await readSetting('meetings.defaultVisibility'),
    preferences: {
      zone: person.zone,
      clock: clocks.find((clock) => clock === person.clock) ?? 'browser',
      theme: themes.find((theme) => theme === person.theme) ?? 'system',
      singleKeys: person.singleKeys,
    },
    drafts: await draftsOf(me.sessionId),
    now: now().toISOString(),
  }
}
