import type { QueryClient } from '@tanstack/react-query'
import { isProblem } from '#lib/http/problem.ts'
import { meKey } from '#lib/people/queries.ts'
import type { Me } from '#lib/people/schema.ts'
import { meQuery } from './use-me.ts'

/**
 * Whether what this page shows belongs to whoever is signed in now: the same person, in a session with the same drafts.
 * A page of somebody else, or of nobody knows whom, is loaded anew. Whatever else is wrong, the page itself says so;
 * strangers are on their way to sign-in.
 */
export async function isStillMine(client: QueryClient): Promise<boolean> {
  const shown = client.getQueryData<Me>(meKey)
  try {
    const me = await client.fetchQuery({ ...meQuery, staleTime: 0 })
    const isMine = me.personId === shown?.personId && me.drafts.id === shown.drafts.id
    if (!isMine) window.location.reload()
    return isMine
  } catch (error) {
    return !isProblem(error, 'unauthenticated')
  }
}
