import { AppError, nothingHere } from '#lib/errors.ts'
import { route } from '#lib/http/route.ts'

/** An address of nothing, in the words of the API rather than as a page. */
const nowhere = route({
  auth: 'none',
  run: () => {
    throw new AppError('not_found', nothingHere)
  },
})

export { nowhere as DELETE, nowhere as GET, nowhere as POST, nowhere as PUT }
