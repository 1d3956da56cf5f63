import { z } from 'zod'
import { route } from '#lib/http/route.ts'
import { listManagers } from '#lib/organizers/list-managers.ts'
import { saveManagers } from '#lib/organizers/save-managers.ts'
import { GroupManagersDraft } from '#lib/organizers/schema.ts'

const params = z.object({ id: z.uuid() })

export const GET = route({ params, run: ({ actor, params: { id } }) => listManagers(actor, id) })

export const PUT = route({
  params,
  body: GroupManagersDraft,
  run: ({ actor, params: { id }, body }) => saveManagers(actor, id, body),
})
