import { route } from '#lib/http/route.ts'
import { listOrganizers } from '#lib/organizers/list-organizers.ts'

export const GET = route({ run: ({ actor }) => listOrganizers(actor) })
