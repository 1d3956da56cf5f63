/** Why a sign-in ended without a session: the `error` of `/sign-in`, which has a sentence for each. */
export type SignInFailure =
  /** A GoTo account other than the company's. */
  | 'foreign_account'
  /** A person at GoTo who belongs to no account. */
  | 'no_goto_account'
  /** A person at GoTo whose account GoTo does not name (goto-api.md 17.3). */
  | 'account_unknown'
  /** No account is pinned yet, and this is not one of `ADMIN_EMAILS`. */
  | 'not_set_up'
  /** Declined at the provider. */
  | 'access_denied'
  /** Started elsewhere or too long ago, or tampered with. */
  | 'state'
  /** The provider is not answering, or does not accept Foyer. */
  | 'unavailable'
  /** The person may no longer use Foyer. */
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
