import { now } from '#lib/clock.ts'

/** What a person is told of a grant: one that has run out is over, also when nobody has used it since. */
export function grantStatus({ status, grantEndsAt }: { status: string; grantEndsAt: Date }): 'active' | 'revoked' {
  return status === 'active' && now() < grantEndsAt ? 'active' : 'revoked'
}
