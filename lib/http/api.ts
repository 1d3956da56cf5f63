import { clockSource } from '#lib/time/clock-source.ts'
import { type Problem, ProblemError, readProblem } from './problem.ts'

let offsetMs = 0

/**
 * The server's time as of its last answer: a browser's clock may be wrong, and a demo's may be ahead. A page rendered
 * on the server gets it first-hand, so that the browser finds the same days and months in it.
 */
export function serverNow(): Date {
  return clockSource()?.() ?? new Date(Date.now() + offsetMs)
}

type ApiOptions = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  query?: Record<string, string | number | undefined>
  body?: unknown
  signal?: AbortSignal
}

/**
 * The browser's one way to `/api`: adds the header that mutations need and reads the answer. `T` is the view of the
 * route; the page and the server are one build, so types hold its shape and it is not checked again here.
 * @throws ProblemError for anything but a success, including no answer at all (code `offline`).
 */
export async function api<T>(path: string, options: ApiOptions = {}): Promise<T> {
  const { method = 'GET', body, signal } = options
  const response = await fetch(address(path, options.query), {
    method,
    headers: {
      accept: 'application/json',
      'x-foyer': '1',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
    credentials: 'same-origin',
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw new ProblemError(
      localProblem('offline', 'Foyer cannot be reached. Check your connection; nothing you typed is lost.'),
    )
  })
  noteTime(response)
  if (response.status === 204) return null as T
  const value: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw new ProblemError(readProblem(value) ?? unreadable(response.status))
  if (value === undefined) throw new ProblemError(unreadable(response.status))
  return value as T
}

function address(path: string, query: ApiOptions['query'] = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text ? `${path}?${text}` : path
}

function noteTime(response: Response): void {
  const instant = Date.parse(response.headers.get('x-foyer-now') ?? '')
  if (!Number.isNaN(instant)) offsetMs = instant - Date.now()
}

function unreadable(status: number): Problem {
  return localProblem(
    'internal',
    'This page cannot read Foyer’s answer. Reload the page; if it keeps happening, tell an administrator.',
    status,
  )
}

function localProblem(code: string, detail: string, status = 0): Problem {
  return { type: 'about:blank', title: 'No usable answer', status, detail, code, requestId: '' }
}
