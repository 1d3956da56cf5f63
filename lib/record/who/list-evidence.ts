import type { Tx } from '#lib/db/client.ts'
import { normalizeEmail } from '#lib/email.ts'
import { longestRunEnd } from '#lib/record/limits.ts'
import type { Evidence } from './identify-stay.ts'

/** How long before a session somebody may have pressed Join and waited. */
const waitedMs = 10 * 60_000

/** The evidence of who came to these sessions. */
export async function listEvidence(
  tx: Tx,
  sessionIds: string[],
  typedEmails: string[],
): Promise<(sessionId: string) => Evidence> {
  if (sessionIds.length === 0) return () => nothing
  const sessions = await tx.session.findMany({
    where: { id: { in: sessionIds } },
    include: { organizer: true, meeting: { include: { invited: true } } },
  })
  const { proven: personByEmail, names, soleFor } = await listHolders(tx, typedEmails)
  const times = sessions.flatMap(({ startedAt, endedAt }) => [
    startedAt.getTime() - waitedMs,
    (endedAt ?? longestRunEnd(startedAt)).getTime(),
  ])
  const presses = await tx.joinPress.findMany({
    where: {
      gotoMeetingId: { in: sessions.map(({ gotoMeetingId }) => gotoMeetingId) },
      at: {
        gte: new Date(times.reduce((a, b) => Math.min(a, b))),
        lte: new Date(times.reduce((a, b) => Math.max(a, b))),
      },
    },
    include: { person: { select: { name: true } } },
  })
  const evidence = new Map(
    sessions.map((session): [string, Evidence] => {
      const invited = new Set(session.meeting?.invited.map(({ personId }) => personId))
      const { personId, name, email } = session.organizer
      return [
        session.id,
        {
          personByEmail,
          names,
          invitedByEmail: new Map([...soleFor(session.organizerId)].filter(([, holder]) => invited.has(holder))),
          organizer: { personId, name, email },
          presses: presses
            .filter((press) => press.accountKey === session.accountKey && press.gotoMeetingId === session.gotoMeetingId)
            .map((press) => ({
              personId: press.personId,
              name: press.person.name,
              at: press.at,
              isInvited: invited.has(press.personId),
            })),
        },
      ]
    }),
  )
  return (id) => evidence.get(id) ?? nothing
}

type Holders = {
  proven: Map<string, string>
  names: Map<string, string>
  soleFor: (organizerId: string) => Map<string, string>
}

/**
 * Who these addresses belong to: by proof, or as the only person an organizer knows by one, other organizers' guests
 * aside; that counts where they were invited. An address two people have is nobody's.
 */
async function listHolders(tx: Tx, typed: string[]): Promise<Holders> {
  const emails = [...new Set(typed.flatMap((email) => normalizeEmail(email) ?? []))]
  const held = await tx.address.findMany({
    where: { email: { in: emails } },
    select: { email: true, personId: true, verifiedBy: true, person: { select: { name: true, guestOf: true } } },
  })
  return {
    proven: onlyHolders(held.filter(({ verifiedBy }) => verifiedBy !== null)),
    soleFor: (organizerId) =>
      onlyHolders(held.filter(({ person }) => person.guestOf === null || person.guestOf === organizerId)),
    names: new Map(held.map(({ personId, person }) => [personId, person.name])),
  }
}

function onlyHolders(held: { email: string; personId: string }[]): Map<string, string> {
  const byEmail = Map.groupBy(held, ({ email }) => email)
  return new Map(
    [...byEmail].flatMap(([email, rows]): [string, string][] => {
      const people = new Set(rows.map(({ personId }) => personId))
      return people.size === 1 ? [...people].map((personId) => [email, personId]) : []
    }),
  )
}

const nothing: Evidence = {
  personByEmail: new Map(),
  names: new Map(),
  invitedByEmail: new Map(),
  presses: [],
  organizer: { personId: '', name: '', email: '' },
}
