'use client'

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { noteEndedGrant } from '#components/shell/goto-grant.ts'
import { hideWhileAway } from '#components/shell/hide-while-away.ts'
import { isStillMine } from '#components/shell/is-still-mine.ts'
import { forgetDrafts } from '#components/shell/kept-draft.ts'
import { isLoggingOff } from '#components/shell/log-off.ts'
import { isProblem } from '#lib/http/problem.ts'

/** Holds the queries. Only passing trouble is retried automatically. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(makeQueryClient)
  useEffect(() => noteEndedGrant(client), [client])
  useEffect(() => hideWhileAway(() => isStillMine(client)), [client])
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}

function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: sendStrangersToSignIn, onSuccess: noteSignedIn }),
    mutationCache: new MutationCache({ onError: sendStrangersToSignIn }),
    defaultOptions: {
      queries: { staleTime: 2_000, gcTime: 600_000, retry: shouldAskAgain, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

/** Whether this page has had an answer that only signed-in people get: then a refusal means that the session ended. */
let isSignedIn = false

function noteSignedIn(): void {
  isSignedIn = true
}

/** Sends people who are not, or no longer, signed in to sign-in, and back to the same place afterwards. */
function sendStrangersToSignIn(error: unknown): void {
  if (!isProblem(error, 'unauthenticated') || isLoggingOff()) return
  forgetDrafts()
  const here = window.location.pathname + window.location.search
  const search = new URLSearchParams({ ...(here === '/' ? {} : { from: here }), ...(isSignedIn ? { ended: '1' } : {}) })
  window.location.replace(`/sign-in${search.size > 0 ? `?${search}` : ''}`)
}

function shouldAskAgain(failures: number, error: unknown): boolean {
  const isPassing = isProblem(error, 'upstream_unavailable') || isProblem(error, 'offline')
  return isPassing && failures < 2
}
