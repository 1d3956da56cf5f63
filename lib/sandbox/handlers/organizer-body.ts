import { refuse } from '../refusals.ts'
import type { OrganizerRecord } from '../state.ts'
import type { CallContext } from './types.ts'

/** S1 has the first four, S2 adds three (goto-api.md 6). */
const products = ['G2M', 'G2T', 'G2W', 'OPENVOICE', 'G2ASEEIT', 'G2ARS', 'G2ASD']

/** A new organizer from an *OrganizerReq*: all four fields are required in S1. */
export function addOrganizer(context: CallContext, groupKey: string | null): OrganizerRecord {
  const { world, caller } = context
  const body = asObject(context.body)
  const email = text(body.organizerEmail, 'organizerEmail')
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw refuse(400, 'invalid', 'organizerEmail is not an e-mail address')
  const firstName = text(body.firstName, 'firstName')
  const lastName = text(body.lastName, 'lastName')
  const granted = withMeetings(readProduct(body.productType))
  if (world.organizers.findByEmail(email)) throw refuse(409, 'emailTaken', 'An organizer with this e-mail exists')
  return world.organizers.add({
    email,
    firstName,
    lastName,
    groupKey,
    products: granted,
    accountKey: caller.accountKey,
  })
}

/** *OrganizerStatus*: `suspended` removes all products; adding a product reactivates a suspended organizer. */
export function readStatusChange(context: CallContext, organizer: OrganizerRecord): Partial<OrganizerRecord> {
  const body = asObject(context.body)
  const status = typeof body.status === 'string' ? body.status.toLowerCase() : body.status
  if (status === 'suspended') return { products: [], suspendedAt: organizer.suspendedAt ?? context.world.state.now() }
  // 'active' is deprecated for this call but still accepted; what it means without a product is our assumption.
  if (status !== undefined && status !== null && status !== 'active') {
    throw refuse(400, 'invalid', 'status must be suspended')
  }
  if (body.productType === undefined && status === undefined) throw refuse(400, 'invalid', 'Nothing to change')
  const added = withMeetings(body.productType === undefined ? 'G2M' : readProduct(body.productType))
  return { products: [...new Set([...organizer.products, ...added])], suspendedAt: null }
}

/** A G2W or G2T organizer has G2M too (goto-api.md 6). */
function withMeetings(product: string): string[] {
  return product === 'G2W' || product === 'G2T' ? [product, 'G2M'] : [product]
}

function readProduct(value: unknown): string {
  const product = products.find((name) => typeof value === 'string' && name === value.toUpperCase())
  if (!product) throw refuse(400, 'invalid', `productType must be one of ${products.join(', ')}`)
  return product
}

function text(value: unknown, name: string): string {
  if (typeof value !== 'string' || value.trim() === '') throw refuse(400, 'invalid', `${name} is required`)
  return value.trim()
}

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw refuse(400, 'invalid', 'a JSON object is required')
}
