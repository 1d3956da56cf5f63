import { AppError } from '#lib/errors.ts'
import { route } from '#lib/http/route.ts'

/** An address of nothing, in the words of the API rather than as a page. */
const nothingHere = route({
  auth: 'none',
  run: () => {
    throw new AppError('not_found', 'There is nothing at this address.')
  },
})

export { nothingHere as DELETE, nothingHere as GET, nothingHere as POST, nothingHere as PUT }
