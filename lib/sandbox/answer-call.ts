import { type GotoCallName, gotoBases, gotoCalls } from '#lib/goto/contract/calls.ts'
import { parseGotoJson, stringifyGotoJson } from '#lib/goto/contract/json.ts'
import type { Rows } from '#lib/goto/contract/rows.ts'
import { answerDirectory } from './handlers/directory.ts'
import { groupHandlers } from './handlers/groups.ts'
import { meetingHandlers } from './handlers/meetings.ts'
import { organizerHandlers } from './handlers/organizers.ts'
import { personHandlers } from './handlers/people.ts'
import type { CallContext, Handlers, ServedApi } from './handlers/types.ts'
import { type Caller, readAccessToken } from './oauth/grants.ts'
import { bearerChallenge, invalidToken, notJson, refuse, refuseAdmin, unknownAddress } from './refusals.ts'
import type { Match } from './router.ts'
import { observe, withoutRoomTimes } from './shape.ts'
import type { World } from './world.ts'

type Incoming = { request: Request; url: URL; origin: string; shape: CallContext['shape'] }
type Limit = (key: string, perSecond: number) => boolean

/** Every contract call that the API hosts answer. */
const handlers: Handlers = { ...meetingHandlers, ...organizerHandlers, ...groupHandlers, ...personHandlers }

/** Who sent this, or this API's refusal (goto-api.md 4.2, 10, 11). */
export function authenticate(world: World, request: Request, api: ServedApi): Caller {
  const found = readAccessToken(world, readToken(request.headers.get('authorization')))
  if (found) return found
  throw api === 'meetings'
    ? invalidToken()
    : api === 'admin'
      ? refuseAdmin(401, 'not.authenticated')
      : bearerChallenge()
}

/** 10 requests a second per client and API (goto-api.md 4.1). No Retry-After: none was ever observed. */
export function limitRate(world: World, limit: Limit, { client }: Caller, api: ServedApi): void {
  if (!client.isLimited || limit(`${client.id}|${api}`, world.state.settings.ratePerSecond)) return
  throw refuse(429, 'tooMany', 'Too many requests')
}

/** A call by a known caller: role, handler, shape, and proof that the answer follows the contract. */
export async function answerCall(
  world: World,
  { name, path }: Match,
  who: Caller,
  incoming: Incoming,
): Promise<Response> {
  const { request, url, shape } = incoming
  const record = gotoCalls[name]
  const context = { ...contextOf(world, who, incoming), path }
  checkRole(name, who, context.isAdmin, path)
  const resource = url.pathname.slice(gotoBases[record.api].length)
  const body = record.body === null ? undefined : await readBody(request, resource)
  const answer: unknown = handlers[name]({ ...context, body })
  if (answer === undefined) return new Response(null, { status: record.status })
  const { emptyHistory, roomTimes } = world.state.settings
  const isNothing = 'confirmedBy' in record && Array.isArray(answer) && answer.length === 0
  if (isNothing && emptyHistory === 404) throw refuse(404, 'noSession', 'There is nothing in this period')
  const shaped = shape === 'observed' ? observe(name, answer) : answer
  const text = stringifyGotoJson(roomTimes === 'empty' ? withoutRoomTimes(name, shaped) : shaped)
  prove(name, roomTimes === 'empty' ? 'observed' : shape, answer, text)
  return new Response(text, { status: record.status, headers: { 'content-type': 'application/json' } })
}

/** Reads outside the contract. */
export function answerBeside(world: World, who: Caller, incoming: Incoming): Response {
  const answer = answerDirectory(incoming.url.pathname, contextOf(world, who, incoming))
  if (incoming.request.method !== 'GET' || answer === null) throw unknownAddress()
  return Response.json(answer)
}

function contextOf(world: World, { caller, scopes }: Caller, { url, shape, origin }: Incoming) {
  const isAdmin = caller.adminRoles.length > 0 && scopes.includes('identity:')
  return {
    world,
    caller,
    isAdmin,
    query: url.searchParams,
    body: undefined,
    shape,
    origin,
  } satisfies Partial<CallContext>
}

function checkRole(
  name: GotoCallName<ServedApi>,
  { caller, scopes }: Caller,
  isAdmin: boolean,
  path: Record<string, string>,
) {
  const { api, who } = gotoCalls[name]
  // A plain organizer reads /me too; what it takes is the Admin Center scope (goto-api.md 3.4).
  if (api === 'admin') {
    if (scopes.includes('identity:')) return
    throw refuseAdmin(401, 'not.authenticated')
  }
  if (who === 'any token') return
  if (isAdmin && who !== 'organizer') return
  if (who === 'admin') throw refuse(403, 'forbidden', 'This call needs the admin role')
  // What a suspended organizer or a token without the meetings scope may do is not documented: nothing, we assume.
  if (caller.suspendedAt !== null) throw refuse(403, 'suspended', 'The organizer is suspended')
  if (!scopes.includes('collab:')) throw refuse(403, 'forbidden', 'The client lacks the scope of this call')
  if (who === 'own key or admin' && path.organizerKey !== caller.key) {
    throw refuse(403, 'forbidden', 'This call needs the admin role')
  }
}

/**
 * `Bearer`, the older `OAuth oauth_token=`, or the bare token, which is all the first specification says (goto-api.md
 * 3.8).
 */
function readToken(header: string | null): string {
  return (header ?? '').trim().replace(/^(Bearer\s+|OAuth\s+oauth_token=)/i, '')
}

async function readBody(request: Request, resource: string): Promise<unknown> {
  const text = await request.text()
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw notJson(resource)
  }
}

/** The sandbox promises to follow the contract, and notices by itself when it does not. */
function prove(name: GotoCallName, shape: CallContext['shape'], answer: unknown, text: string): void {
  const { specified, answer: accepted } = gotoCalls[name].response
  const proof = shape === 'specified' ? specified.safeParse(answer) : accepted.safeParse(parseGotoJson(text))
  if (!proof.success) {
    const [issue] = proof.error.issues
    throw new Error(`The sandbox breaks the contract of ${name}: ${issue?.path.join('.')} ${issue?.message}`)
  }
  const { setAside = [] } = (proof.data ?? {}) as Partial<Rows<unknown>>
  if (setAside.length > 0) throw new Error(`The sandbox breaks the contract of ${name}: ${setAside[0]?.because}`)
}
