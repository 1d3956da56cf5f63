import type { ApiToken } from '#lib/tokens/schema.ts'

/** Erin's, which works and was used a little while ago. */
export function tokenOf(part: Partial<ApiToken> = {}): ApiToken {
  return {
    id: 't1',
    name: 'Lobby screen',
    start: 'foyer_AbCd',
    scopes: ['meetings:read'],
    actsAs: 'me',
    madeBy: { personId: 'p9', name: 'Erin Doyle' },
    isMine: false,
    createdAt: '2026-11-01T09:00:00.000Z',
    expiresAt: '2027-01-24T10:04:00.000Z',
    lastUsedAt: '2026-11-24T10:01:00.000Z',
    lastUsedFrom: '198.51.100.7',
    state: 'active',
    revokedAt: null,
    ...part,
  }
}
