import { z } from 'zod'
import { route } from '#lib/http/route.ts'
import { changeAccount } from '#lib/people/change-account.ts'
import { AccountDraft } from '#lib/people/schema.ts'

export const PATCH = route({
  params: z.object({ id: z.uuid() }),
  body: AccountDraft,
  run: ({ actor, params: { id }, body }) => changeAccount(actor, id, body),
})
