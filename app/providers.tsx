'use client'

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { isLoggingOff } from '#components/shell/log-off.ts'
import { isProblem } from '#lib/http/problem.ts'

/** The queries' home. What failed because of us or the person is not asked again by itself. */
export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(makeQueryClient)
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

/** Whether this page has seen an answer that only somebody signed in gets: then a refusal means that the session ended. */
let isSignedIn = false

function noteSignedIn(): void {
  isSignedIn = true
}

/** Whoever is not signed in, or not any more, comes back to the same place after signing in. */
function sendStrangersToSignIn(error: unknown): void {
  if (!isProblem(error, 'unauthenticated') || isLoggingOff()) return
  const here = window.location.pathname + window.location.search
  const search = new URLSearchParams({ ...(here === '/' ? {} : { from: here }), ...(isSignedIn ? { ended: '1' } : {}) })
  window.location.replace(`/sign-in${search.size > 0 ? `?${search}` : ''}`)
}

function shouldAskAgain(failures: number, error: unknown): boolean {
  const isPassing = isProblem(error, 'upstream_unavailable') || isProblem(error, 'offline')
  return isPassing && failures < 2
}
