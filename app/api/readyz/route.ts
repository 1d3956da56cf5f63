import { isDatabaseReady } from '#lib/db/client.ts'
import { AppError } from '#lib/errors.ts'
import { route } from '#lib/http/route.ts'

export const GET = route({
  auth: 'none',
  run: async () => {
    if (await isDatabaseReady()) return { status: 'ready' }
    throw new AppError('upstream_unavailable', 'Foyer cannot reach its database.', { retryAfterSeconds: 5 })
  },
})
