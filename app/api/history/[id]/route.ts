import { z } from 'zod'
import { exportSession } from '#lib/history/files/export-session.ts'
import { CsvForm } from '#lib/history/schema.ts'
import { getSession } from '#lib/history/session/get-session.ts'
import { downloadResponse } from '#lib/http/download.ts'
import { costly } from '#lib/http/limit-requests.ts'
import { route } from '#lib/http/route.ts'

/** `{id}`, and the same as a file: `{id}.csv`, `{id}.xlsx`. */
export const GET = route({
  // The page asks again and again, and costs what a page costs.
  cost: (path) => (/\/[0-9a-f-]{36}$/i.test(path) ? undefined : costly),
  params: z.object({
    id: z
      .string()
      .regex(/^[^.]+(\.(csv|xlsx))?$/)
      .transform((text) => text.split('.'))
      .pipe(z.tuple([z.uuid()]).or(z.tuple([z.uuid(), z.enum(['csv', 'xlsx'])]))),
  }),
  query: z.strictObject({
    rows: z.enum(['people', 'intervals']).optional(),
    zone: z.string().optional(),
    clock: z.literal('12').optional(),
    sittings: z.literal('all').optional(),
    ...CsvForm.shape,
  }),
  run: async ({ actor, params, query: { separator, decimal, ...query } }) => {
    const [id, format] = params.id
    if (!format) return getSession(actor, id, query)
    return downloadResponse(await exportSession(actor, id, { ...query, format, form: { separator, decimal } }))
  },
})
