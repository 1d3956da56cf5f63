/** What a token may be for. The policy says which scope each action needs. */
export const scopes = [
  'meetings:read',
  'meetings:write',
  'history:read',
  'changes:read',
  'archive:read',
  'organizers:read',
  'organizers:write',
  'directory:read',
  'directory:write',
  'people:read',
  'contacts:read',
  'contacts:write',
  'webhooks:read',
  'webhooks:write',
  'insights:read',
  'audit:read',
] as const
export type Scope = (typeof scopes)[number]

/** What nobody's absence may do: changing a meeting needs its organizer. */
export const notForServices: readonly Scope[] = ['meetings:write']

/** `path`: something to try the scope with. */
export type ScopeWords = { scope: Scope; name: string; about: string; path?: string }

/** What a new token can be given on the pages, in plain words: the scopes that open something, and no other. */
export const offeredScopes: { heading: string; scopes: ScopeWords[] }[] = [
  {
    heading: 'Meetings',
    scopes: [
      {
        scope: 'meetings:read',
        name: 'See meetings',
        about: 'The list, each meeting, the company message',
        path: '/api/meetings',
      },
      { scope: 'meetings:write', name: 'Change meetings', about: 'Schedule, edit, cancel, start and end your own' },
    ],
  },
  {
    heading: 'The past',
    scopes: [
      {
        scope: 'history:read',
        name: 'See history',
        about: 'Past sessions, who attended, their files',
        path: '/api/history',
      },
    ],
  },
  {
    heading: 'People',
    scopes: [
      {
        scope: 'people:read',
        name: 'Find people',
        about: 'Search the company by name or e-mail',
        path: '/api/people?q=ann',
      },
      {
        scope: 'organizers:read',
        name: 'See organizers',
        about: 'Who organizes, and the groups',
        path: '/api/organizers',
      },
    ],
  },
]

export const sentences = {
  nameMissing: 'Enter a name.',
  nameTooLong: 'At most 80 characters.',
  scopeMissing: 'Choose at least one scope.',
  scopeTwice: 'Each scope once.',
  notForServices: 'A service can’t change meetings: only a person organizes them.',
  notAnInstant: 'Enter a date and time with its offset, like 2026-12-31T23:59:00Z.',
  expiresInPast: 'Choose a future time.',
  expiresTooLate: (days: number) => `Choose a time within ${days} days: a token that lasts longer is forgotten.`,
  tooMany: (most: number) => `You have ${most} API tokens already. Revoke one you no longer need.`,
  tooManyToday: (most: number) => `You have created ${most} API tokens in a day. Create the next one tomorrow.`,
  onlyAdministrators: 'Only an administrator can create a token for a service.',

  unknown: 'This isn’t a valid API token. Check that all of it was copied.',
  expired: (at: string) => `This API token expired on ${at.slice(0, 10)}. Create a new one.`,
  revoked: 'This API token has been revoked. Create a new one.',
  disabled: 'This API token’s owner can’t use Foyer at the moment, so it doesn’t work either.',
  notAdministrator: 'This service’s token doesn’t work, because whoever created it is no longer an administrator.',
} as const
