'use client'

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { noteEndedGrant } from '#components/shell/goto-grant.ts'
import { hideWhileAway } from '#components/shell/hide-while-away.ts'
import { isStillMine } from '#components/shell/is-still-mine.ts'
import { noteSignedIn, sendStrangersToSignIn } from '#components/shell/send-strangers.ts'
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
    queryCache: new QueryCache({ onError: (error) => void sendStrangersToSignIn(error), onSuccess: noteSignedIn }),
    mutationCache: new MutationCache({ onError: (error) => void sendStrangersToSignIn(error) }),
    defaultOptions: {
      queries: { staleTime: 2_000, gcTime: 600_000, retry: shouldAskAgain, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

function shouldAskAgain(failures: number, error: unknown): boolean {
  const isPassing = isProblem(error, 'upstream_unavailable') || isProblem(error, 'offline')
  return isPassing && failures < 2
}
