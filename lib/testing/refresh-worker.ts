import { freshToken } from '#lib/connections/fresh-token.ts'
import { closeDb } from '#lib/db/client.ts'
import { toAppError } from '#lib/errors.ts'
import { closeGotoConnections } from '#lib/goto/transport.ts'

/** One process of a portal in which many requests want a token at once. Reports what each got. */
const [requests = '0', ...connectionIds] = process.argv.slice(2)
process.send?.('ready')
process.once('message', async () => {
  const wanted = connectionIds.flatMap((id) => Array.from({ length: Number(requests) }, () => id))
  const got = await Promise.all(
    wanted.map((id) =>
      freshToken(id).then(
        (token) => `${id} ${token}`,
        (error: unknown) => `failed ${toAppError(error).code}`,
      ),
    ),
  )
  await closeGotoConnections()
  await closeDb()
  process.send?.(got, () => process.disconnect())
})
