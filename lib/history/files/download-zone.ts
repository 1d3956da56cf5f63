import { type Actor, isPerson } from '#lib/auth/actor.ts'
import { db } from '#lib/db/client.ts'
import { zoneOf } from '#lib/db/list-filter.ts'
import { env } from '#lib/env.ts'

/** The zone of a download: the one asked for, else the person's own, else the company's. @throws AppError `invalid` */
export async function downloadZone(actor: Actor, zone: string | undefined): Promise<string> {
  if (zone !== undefined) return zoneOf(zone)
  const person = isPerson(actor) ? await db().person.findUnique({ where: { id: actor.personId } }) : null
  return person?.zone ?? env().timeZone
}
