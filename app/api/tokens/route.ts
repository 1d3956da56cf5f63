import { route } from '#lib/http/route.ts'
import { createToken } from '#lib/tokens/create-token.ts'
import { listTokens } from '#lib/tokens/list-tokens.ts'
import { ApiTokenDraft, ApiTokenFilter } from '#lib/tokens/schema.ts'

export const GET = route({ query: ApiTokenFilter, run: ({ actor, query }) => listTokens(actor, query) })
export const POST = route({ body: ApiTokenDraft, status: 201, run: ({ actor, body }) => createToken(actor, body) })
