import { render } from '@testing-library/react'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { vi } from 'vitest'
import { connecting, InPortal, meOf, quietClient } from '#components/shell/fixture.tsx'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { meKey } from '#lib/people/queries.ts'
import { newValues } from './form-values.ts'
import { MeetingForm } from './meeting-form.tsx'
import { valuesOf } from './meeting-values.ts'

export type Asked = { call: string; body: Record<string, unknown> }
type Answer = { status?: number; body: unknown }

/** Tuesday, 24 November 2026, 10:58 in Berlin. */
export const formNow = new Date('2026-11-24T09:58:00.000Z')

const quiet: Record<string, Answer> = {
  'GET /api/meetings': {
    body: { items: [], nextCursor: null, asOf: null, coverage: {}, joined: {}, throughGroups: {} },
  },
  'GET /api/meetings/conflicts': { body: { overlaps: [], roomNeighbours: [] } },
  'GET /api/people': { body: { items: [] } },
  'POST /api/people/matches': { body: { items: [] } },
  'GET /api/groups': { body: { items: [] } },
  'GET /api/organizers': { body: { items: [] } },
  ...Object.fromEntries(Object.entries(connecting).map(([call, body]) => [call, { body }])),
}

/** A form of Olivia's as it opens, what it asks of the server, and where it goes. `meeting`: the one that is changed. */
export function openForm(
  answers: Record<string, Answer | (() => Answer)>,
  meeting: MeetingDetail | null = null,
  me = meOf(),
) {
  const asked: Asked[] = []
  const went: string[] = []
  vi.stubGlobal('fetch', async (input: string, init?: RequestInit) => {
    const { pathname } = new URL(input, 'http://localhost')
    const call = `${init?.method ?? 'GET'} ${pathname}`
    asked.push({ call, body: JSON.parse(String(init?.body ?? '{}')) as Record<string, unknown> })
    const known = answers[call] ?? quiet[call] ?? refusal('not_found', 'There is nothing at this address.')
    const { status = 200, body } = typeof known === 'function' ? known() : known
    return Response.json(body, { status, headers: { 'x-foyer-now': new Date().toISOString() } })
  })
  const client = quietClient()
  client.setQueryData(meKey, me)
  const router = { push: (href: string) => went.push(href) } as never
  const zone = 'Europe/Berlin'
  const view = render(
    <InPortal client={client}>
      <AppRouterContext value={router}>
        <MeetingForm
          place={meeting ? `meeting-${meeting.id}` : 'meeting-new'}
          meeting={meeting}
          initial={meeting ? valuesOf(meeting, formNow, zone) : newValues(formNow, zone)}
          onRestart={(now) => went.push(`restart ${now.subject}`)}
        />
      </AppRouterContext>
    </InPortal>,
  )
  return { asked, went, view, client, sent: () => asked.filter(({ call }) => /^(POST|PUT) \/api\/meetings/.test(call)) }
}

export function refusal(code: string, detail: string, fields?: Record<string, string>): Answer {
  const status = { invalid: 422, not_found: 404, upstream_unavailable: 503 }[code] ?? 409
  return {
    status,
    body: { type: 'x', title: code, status, detail, code, requestId: 'r', ...(fields ? { fields } : {}) },
  }
}
