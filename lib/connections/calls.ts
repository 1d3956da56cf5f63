import { api } from '#lib/http/api.ts'
import type { MyConnection } from './schema.ts'

/** Says that I want to connect: only then does a GoTo sign-in link the grant to me. */
export function intendConnection(): Promise<unknown> {
  return api<unknown>('/api/connections', { method: 'POST', body: {} })
}

export function disconnect(): Promise<unknown> {
  return api<unknown>('/api/connections', { method: 'DELETE' })
}

/** Lends my administrator's grant for reading the company's meetings, or takes it back. */
export function lendConnection(isLent: boolean): Promise<MyConnection> {
  return api<MyConnection>('/api/connections', { method: 'PUT', body: { isLent } })
}
