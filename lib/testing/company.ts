import type { UserActor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { db, inTransaction } from '#lib/db/client.ts'
import { rememberPerson } from '#lib/people/remember-person.ts'

export const testAccount = '200000000000002211'

type OrganizerOf = { id: string; personId: string; accountKey: string; organizerKey: string; groupId: string | null }

/** An organizer and their person, as if read from GoTo. */
export async function makeOrganizer(name: string, group?: string): Promise<OrganizerOf> {
  const count = await db().organizer.count()
  const organizerKey = String(2_000_000_000_003_000 + count)
  const email = `${name.toLowerCase()}@example.com`
  return inTransaction(async (tx) => {
    const person = {
      kind: 'goto',
      issuer: testAccount,
      subject: organizerKey,
      name,
      email,
      emailVerified: true,
    } as const
    const { personId } = await rememberPerson(tx, person)
    const groupKey = BigInt(group ? group.length : 0)
    const groupRow = group
      ? await tx.group.upsert({
          where: { accountKey_groupKey: { accountKey: testAccount, groupKey } },
          create: { accountKey: testAccount, groupKey, name: group },
          update: {},
        })
      : null
    const { id } = await tx.organizer.create({
      data: {
        accountKey: testAccount,
        organizerKey: BigInt(organizerKey),
        personId,
        name,
        email,
        groupId: groupRow?.id ?? null,
      },
    })
    return { id, personId, accountKey: testAccount, organizerKey, groupId: groupRow?.id ?? null }
  })
}

/** Somebody signed in with the company, by default an employee. */
export async function makeEmployee(name: string, standing: Partial<UserActor> = {}): Promise<UserActor> {
  const email = `${name.toLowerCase()}@example.com`
  const { personId } = await inTransaction((tx) =>
    rememberPerson(tx, {
      kind: 'oidc',
      issuer: 'https://login.example.com',
      subject: name,
      name,
      email,
      emailVerified: true,
    }),
  )
  return actorOf({ personId, name, email, ...standing })
}

/** The actor that a person's browser session would be. */
export function actorOf(
  person: { personId: string; name: string; email: string | null } & Partial<UserActor>,
): UserActor {
  return {
    kind: 'user',
    sessionId: '01900000-0000-7000-8000-000000000000',
    via: 'company',
    isAdministrator: false,
    organizerIds: [],
    organizerKeys: [],
    groupIds: [],
    managedGroupIds: [],
    ...person,
  }
}

/** A time this many minutes from the test's now, as GoTo writes times. */
export function inMinutes(minutes: number): string {
  return new Date(now().getTime() + minutes * 60_000).toISOString()
}
