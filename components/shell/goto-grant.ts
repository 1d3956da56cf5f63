import type { QueryClient } from '@tanstack/react-query'
import { onRefusal } from '#lib/http/api.ts'
import { isProblem } from '#lib/http/problem.ts'
import { meKey } from '#lib/people/queries.ts'
import type { Me } from '#lib/people/schema.ts'

/**
 * Whether an organizer has to connect GoTo before Foyer can create, start or change anything there for them; false
 * until it is known. Ask it before they begin, not when GoTo has refused.
 */
export function lacksGrant(me: Me | undefined): boolean {
  return me !== undefined && me.connection !== 'active' && me.abilities.includes('meeting.create')
}

/** What is to be pressed: somebody who never connected doesn't connect again. */
export function connectName(me: Me | undefined): string {
  return me === undefined || me.connection === 'none' ? 'Connect GoTo' : 'Reconnect GoTo'
}

/** A call that found GoTo not connected may have found a grant that just ended: the whole page says so then. */
export function noteEndedGrant(client: QueryClient): () => void {
  return onRefusal((problem) => {
    if (isProblem(problem, 'not_connected')) void client.invalidateQueries({ queryKey: meKey })
  })
}
