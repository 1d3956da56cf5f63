import { AsyncLocalStorage } from 'node:async_hooks'
import { type Logger, pino } from 'pino'
import { logLevel } from '#lib/env.ts'
import { patientOutput } from '#lib/patient-output.ts'

export type LogContext = { requestId?: string; actorId?: string; tokenId?: string; job?: string; address?: string }

const context = new AsyncLocalStorage<LogContext>()

/** Whole and cut off: see lib/tokens/token-text.ts. */
const apiTokens = /foyer_[0-9A-Za-z]{12,}/g

const output = patientOutput(1, (lines) =>
  JSON.stringify({ level: 'warn', time: new Date().toISOString(), lines, msg: 'log lines were lost' }),
)

/** JSON lines on stdout. No personal data beyond ids; secrets are redacted even when passed by mistake. */
export const log: Logger = pino(
  {
    level: logLevel(),
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    mixin: () => withoutAddress(context.getStore()),
    redact: {
      paths: secretNames().flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: '[redacted]',
    },
    // They may be anywhere: in an address that was mistyped, in what another library says.
    hooks: { streamWrite: (line) => (line.includes('foyer_') ? line.replace(apiTokens, 'foyer_[redacted]') : line) },
  },
  output,
)

/** No more can be logged for lack of space: nobody would learn of further trouble. */
export function isLogFull(): boolean {
  return output.isFull()
}

/** Everything logged while `fn` runs carries these ids, however deep inside. */
export function withLogContext<T>(added: LogContext, fn: () => T): T {
  return context.run({ ...context.getStore(), ...added }, fn)
}

/** The id of the request being served, for records about it elsewhere. */
export function currentRequestId(): string | null {
  return context.getStore()?.requestId ?? null
}

/** The client's address as the node server saw it: for the audit log, never for the process log. */
export function currentAddress(): string {
  return context.getStore()?.address ?? ''
}

/** Adds to the ids of the current request once they are known (the actor is known after the session is read). */
export function addLogContext(added: LogContext): void {
  const store = context.getStore()
  if (store) Object.assign(store, added)
}

function withoutAddress(store: LogContext | undefined): object {
  if (!store) return {}
  const { address: _, ...ids } = store
  return ids
}

function secretNames(): string[] {
  return [
    'accessToken',
    'access_token',
    'refreshToken',
    'refresh_token',
    'authorization',
    'cookie',
    'clientSecret',
    'client_secret',
    'hostUrl',
    'hostURL',
    'password',
    'token',
    'pat',
    'email',
  ]
}
