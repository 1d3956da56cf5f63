import { type DatabaseTrouble, databaseTrouble } from './database-trouble.ts'

/** The closed list of ways anything here can fail, and what each reader of an error does with it. */
export const errorTable = {
  invalid: { status: 422, level: 'info', job: 'fail', title: 'Check your input' },
  unauthenticated: { status: 401, level: 'info', job: 'fail', title: 'Sign in first' },
  not_connected: { status: 409, level: 'info', job: 'pause', title: 'GoTo is not connected' },
  forbidden: { status: 403, level: 'warn', job: 'fail', title: 'Not allowed' },
  not_found: { status: 404, level: 'info', job: 'fail', title: 'Not found' },
  conflict: { status: 409, level: 'info', job: 'fail', title: 'Something has changed' },
  rate_limited: { status: 429, level: 'warn', job: 'retry', title: 'Too many requests' },
  upstream_unavailable: { status: 503, level: 'warn', job: 'retry', title: 'Something Foyer needs is not answering' },
  upstream_rejected: { status: 502, level: 'error', job: 'fail', title: 'GoTo’s answer cannot be used' },
  internal: { status: 500, level: 'error', job: 'retry', title: 'Something went wrong in Foyer' },
} as const satisfies Record<string, ErrorFacts>

export type ErrorCode = keyof typeof errorTable

type ErrorFacts = {
  status: number
  level: 'info' | 'warn' | 'error'
  job: 'fail' | 'pause' | 'retry'
  title: string
}

export type ErrorOptions = {
  /** The private truth: logged, never sent. */
  cause?: unknown
  /** What is wrong with each input, by its path in the form. */
  fields?: Record<string, string>
  retryAfterSeconds?: number
  /** Nobody knows whether the request took effect: look for it before asking again. */
  isUncertain?: boolean
  /** What is wrong with the sender's API token, as parameters of `WWW-Authenticate: Bearer`. */
  challenge?: string
}

/** `message` is the public sentence; `cause` is the truth that only the log may see. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly fields: Record<string, string> | undefined
  readonly retryAfterSeconds: number | undefined
  readonly isUncertain: boolean
  readonly challenge: string | undefined

  constructor(code: ErrorCode, publicSentence: string, options: ErrorOptions = {}) {
    super(publicSentence, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.fields = options.fields
    this.retryAfterSeconds = options.retryAfterSeconds
    this.isUncertain = options.isUncertain ?? false
    this.challenge = options.challenge
  }
}

/** The sentence of a `not_found` that must not reveal whether something is absent or hidden from this person. */
export const nothingHere = 'There is nothing at this address.'

/** Anything thrown, as an AppError; an unknown error reveals nothing about itself to the public. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  const trouble = databaseTrouble(thrown)
  if (trouble) return databaseError(trouble, thrown)
  return new AppError(
    'internal',
    'Something went wrong in Foyer. Try again; if it keeps happening, give an administrator the request ID.',
    { cause: thrown },
  )
}

/** The database cannot serve anybody now, which passes: whatever asked for it is asked again later. */
export function databaseError(trouble: DatabaseTrouble, cause?: unknown): AppError {
  const { sentence, retryAfterSeconds } = troubles[trouble]
  return new AppError('upstream_unavailable', sentence, { cause, retryAfterSeconds })
}

const troubles = {
  away: {
    sentence: 'Foyer cannot reach its database. Nothing is lost; try again in a moment.',
    retryAfterSeconds: 5,
  },
  full: {
    sentence: 'Foyer has no space left to store anything. What is here can be read; an administrator has to make room.',
    retryAfterSeconds: 30,
  },
} as const satisfies Record<DatabaseTrouble, object>
