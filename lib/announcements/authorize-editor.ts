import { type Actor, isPerson, type PersonActor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { AppError } from '#lib/errors.ts'

/** Who changes the company message; it carries their name. */
export function authorizeEditor(actor: Actor): PersonActor {
  authorize(actor, 'announcement.edit')
  if (isPerson(actor)) return actor
  throw new AppError('forbidden', 'Only an administrator can change the company message.')
}
