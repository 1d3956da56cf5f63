import { clockSource } from '#lib/time/clock-source.ts'
import { type Problem, ProblemError, readProblem } from './problem.ts'

let offsetMs = 0

/** More lists than a page shows; the one asked for longest ago is forgotten first. */
const mostHeld = 30
type Held = { etag: string; value: unknown }
/** The last answers with a version. Browsers must not keep them (decision 022): here they end with the page. */
const held = new Map<string, Held>()

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
  const url = address(path, options.query)
  const known = method === 'GET' ? held.get(url) : undefined
  const response = await ask(url, {
    method,
    headers: {
      accept: 'application/json',
      'x-foyer': '1',
      ...(known ? { 'if-none-match': known.etag } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  })
  if (response.status === 204) return null as T
  if (response.status === 304 && known) return known.value as T
  const value: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw refused(value, response.status)
  if (value === undefined) throw new ProblemError(unreadable(response.status))
  if (method === 'GET') hold(url, response.headers.get('etag'), value)
  return value as T
}

/** For what answers with something else than JSON. */
export async function ask(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...init, credentials: 'same-origin' }).catch((error: unknown) => {
    throw init.signal?.aborted ? error : unreachable()
  })
  noteTime(response)
  return response
}

let hear: (problem: ProblemError) => void = () => undefined

/** Tells of every refusal, whoever handles it; the answer ends that. */
export function onRefusal(listener: (problem: ProblemError) => void): () => void {
  hear = listener
  return () => {
    hear = () => undefined
  }
}

export function refused(value: unknown, status: number): ProblemError {
  const problem = new ProblemError(readProblem(value) ?? unreadable(status))
  hear(problem)
  return problem
}

export function unreachable(): ProblemError {
  return new ProblemError(
    localProblem('offline', 'Foyer cannot be reached. Check your connection; nothing you typed is lost.'),
  )
}

function hold(url: string, etag: string | null, value: unknown): void {
  held.delete(url)
  if (etag === null) return
  held.set(url, { etag, value })
  const [oldest] = held.keys()
  if (held.size > mostHeld && oldest !== undefined) held.delete(oldest)
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
