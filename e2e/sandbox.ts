type Fault = {
  call: string
  count: number
  answer: 429 | 503 | 403 | 'hang' | 'cut' | 'html' | 'truncate'
  retryAfterSeconds?: number
}

export type SandboxControl = {
  url: string
  clearFaults: () => Promise<void>
  faults: (faults: Fault[]) => Promise<void>
  advance: (seconds: number) => Promise<void>
  now: () => Promise<Date>
  settings: (settings: Record<string, unknown>) => Promise<void>
  /** A call of GoTo's own API as somebody, for looking at what really happened there. */
  goto: (email: string, method: string, path: string, body?: unknown) => Promise<unknown>
  /** What the acting pages do: `start`, `end`, `join`, `leave`. */
  act: (act: { meetingId: string; do: string; name?: string; email?: string }) => Promise<void>
  calls: () => Promise<{ at: string; method: string; path: string; email: string | null; status: number }[]>
}

/** The sandbox's control calls, as docs of the interfaces name them. */
export function openSandbox(url: string): SandboxControl {
  const tokens = new Map<string, string>()

  async function send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<unknown> {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
    return text ? JSON.parse(text) : null
  }

  async function tokenOf(email: string): Promise<string> {
    const known = tokens.get(email)
    if (known) return known
    const answer = (await send('POST', '/__sandbox/tokens', { email, limited: false })) as { access_token: string }
    tokens.set(email, answer.access_token)
    return answer.access_token
  }

  return {
    url,
    clearFaults: async () => void (await send('DELETE', '/__sandbox/faults')),
    faults: async (faults) => void (await send('POST', '/__sandbox/faults', faults)),
    advance: async (advanceSeconds) => void (await send('POST', '/__sandbox/clock', { advanceSeconds })),
    now: async () => new Date(((await send('GET', '/__sandbox/clock')) as { now: string }).now),
    settings: async (settings) => void (await send('POST', '/__sandbox/settings', settings)),
    goto: async (email, method, path, body) => {
      return send(method, `/G2M/rest${path}`, body, { authorization: `Bearer ${await tokenOf(email)}` })
    },
    act: async (act) => void (await send('POST', '/__sandbox/act', act)),
    calls: async () => (await send('GET', '/__sandbox/calls')) as Awaited<ReturnType<SandboxControl['calls']>>,
  }
}
