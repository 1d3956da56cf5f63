import { troubleOfDatabase } from '#lib/db/readiness.ts'
import { databaseError } from '#lib/errors.ts'
import { route } from '#lib/http/route.ts'
import { isLogFull } from '#lib/log.ts'

export const GET = route({
  auth: 'none',
  run: async () => {
    const trouble = (await troubleOfDatabase()) ?? (isLogFull() ? 'full' : null)
    if (trouble) throw databaseError(trouble)
    return { status: 'ready' }
  },
})
