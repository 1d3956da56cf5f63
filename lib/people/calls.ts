import { api } from '#lib/http/api.ts'
import type { Account, AccountDraft, Me, PreferencesDraft } from './schema.ts'

export function savePreferences(draft: PreferencesDraft): Promise<Me> {
  return api<Me>('/api/me', { method: 'PUT', body: draft })
}

export function changeAccount(personId: string, draft: AccountDraft): Promise<Account> {
  return api<Account>(`/api/people/${encodeURIComponent(personId)}`, { method: 'PATCH', body: draft })
}
