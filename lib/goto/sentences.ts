/**
 * What people read when GoTo refuses, fails or stays silent: what is wrong, what is safe, what to do next. `thing` is
 * what the call was about: "meeting", "organizer".
 */
export const sentences = {
  noClient: 'Foyer is not connected to GoTo. An administrator must set GOTO_CLIENT_ID and GOTO_CLIENT_SECRET.',
  clientRefused:
    'GoTo does not accept Foyer as a client. Your data is safe; an administrator must check GOTO_CLIENT_ID, GOTO_CLIENT_SECRET and GOTO_AUTH_URL.',
  accountUnknown:
    'GoTo does not say which account you belong to. Ask an administrator of your GoTo account to sign in to Foyer and lend it their connection, or to give Foyer’s GoTo client the Admin Center scope; then sign in again.',

  notAnswering: 'GoTo is not answering right now. Nothing is lost; try again in a moment.',
  notReached: 'Foyer cannot reach GoTo right now. Nothing was changed; try again in a moment.',
  tooMany: 'GoTo is getting too many requests right now. Nothing was changed; try again in a moment.',
  outOfBudget: 'Foyer is using all the calls GoTo allows right now. Nothing was changed; try again in a moment.',

  mayHaveChanged: 'GoTo did not answer in time, so the change may or may not have been made. It is safe to try again.',
  mayExist: (thing: string) => `GoTo did not answer in time, so the ${thing} may exist already.`,
  mayExistUnread: (thing: string) => `GoTo’s answer cannot be read, so the ${thing} may exist already.`,
  unreadable: 'GoTo’s answer cannot be used. Try again; if it keeps happening, give an administrator the request ID.',

  connectionRefused: 'GoTo no longer accepts your connection. Your data here is safe; reconnect GoTo.',
  notAllowed:
    'GoTo does not allow this with your GoTo role. Nothing was changed; ask an administrator of your GoTo account.',
  notThere: (thing: string) =>
    `GoTo does not have this ${thing}, or does not show it to you. Go back to the list and look again.`,
  alreadyThere: (thing: string) => `GoTo already has this ${thing}. Nothing was changed; look for it in the list.`,
  notAccepted: (thing: string) =>
    `GoTo did not accept what was entered for this ${thing}. Nothing was changed; check it and try again.`,
  wrongRequest: 'Foyer built an invalid request to GoTo. Nothing was sent; give an administrator the request ID.',
} as const
