import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import type { ContextType, ReactNode } from 'react'
import { vi } from 'vitest'
import { closeToast } from '#components/ui/toast-store.ts'
import { Toaster } from '#components/ui/toaster.tsx'
import type { Me } from '#lib/people/schema.ts'
import { LiveRegion } from './announce.tsx'

const nowhere: NonNullable<ContextType<typeof AppRouterContext>> = {
  back: () => undefined,
  forward: () => undefined,
  refresh: () => undefined,
  push: () => undefined,
  replace: () => undefined,
  prefetch: () => undefined,
  bfcacheId: '',
} as never

/** What a page needs around it, for tests: queries without retries, a router that goes nowhere, toasts, live region. */
export function InPortal({ client = quietClient(), children }: { client?: QueryClient; children: ReactNode }) {
  return (
    <AppRouterContext value={nowhere}>
      <QueryClientProvider client={client}>
        {children}
        <LiveRegion />
        <Toaster />
      </QueryClientProvider>
    </AppRouterContext>
  )
}

export function quietClient(): QueryClient {
  return new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } })
}

/** The key of a session's drafts. */
export const testDrafts = { id: 'session', key: btoa('k'.repeat(32)) }

/** Olivia, who organizes, in Berlin. What no test asks about may be missing. */
export function meOf(part: Partial<Me> = {}): Me {
  return {
    personId: 'p1',
    name: 'Olivia Brandt',
    email: 'olivia@example.com',
    via: 'company',
    isAdministrator: false,
    isOrganizer: true,
    roles: ['employee', 'organizer'],
    abilities: ['meeting.create', 'history.list'],
    managedGroupIds: [],
    connection: 'active',
    defaultVisibility: 'company',
    drafts: testDrafts,
    preferences: { zone: 'Europe/Berlin', clock: 'browser', theme: 'system', singleKeys: true },
    now: '2026-11-24T10:04:00.000Z',
    ...part,
  } as Me
}

/** A toast outlives the page that showed it: takes it away. */
export function clearToasts(): void {
  closeToast()
}

/**
 * `fetch` for tests: answers by method and path, calling functions when asked; everything else gets a 404 problem.
 * Remembers what was asked.
 */
export function answering(answers: Record<string, unknown>): { fetch: typeof fetch; asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    fetch: async (input, init) => {
      const { pathname } = new URL(String(input), 'http://localhost')
      const call = `${init?.method ?? 'GET'} ${pathname}`
      asked.push(call)
      const known = answers[call]
      const answer: unknown = typeof known === 'function' ? known() : known
      if (answer === undefined)
        return Response.json(problem('not_found', 'There is nothing at this address.'), { status: 404 })
      const isProblem = typeof answer === 'object' && answer !== null && 'requestId' in answer
      return Response.json(answer, {
        status: isProblem ? 409 : 200,
        headers: { 'x-foyer-now': new Date().toISOString() },
      })
    },
  }
}

/** What connecting GoTo asks of the server. */
export const connecting = {
  'POST /api/connections': {},
  'GET /api/auth/providers': { goto: { id: 'goto' } },
  'GET /api/auth/csrf': { csrfToken: 'token' },
}

/** Leaves for no provider: the pages to which somebody would come back from there. */
export function watchLeaving(): string[] {
  const returns: string[] = []
  vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(function (this: HTMLFormElement) {
    returns.push(String(new FormData(this).get('callbackUrl')))
  })
  return returns
}

export function problem(code: string, detail: string): Record<string, unknown> {
  return { type: 'about:blank', title: code, status: 409, detail, code, requestId: 'test' }
}
