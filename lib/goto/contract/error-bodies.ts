import { z } from 'zod'

/** Every error body observed, by the family that sends it (goto-api.md 4.2, 3.7, 17.11). */
export const gotoErrorBodies = {
  /** Product APIs. A 403 with the code `InvalidToken` is a bad token; any other 403 is a missing permission. */
  product: z.strictObject({ int_err_code: z.string(), msg: z.string() }),
  /** Handled by two clients when creating a meeting. */
  legacy: z.strictObject({ err: z.string(), message: z.string() }),
  /** For a request body that is not JSON. */
  resource: z.strictObject({ error: z.strictObject({ resource: z.string(), message: z.string() }) }),
  /** The webinar family. */
  incident: z.strictObject({ errorCode: z.string(), description: z.string(), incident: z.string() }),
  /** The edge in front of the APIs, with a 404 (goto-api.md 17.11). */
  edge: z.strictObject({ errorCode: z.literal('NOT_FOUND'), message: z.string() }),
  /** The Admin API. */
  admin: z.strictObject({
    incidentId: z.string(),
    errors: z.array(z.strictObject({ code: z.string(), value: z.string().optional() })),
  }),
  /** The token endpoint, as in RFC 6749. */
  oauth: z.strictObject({ error: z.string(), error_description: z.string().optional() }),
} as const

export type GotoErrorFamily = keyof typeof gotoErrorBodies
export type GotoErrorBody<F extends GotoErrorFamily> = z.input<(typeof gotoErrorBodies)[F]>

/** What an error body says: a code to act on, and a sentence only the log may show. */
export type GotoErrorFacts = { family: GotoErrorFamily | null; code: string | null; message: string | null }

const loose = z
  .looseObject({
    int_err_code: z.string(),
    int_error_code: z.string(),
    msg: z.string(),
    err: z.string(),
    message: z.string(),
    errorCode: z.string(),
    description: z.string(),
    error_description: z.string(),
    error: z.union([z.string(), z.looseObject({ resource: z.string().optional(), message: z.string().optional() })]),
    errors: z.array(z.looseObject({ code: z.string(), value: z.unknown().optional() })),
  })
  .partial()

/** Reads any of them, with or without extra keys; `int_error_code` is a spelling one client reads. */
export function readGotoError(json: unknown): GotoErrorFacts {
  const body = loose.safeParse(Array.isArray(json) && json.length === 1 ? json[0] : json).data
  if (!body) return { family: null, code: null, message: null }
  const product = body.int_err_code ?? body.int_error_code
  if (product !== undefined || body.msg !== undefined) return facts('product', product, body.msg)
  if (body.errors) return facts('admin', body.errors[0]?.code, body.errors[0]?.value)
  if (gotoErrorBodies.edge.shape.errorCode.safeParse(body.errorCode).success && body.description === undefined)
    return facts('edge', body.errorCode, body.message)
  if (body.errorCode !== undefined) return facts('incident', body.errorCode, body.description)
  if (typeof body.error === 'string') return facts('oauth', body.error, body.error_description)
  if (body.error) return facts('resource', undefined, body.error.message)
  if (body.err !== undefined) return facts('legacy', body.err, body.message)
  return { family: null, code: null, message: body.message ?? null }
}

/** `WWW-Authenticate: Bearer error="invalid_token",…`, all the identity API says besides an empty body. */
export function readBearerChallenge(header: string | null): string | null {
  return /\berror="([^"]+)"/.exec(header ?? '')?.[1] ?? null
}

function facts(family: GotoErrorFamily, code: string | undefined, message: unknown): GotoErrorFacts {
  return { family, code: code ?? null, message: typeof message === 'string' ? message : null }
}
