import { runNextAuth } from '#lib/auth/run-next-auth.ts'
import { route } from '#lib/http/route.ts'

export const GET = route({ auth: 'public', run: ({ request, actor }) => runNextAuth(request, actor) })
export const POST = route({ auth: 'public', isForm: true, run: ({ request, actor }) => runNextAuth(request, actor) })
