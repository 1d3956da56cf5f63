/** What administrators read when a company message cannot be saved. */
export const sentences = {
  gone: 'This message no longer exists.',
  changed: 'Somebody else has changed this message. Your text was not saved; copy it, reload and look at theirs.',
} as const
