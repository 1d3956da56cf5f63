import type { Tx } from '#lib/db/client.ts'
import { normalizeEmail } from '#lib/people/normalize-email.ts'
import type { Evidence } from './identify.ts'

/** How long before a session somebody may have pressed Join and waited. */
const waitedMs = 10 * 60_000

/** What there is to say who came to these sessions. */
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
  const personByEmail = await provenAddresses(tx, typedEmails)
  const times = sessions.flatMap(({ startedAt, endedAt }) => [startedAt.getTime() - waitedMs, endedAt.getTime()])
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

/** Whose these addresses are; one that two people have proven is nobody's. */
async function provenAddresses(tx: Tx, typed: string[]): Promise<Map<string, string>> {
  const emails = [...new Set(typed.flatMap((email) => normalizeEmail(email) ?? []))]
  const proven = await tx.address.findMany({ where: { email: { in: emails }, verifiedBy: { not: null } } })
  const byEmail = Map.groupBy(proven, ({ email }) => email)
  return new Map(
    [...byEmail].flatMap(([email, rows]): [string, string][] => {
      const people = new Set(rows.map(({ personId }) => personId))
      return people.size === 1 ? [...people].map((personId) => [email, personId]) : []
    }),
  )
}

const nothing: Evidence = { personByEmail: new Map(), presses: [], organizer: { personId: '', name: '', email: '' } }
