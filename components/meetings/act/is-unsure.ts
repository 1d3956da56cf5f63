import { isProblem } from '#lib/http/problem.ts'

/**
 * Whether nobody can tell if a creation made a meeting: the server says so, or no usable answer came. Then the same
 * request is asked again, which looks; never another one.
 */
export function isUnsure(error: unknown): boolean {
  if (!isProblem(error)) return false
  return error.problem.isUncertain === true || isProblem(error, 'offline') || isProblem(error, 'internal')
}
