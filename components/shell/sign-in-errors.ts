/** What went wrong when signing in, by its code in the address, and what to do about it. */
export function signInError(code: string): { title: string; text: string } {
  return (
    sentences[code] ?? {
      title: 'Couldn’t sign you in',
      text: 'Nothing was changed. Try again; if it keeps happening, tell an administrator.',
    }
  )
}

/** The same when somebody signed in was connecting GoTo. */
export function connectError(code: string): { title: string; text: string } {
  return { title: 'GoTo wasn’t connected', text: connecting[code] ?? signInError(code).text }
}

const connecting: Record<string, string> = {
  access_denied: 'It was declined at GoTo. Connect again when you’re ready, and choose Allow.',
  state: 'It took too long, or began in another browser. Connect again.',
  unavailable: 'GoTo isn’t responding. Wait a minute and connect again.',
  foreign_account: 'That GoTo account belongs to another company. Connect the one your company gave you.',
  no_goto_account: 'That person has no GoTo account here. Connect the one your company gave you.',
  taken: 'That GoTo account belongs to somebody else here. Connect your own, or ask an administrator.',
}

const sentences: Record<string, { title: string; text: string }> = {
  foreign_account: {
    title: 'That GoTo account belongs to another company',
    text: 'Foyer is for one company only. Sign in with the GoTo account your company gave you, or with your company.',
  },
  no_goto_account: {
    title: 'You don’t have a GoTo account here',
    text: 'You don’t need one to join meetings: sign in with your company instead.',
  },
  account_unknown: {
    title: 'GoTo doesn’t say which account you belong to',
    text: 'Ask an administrator of your GoTo account to sign in to Foyer and lend it their connection, or to give Foyer’s GoTo client the Admin Center scope; then sign in again. Until then, sign in with your company.',
  },
  not_set_up: {
    title: 'Foyer isn’t connected to your company’s GoTo yet',
    text: 'An administrator of Foyer has to sign in with GoTo first. Until then, sign in with your company.',
  },
  access_denied: {
    title: 'The sign-in was cancelled',
    text: 'Nothing was shared with Foyer. Sign in again when you are ready, and choose Allow.',
  },
  unverified_email: {
    title: 'Your e-mail address isn’t verified',
    text: 'Your company’s sign-in doesn’t vouch for your address yet. Verify it there, or ask your IT department.',
  },
  state: {
    title: 'The sign-in took too long',
    text: 'Nothing is wrong with your account. Start again from here.',
  },
  unavailable: {
    title: 'The sign-in service isn’t responding',
    text: 'Your account is fine. Wait a minute and try again, or use the other way of signing in.',
  },
  disabled: {
    title: 'Your access to Foyer is disabled',
    text: 'Ask an administrator of Foyer to enable it again.',
  },
  taken: {
    title: 'That GoTo account belongs to somebody else here',
    text: 'Nothing was changed. Connect the GoTo account of your own e-mail address, or ask an administrator.',
  },
}
