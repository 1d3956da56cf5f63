import { hasAdminRole } from '#lib/connections/has-admin-role.ts'
import { keepGrant } from '#lib/connections/keep-grant.ts'
import { takeLinkIntent } from '#lib/connections/link-intent.ts'
import type { Tx } from '#lib/db/client.ts'
import { normalizeEmail } from '#lib/email.ts'
import { env } from '#lib/env.ts'
import type { GotoIdentity } from '#lib/goto/identify.ts'
import { claimIdentity } from '#lib/people/claim-identity.ts'
import { giveBackIdentity } from '#lib/people/give-back-identity.ts'
import { type KnownPerson, lockPeople, rememberPerson } from '#lib/people/remember-person.ts'
import { pinAccount, pinnedAccount } from '#lib/settings/pinned-account.ts'
import type { UserActor } from './actor.ts'
import type { Entered, Proof } from './ceremony.ts'
import { SignInRefused } from './sign-in-failure.ts'

/**
 * Signs in a person of the pinned GoTo account and keeps their grant. If they are signed in already and asked for it,
 * they stay who they are and the GoTo account becomes theirs; otherwise they sign in as the person it belongs to.
 */
export async function enterByGoto(
  tx: Tx,
  { identity, token }: Extract<Proof, { via: 'goto' }>,
  actor: UserActor | null,
): Promise<Entered> {
  const accountKey = await ourAccount(tx, identity)
  const known: KnownPerson = {
    kind: 'goto',
    issuer: accountKey,
    subject: identity.organizerKey,
    name: `${identity.firstName} ${identity.lastName}`.trim(),
    email: identity.email,
    emailVerified: true,
  }
  const entered = await enterAs(tx, known, actor)
  await giveBackReplaced(tx, entered.personId, known)
  await keepGrant(tx, {
    personId: entered.personId,
    accountKey,
    organizerKey: identity.organizerKey,
    email: identity.email,
    isAdministrator: hasAdminRole(identity, accountKey),
    token,
  })
  return entered
}

/** @throws SignInRefused unless the person belongs to this company's account. */
async function ourAccount(tx: Tx, identity: GotoIdentity): Promise<string> {
  const first = identity.accountKey ?? identity.accounts[0]?.accountKey
  if (first === undefined) throw new SignInRefused(identity.accountAdvice ? 'account_unknown' : 'no_goto_account')
  let pinned = await pinnedAccount(tx)
  if (pinned === null) {
    const email = normalizeEmail(identity.email)
    if (email === null || !env().adminEmails.includes(email)) throw new SignInRefused('not_set_up')
    pinned = await pinAccount(tx, first)
  }
  if (!identity.accounts.some(({ accountKey }) => accountKey === pinned)) throw new SignInRefused('foreign_account')
  return pinned
}

async function enterAs(tx: Tx, known: KnownPerson, actor: UserActor | null): Promise<Entered> {
  // Before touching the intent: a company sign-in of the same session locks in this order too.
  if (actor) await lockPeople(tx)
  const intent = actor ? await takeLinkIntent(tx, actor) : 'none'
  if (intent === 'expired') throw new SignInRefused('state')
  if (!actor || intent === 'none') {
    const { personId } = await rememberPerson(tx, known)
    return { personId, via: 'goto' }
  }
  if (!(await claimIdentity(tx, actor.personId, known))) throw new SignInRefused('taken')
  return { personId: actor.personId, via: actor.via }
}

/** A different GoTo account than before: nothing could disconnect the earlier one any longer. */
async function giveBackReplaced(tx: Tx, personId: string, { issuer, subject }: KnownPerson): Promise<void> {
  const earlier = await tx.connection.findUnique({ where: { personId } })
  if (!earlier || (earlier.accountKey === issuer && earlier.organizerKey === subject)) return
  await giveBackIdentity(tx, personId, earlier)
}
