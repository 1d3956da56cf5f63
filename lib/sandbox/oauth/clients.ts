import { randomBytes } from 'node:crypto'
import type { Client, State } from '../state.ts'

/** What an OAuth client may be assigned (goto-api.md 3.6). */
export const allScopes = ['collab:', 'identity:', 'identity:scim.me']

const demo: Client = {
  id: 'foyer-demo',
  secret: 'foyer-demo-secret',
  scopes: allScopes,
  redirects: ['http://localhost:*/api/auth/callback/goto', 'http://127.0.0.1:*/api/auth/callback/goto'],
  isLimited: true,
  isScript: false,
}

export function findClient(state: State, id: string): Client | null {
  return id === demo.id ? demo : (state.clients.get(id) ?? null)
}

/** A client for one script's token, so that scripts never use up the demo's budget. */
export function addScriptClient(state: State, isLimited: boolean): Client {
  const id = `script-${randomBytes(6).toString('hex')}`
  const client = { ...demo, id, secret: `${id}-secret`, redirects: [], isLimited, isScript: true }
  state.clients.set(id, client)
  return client
}

/** Exactly as registered; `*` stands for the port, so that a demo on any port is one client. */
export function isRegistered(client: Client, redirectUri: string): boolean {
  return client.redirects.some((registered) => {
    const [before = '', after] = registered.split(':*')
    if (after === undefined) return registered === redirectUri
    if (!redirectUri.startsWith(before) || !redirectUri.endsWith(after)) return false
    return /^(:\d{1,5})?$/.test(redirectUri.slice(before.length, redirectUri.length - after.length))
  })
}
