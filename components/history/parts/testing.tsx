import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { AppRouterContext, type AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import type { ReactNode } from 'react'

/** What every page needs around it: a router that only records where it is sent, and its own cache. */
export function Around({ went, children }: { went?: string[]; children: ReactNode }) {
  const note = (href: string) => void went?.push(href)
  const nothing = () => undefined
  const router = {
    push: note,
    replace: note,
    back: nothing,
    forward: nothing,
    refresh: nothing,
    prefetch: nothing,
  } as unknown as AppRouterInstance
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return (
    <AppRouterContext value={router}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </AppRouterContext>
  )
}

/** Foyer's answers by path; any other path fails the test that asked. */
export function answering(answers: Record<string, object>): typeof fetch {
  return async (input) => {
    const path = String(input).split('?')[0] ?? ''
    const known = answers[path]
    const answer = typeof known === 'function' ? known() : known
    if (!answer) throw new Error(`${path} was asked, and has no answer here.`)
    const status = 'status' in answer && typeof answer.status === 'number' ? answer.status : 200
    return Response.json(answer, { status })
  }
}
