/** What people and integrators read when a request cannot be taken: what is wrong with it, and what to send instead. */
export const sentences = {
  signIn: 'Sign in to continue.',
  overloaded: 'Foyer is overloaded right now. Try again in a moment.',
  tooManyAtOnce: 'Too many searches at once. Wait for some of them and try again.',
  tooMany: 'Too many requests in a short time. Wait a moment and try again.',

  unreadableAddress: 'This address cannot be read. Check it and try again.',
  otherHost: (appUrl: string) => `Foyer’s address is ${appUrl}. Use that one.`,
  foreign: 'This request did not come from Foyer itself. Reload the page and try again.',

  invalidInput: 'Some of the input is not valid. Check each field.',
  unknownField: 'This field does not exist.',
  givenTwice: (name: string) => `"${name}" is given twice. Give it once.`,
  twice: 'Given twice.',
  nulInAddress: 'The address contains NUL, which no text can. Remove it.',
  nulInBody: 'The body contains NUL, which no text can. Remove it.',
  notJsonType: 'Send the body as application/json.',
  notJson: 'The body is not JSON.',
  tooLarge: (kib: number) => `The body is larger than ${kib} KiB.`,
} as const
