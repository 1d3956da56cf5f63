/**
 * The shape in which every error leaves the server (RFC 9457). Shared with the browser, and therefore without zod: the
 * schema library alone is a fifth of the first load.
 */
export type Problem = {
  type: string
  title: string
  status: number
  /** A sentence for people: what is wrong and what to do. */
  detail: string
  /** One of the closed list in lib/errors.ts, or `offline` when there was no answer at all. */
  code: string
  requestId: string
  fields?: Record<string, string>
  retryAfterSeconds?: number
  /** Nobody knows whether the request took effect. */
  isUncertain?: true
}

/** A body as a problem; null for anything else: a proxy's page, half an answer. */
export function readProblem(body: unknown): Problem | null {
  if (typeof body !== 'object' || body === null) return null
  const known = body as Record<string, unknown>
  const isWhole =
    ['type', 'title', 'detail', 'code', 'requestId'].every((name) => typeof known[name] === 'string') &&
    typeof known.status === 'number'
  return isWhole ? (body as Problem) : null
}

/** A problem as the browser throws it. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    // Who is asked to pass the ID on has to see it.
    super(problem.detail.replace(/the request ID(?=\.)/, `the request ID ${problem.requestId}`))
    this.name = 'ProblemError'
    this.problem = problem
  }
}

export function isProblem(error: unknown, code?: string): error is ProblemError {
  return error instanceof ProblemError && (code === undefined || error.problem.code === code)
}
