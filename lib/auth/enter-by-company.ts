import type { Tx } from '#lib/db/client.ts'
import { rememberPerson } from '#lib/people/remember-person.ts'
import type { Entered, Proof } from './ceremony.ts'

/** Anyone the company's own issuer vouches for is one of its people. */
export async function enterByCompany(tx: Tx, proof: Extract<Proof, { via: 'company' }>): Promise<Entered> {
  const { via, ...known } = proof
  const { personId } = await rememberPerson(tx, { kind: 'oidc', ...known })
  return { personId, via }
}
