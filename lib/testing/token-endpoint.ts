import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

export type TokenEndpoint = Awaited<ReturnType<typeof openTokenEndpoint>>

/** GoTo's token endpoint at its strictest: slow, and every refresh token works only once (goto-api.md 3.5). */
export async function openTokenEndpoint({ delaySeconds = 0 } = {}) {
  const valid = new Set<string>()
  let redeems = 0
  let refusals = 0
  let status: number | null = null

  const server = createServer(async (request, response) => {
    let form = ''
    for await (const chunk of request) form += String(chunk)
    await delay(delaySeconds * 1_000)
    const answer = status === null ? redeem(new URLSearchParams(form).get('refresh_token') ?? '') : null
    const code = status ?? (answer ? 200 : 400)
    response.writeHead(code, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer ?? { error: code === 400 ? 'invalid_grant' : 'server_error' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  function redeem(refreshToken: string): object | null {
    if (!valid.delete(refreshToken)) {
      refusals += 1
      return null
    }
    redeems += 1
    return { access_token: `access-${randomUUID()}`, token_type: 'Bearer', expires_in: 3600, refresh_token: issue() }
  }

  function issue(): string {
    const token = `refresh-${randomUUID()}`
    valid.add(token)
    return token
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    issue,
    redeems: () => redeems,
    refusals: () => refusals,
    /** Answers everything with this status from now on, until `null`. */
    failWith(answer: number | null) {
      status = answer
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
