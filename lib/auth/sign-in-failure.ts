/** Why a sign-in ended without a session: the `error` of `/sign-in`, which has a sentence for each. */
export type SignInFailure =
  /** A GoTo account other than the company's. */
  | 'foreign_account'
  /** A person at GoTo who belongs to no account. */
  | 'no_goto_account'
  /** A person at GoTo of whom GoTo does not say which account they belong to (goto-api.md 17.3). */
  | 'account_unknown'
  /** No account is pinned yet, and this is not one of `ADMIN_EMAILS`. */
  | 'not_set_up'
  /** Declined at the provider. */
  | 'access_denied'
  /** Begun elsewhere, too long ago, or tampered with. */
  | 'state'
  /** The provider does not answer, or does not accept Foyer. */
  | 'unavailable'
  /** The person may not use Foyer any more. */
  | 'disabled'
  /** That GoTo account is linked to another person. */
  | 'taken'

export class SignInRefused extends Error {
  override readonly name = 'SignInRefused'
  readonly failure: SignInFailure

  constructor(failure: SignInFailure, options?: ErrorOptions) {
    super(`sign-in refused: ${failure}`, options)
    this.failure = failure
  }
}
