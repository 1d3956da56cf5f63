import { expect } from 'vitest'
import { people, testSandbox } from '../test-calls.ts'

export const redirect = 'http://localhost:3000/api/auth/callback/goto'
export const basic = `Basic ${Buffer.from('foyer-demo:foyer-demo-secret').toString('base64')}`
const { olivia } = people
type Token = { access_token: string; refresh_token?: string; expires_in: number; scope: string; principal: string }

/** For tests: Olivia's code flow, step by step. */
export function ceremony(here = testSandbox()) {
  const { sandbox } = here
  const authorizeAt = (query: Record<string, string>) => {
    const asked = { client_id: 'foyer-demo', response_type: 'code', redirect_uri: redirect, state: 'xyz', ...query }
    return `http://goto.test/oauth/authorize?${new URLSearchParams(asked)}`
  }

  async function decide(decision: 'allow' | 'deny', query: Record<string, string> = {}): Promise<URL> {
    const body = new URLSearchParams({ person: olivia, decision })
    const reply = await sandbox.fetch(authorizeAt(query), { method: 'POST', body })
    expect(reply.status).toBe(302)
    return new URL(reply.headers.get('location') ?? '')
  }

  async function code(query: Record<string, string> = {}): Promise<string> {
    return (await decide('allow', query)).searchParams.get('code') ?? ''
  }

  async function token(fields: Record<string, string>, authorization: string | null = basic) {
    const reply = await sandbox.fetch('http://goto.test/oauth/token', {
      method: 'POST',
      headers: authorization === null ? {} : { authorization },
      body: new URLSearchParams(fields),
    })
    return {
      status: reply.status,
      body: (await reply.json()) as Token & { error?: string; error_description?: string },
    }
  }

  async function exchange(): Promise<Token> {
    return (await token({ grant_type: 'authorization_code', code: await code(), redirect_uri: redirect })).body
  }

  const refresh = (refreshToken = '') => token({ grant_type: 'refresh_token', refresh_token: refreshToken })
  const works = async (accessToken: string) => {
    return (await here.send(olivia, 'listUpcomingMeetings', { token: accessToken })).status === 200
  }
  return { ...here, authorizeAt, decide, code, token, exchange, refresh, works }
}
