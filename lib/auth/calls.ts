import { api } from '#lib/http/api.ts'

/** Ends one of my sessions; `current` is the one asking. */
export function endSession(id: string): Promise<unknown> {
  return api<unknown>(`/api/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' })
}

export function endAllSessions(): Promise<unknown> {
  return api<unknown>('/api/sessions', { method: 'DELETE' })
}
