/** What people read when a GoTo connection is missing, over or not enough: what is wrong, and who can do what about it. */
export const sentences = {
  notConnected: 'GoTo is not connected, or your connection has ended. Connect GoTo to go on.',
  onlyThisRefused:
    'GoTo refused this, although it still accepts your connection. Nothing was changed; try again in a moment.',
  notConnectedYet: 'GoTo is not connected. Connect it in Settings first.',
  slowToRenew: 'GoTo is slow to renew your connection. Try again in a moment.',

  nobodyLends: 'No administrator lends Foyer their GoTo connection. Ask one to lend it in Admin.',
  lentCannotRead:
    'The GoTo connections lent to Foyer can no longer read the company. Ask an administrator to lend theirs.',
  cannotBeLent:
    'Your GoTo connection has no administrator role, so it cannot read for the company. Ask a GoTo administrator to lend theirs.',

  personalTokenRefused:
    'GoTo no longer accepts the personal access token (GOTO_PAT). An administrator must create a new one.',
  personalTokenForeign:
    'The personal access token (GOTO_PAT) belongs to another GoTo account. An administrator must create one in yours.',
  personalTokenUnknown:
    'GoTo does not say which account the personal access token (GOTO_PAT) belongs to. An administrator must create one with the Admin Center scope.',
} as const
