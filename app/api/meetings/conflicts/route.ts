import { route } from '#lib/http/route.ts'
import { listConflicts } from '#lib/meetings/create/list-conflicts.ts'
import { ConflictQuery } from '#lib/meetings/schema.ts'

export const GET = route({ query: ConflictQuery, run: ({ actor, query }) => listConflicts(actor, query) })
