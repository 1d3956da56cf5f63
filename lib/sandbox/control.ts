import { z } from 'zod'
import { act } from './acts.ts'
import type { CallLog } from './call-log.ts'
import { addFaults, clearFaults, Fault } from './faults.ts'
import { addScriptClient, allScopes } from './oauth/clients.ts'
import { grantTokens, type TokenAnswer } from './oauth/grants.ts'
import { Refusal } from './refusals.ts'
import type { World } from './world.ts'

const seconds = z.number().nonnegative()

export const TokenAsk = z.strictObject({ email: z.string(), limited: z.boolean().optional() })
export const SettingsAsk = z.strictObject({
  shape: z.enum(['specified', 'observed', 'mixed']).optional(),
  refresh: z.enum(['kept', 'renewed', 'single-use']).optional(),
  historyDelaySeconds: seconds.optional(),
  ratePerSecond: z.number().positive().optional(),
  tokenDelaySeconds: seconds.optional(),
  emptyHistory: z.literal([404, 200]).optional(),
  roomTimes: z.enum(['creation', 'empty']).optional(),
})
export const ActAsk = z.strictObject({
  meetingId: z.union([z.string(), z.int()]).transform((id) => String(id).replaceAll('-', '')),
  do: z.enum(['start', 'end', 'join', 'leave']),
  name: z.string().optional(),
  email: z.string().optional(),
})
const Empty = z.strictObject({})
const SizeAsk = z.strictObject({ size: z.enum(['S', 'M', 'L']) })
const ClockAsk = z.strictObject({ advanceSeconds: seconds })

type Command<S extends z.ZodType = z.ZodType> = {
  body: S | null
  run: (world: World, log: CallLog, body: z.output<S>) => unknown
}

const commands: Record<string, Command> = {
  'POST tokens': command(TokenAsk, (world, _, ask) => issueToken(world, ask)),
  'POST reset': command(Empty, (world) => {
    world.state.reset()
    return {}
  }),
  'POST seed': command(SizeAsk, (world, _, { size }) => ({ size, meetings: world.state.reset(size) })),
  'GET clock': { body: null, run: (world) => clock(world) },
  'POST clock': command(ClockAsk, (world, _, { advanceSeconds }) => {
    world.state.advance(advanceSeconds)
    return clock(world)
  }),
  'POST settings': command(SettingsAsk, (world, _, changes) => {
    world.state.changeSettings(given(changes))
    return world.state.settings
  }),
  'POST faults': command(z.array(Fault), (world, _, faults) => {
    addFaults(world.state, faults)
    return {}
  }),
  'DELETE faults': {
    body: null,
    run: (world) => {
      clearFaults(world.state)
      return {}
    },
  },
  'GET calls': { body: null, run: (_, log) => log.list() },
  'POST act': command(ActAsk, (world, _, ask) => act(world, given(ask) as Parameters<typeof act>[1])),
}

/** `/__sandbox/*`: things only a test or the person at this machine may do. */
export async function answerControl(world: World, log: CallLog, request: Request, name: string): Promise<Response> {
  const found = commands[`${request.method} ${name}`]
  if (!found) {
    const known = Object.keys(commands).map((key) => key.replace(' ', ' /__sandbox/'))
    throw new Refusal(404, `There is no such control. There is: ${known.join(', ')}.`)
  }
  const body = found.body === null ? undefined : await readBody(request, found.body)
  return Response.json(found.run(world, log, body) ?? {})
}

/** A token for a script, with its own client and therefore its own request budget. */
export function issueToken(world: World, { email, limited = true }: z.infer<typeof TokenAsk>): TokenAnswer {
  const person = world.organizers.findByEmail(email)
  if (!person) throw new Refusal(404, `Nobody with the e-mail ${email} has GoTo.`)
  return grantTokens(world, addScriptClient(world.state, limited), person, allScopes)
}

function clock({ state }: World) {
  return { now: new Date(state.now()).toISOString() }
}

async function readBody(request: Request, schema: z.ZodType): Promise<unknown> {
  const text = await request.text()
  let json: unknown
  try {
    json = text.trim() === '' ? {} : JSON.parse(text)
  } catch {
    throw new Refusal(400, 'The body is not JSON.')
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'The body'}: ${message}`)
  throw new Refusal(400, `${problems.join('. ')}.`)
}

/** Drops keys that were left out. */
function given<T extends Record<string, unknown>>(body: T) {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

function command<S extends z.ZodType>(body: S, run: Command<S>['run']): Command {
  return { body, run: run as Command['run'] }
}
