import { canReadCompany, gotoForCompany } from '#lib/connections/goto-for-company.ts'
import { gotoOfOrganizer } from '#lib/connections/goto-of-organizer.ts'
import { gotoWith } from '#lib/connections/goto-with.ts'
import { db } from '#lib/db/client.ts'
import { AppError, toAppError } from '#lib/errors.ts'
import type { Lane } from '#lib/goto/budget-rule.ts'
import type { GotoClient } from '#lib/goto/client.ts'
import { nobodyConnected } from '#lib/history/sentences.ts'

/**
 * Whose permission is used: a person's own, or none for a job, which may use an organizer's stored grant for that
 * organizer.
 */
export type Reader = { personId: string | null; lane: Lane }
export type WayToRead = { right: 'own' | 'administrator'; goto: GotoClient }

/**
 * Reads with the first permission that works, in this order: the caller's own as that organizer, the caller's own as an
 * administrator, what administrators lend the company, and for jobs the organizer's own. A permission GoTo refuses, or
 * an ended grant, counts as none. @throws AppError `not_connected` when none is left, and any error of GoTo
 */
export async function readBy<T>(
  organizer: { organizerKey: bigint; personId: string },
  reader: Reader,
  read: (way: WayToRead) => Promise<T>,
): Promise<T> {
  let refusal = new AppError('not_connected', nobodyConnected)
  for (const way of await waysFor(organizer, reader)) {
    try {
      return await read(way)
    } catch (thrown) {
      const error = toAppError(thrown)
      if (error.code !== 'not_connected' && error.code !== 'forbidden') throw error
      refusal = error
    }
  }
  throw refusal
}

/**
 * Whether there is any permission to read this organizer's past, as far as Foyer knows without asking GoTo. `personId`
 * null: a job's.
 */
export async function hasWay(
  organizer: { accountKey: string; organizerKey: bigint },
  personId: string | null,
): Promise<boolean> {
  if (await canReadCompany()) return true
  const { accountKey } = organizer
  const organizerKey = String(organizer.organizerKey)
  const whose = personId ? { personId } : { accountKey_organizerKey: { accountKey, organizerKey } }
  const grant = await db().connection.findUnique({ where: { ...whose, person: { disabledAt: null } } })
  return grant?.status === 'active' && (grant.isAdministrator || grant.organizerKey === organizerKey)
}

async function waysFor(organizer: { organizerKey: bigint; personId: string }, reader: Reader): Promise<WayToRead[]> {
  const { lane } = reader
  const company: WayToRead = { right: 'administrator', goto: gotoForCompany({ lane }) }
  if (reader.personId === null) {
    const own = await gotoOfOrganizer(String(organizer.organizerKey), { lane }).catch(unlessNotConnected)
    return own ? [company, { right: 'own', goto: own }] : [company]
  }
  const mine = await db().connection.findUnique({ where: { personId: reader.personId, person: { disabledAt: null } } })
  if (mine?.status !== 'active') return [company]
  const goto = gotoWith(mine.id, { lane })
  if (mine.organizerKey === String(organizer.organizerKey)) return [{ right: 'own', goto }, company]
  return mine.isAdministrator ? [{ right: 'administrator', goto }, company] : [company]
}

function unlessNotConnected(thrown: unknown): null {
  if (toAppError(thrown).code === 'not_connected') return null
  throw thrown
}
