import { now } from '#lib/clock.ts'

/** A grant's status as shown to people: an expired one has ended, even if nobody has used it since. */
export function grantStatus({ status, grantEndsAt }: { status: string; grantEndsAt: Date }): 'active' | 'revoked' {
  return status === 'active' && now() < grantEndsAt ? 'active' : 'revoked'
}
