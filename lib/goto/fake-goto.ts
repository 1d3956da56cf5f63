import { setEnv } from '#lib/env.ts'
import { AppError, toAppError } from '#lib/errors.ts'
import type { Budget } from './budget.ts'
import { gotoClient } from './client.ts'
import type { Timing } from './timing.ts'
import { setGotoFetch } from './transport.ts'

type Sent = { method: string; url: string; headers: Record<string, string>; body: string }

export const meeting = { path: { meetingId: '123456789' } }
export const draft = {
  body: {
    subject: 'Budget',
    starttime: '2030-01-15T09:00:00Z',
    endtime: '2030-01-15T10:00:00Z',
    passwordrequired: false,
    conferencecallinfo: 'Hybrid',
    timezonekey: '' as const,
    meetingtype: 'scheduled' as const,
  },
}
export const created = [
  { joinURL: 'https://j.example.net/1', meetingid: 1, maxParticipants: 2, uniqueMeetingId: 1, conferenceCallInfo: '' },
]
export const host = { hostURL: 'https://host.example.net/?authenticationToken=CANARY-HOST' }

/** For the client's tests: a network with scripted answers, and time that passes only when somebody waits. */
export function fakeGoto({ patienceMs = 20 } = {}) {
  setEnv({ gotoApiUrl: 'https://api.example.net', gotoAuthUrl: 'https://auth.example.net' })
  const sent: Sent[] = []
  const slept: number[] = []
  const slowdowns: number[] = []
  let nowMs = 1_000
  let nth = 1

  const timing: Timing = {
    nowMs: () => nowMs,
    sleep: async (ms) => {
      slept.push(ms)
      nowMs += ms
    },
    deadline: (ms) => ({ signal: AbortSignal.timeout(Math.min(ms, patienceMs)), stop: () => undefined }),
    random: () => 0.5,
  }
  const budget: Budget = {
    acquire: async () => undefined,
    slowDown: async (pauseMs) => {
      slowdowns.push(pauseMs)
    },
  }
  const options = {
    accessToken: async () => `token-${nth}`,
    lane: 'interactive' as const,
    timing,
    budget: () => budget,
  }
  const onInvalidToken = async () => {
    nth += 1
    return `token-${nth}`
  }

  return {
    sent,
    slept,
    slowdowns,
    client: gotoClient({ ...options, onInvalidToken }),
    /** A client that cannot refresh. */
    bareClient: gotoClient(options),
    /** A client with this many turns, then none. */
    clientWith(turns: number) {
      let left = turns
      const acquire = async () => {
        left -= 1
        if (left < 0) throw new AppError('rate_limited', 'Foyer has no turn left for GoTo.')
      }
      return gotoClient({ ...options, budget: () => ({ ...budget, acquire }) })
    },
    pass(ms: number) {
      nowMs += ms
    },
    /** Gives these answers in order, then repeats the last. */
    answers(...replies: (() => Response | Promise<Response>)[]) {
      setGotoFetch(async (request) => {
        const headers = Object.fromEntries(request.headers)
        sent.push({ method: request.method, url: request.url, headers, body: await request.text() })
        const reply = replies.length > 1 ? replies.shift() : replies[0]
        if (!reply) throw new Error('no answer left')
        return reply()
      })
    },
  }
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): () => Response {
  return () =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })
}

export function cutConnection(code: string): () => Response {
  return () => {
    throw Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error('x'), { code }) })
  }
}

/** The error a call ends with. */
export async function failure(promise: Promise<unknown>): Promise<AppError> {
  try {
    await promise
  } catch (error) {
    return toAppError(error)
  }
  throw new Error('It should have failed.')
}
