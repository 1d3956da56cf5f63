import { route } from '#lib/http/route.ts'
import { listGroups } from '#lib/organizers/list-groups.ts'

export const GET = route({ run: ({ actor }) => listGroups(actor) })
