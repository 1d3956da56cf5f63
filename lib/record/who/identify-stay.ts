import { normalizeEmail } from '#lib/email.ts'
import type { FoundStay } from '#lib/record/sessions/reconcile-stays.ts'
import { kindOfName } from './kind-of-name.ts'
import { nameKey } from './name-key.ts'

export type Press = { personId: string; name: string; at: Date; isInvited: boolean }
export type Evidence = {
  /** Who holds each proven address. */
  personByEmail: ReadonlyMap<string, string>
  /** What these are called. */
  names: ReadonlyMap<string, string>
  /** Who was invited to this very meeting, by an address, proven or not, that nobody else has. */
  invitedByEmail: ReadonlyMap<string, string>
  /** Who pressed Join for this meeting ID around the session. */
  presses: readonly Press[]
  organizer: { personId: string; name: string; email: string }
}
export type Identification = { personId: string | null; confidence: number | null; reasons: string[] }

const nobody: Identification = { personId: null, confidence: null, reasons: [] }

/** From the press to being inside: GoTo's page opens, a name is typed. */
const pressMs = 120_000

/**
 * Whose stay it is, by evidence: a proven address, the address somebody was invited by, or a Join press by an invited
 * person of the same name within two minutes before. An equal name alone proves nothing; the reasons then say what was
 * found. A notetaker is nobody, though it has its sender's address, and placeholder names are never compared.
 */
export function identifyStay(
  stay: FoundStay,
  { personByEmail, names, invitedByEmail, presses, organizer }: Evidence,
): Identification {
  const email = normalizeEmail(stay.typedEmail)
  const isOrganizers = email !== null && email === normalizeEmail(organizer.email)
  const personId = isOrganizers ? organizer.personId : personByEmail.get(email ?? '')
  const provenName = isOrganizers ? organizer.name : names.get(personId ?? '')
  const kind = kindOfName(stay.typedName, stay.typedEmail, provenName)
  if (kind === 'notetaker') return nobody
  if (email !== null) {
    if (personId) return { personId, confidence: 1, reasons: ['same e-mail'] }
    // An unproven address identifies somebody only where that person was expected.
    const invitedId = invitedByEmail.get(email)
    if (invitedId) return { personId: invitedId, confidence: 0.9, reasons: ['same e-mail', 'was invited'] }
  }
  if (kind !== 'name') return nobody
  const name = nameKey(stay.typedName)
  const joinedAt = stay.joinedAt === null ? null : Date.parse(stay.joinedAt)
  const near =
    joinedAt === null ? [] : presses.filter((press) => isNear(press, joinedAt) && nameKey(press.name) === name)
  const people = new Set(near.map(({ personId }) => personId))
  const [press] = near
  if (joinedAt !== null && press && people.size === 1 && press.isInvited)
    return {
      personId: press.personId,
      confidence: 0.9,
      reasons: ['same name', 'was invited', `pressed Join ${secondsBefore(press, joinedAt)} s before`],
    }
  return { personId: null, confidence: null, reasons: doubts(stay, near, people.size, organizer) }
}

function doubts(stay: FoundStay, near: Press[], people: number, organizer: Evidence['organizer']): string[] {
  const reasons: string[] = []
  if (people > 1) reasons.push('several people with this name pressed Join')
  else if (near.length > 0) reasons.push('somebody with this name pressed Join, but wasn’t invited')
  if (nameKey(stay.typedName) === nameKey(organizer.name))
    reasons.push('same name as the organizer, which alone proves nothing')
  return reasons
}

function isNear(press: Press, joinedAt: number): boolean {
  const before = joinedAt - press.at.getTime()
  // GoTo records whole seconds: somebody may seem to be inside a moment before they pressed.
  return before >= -1_000 && before <= pressMs
}

function secondsBefore(press: Press, joinedAt: number): number {
  return Math.max(0, Math.round((joinedAt - press.at.getTime()) / 1000))
}
