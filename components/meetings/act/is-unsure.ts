import { isProblem } from '#lib/http/problem.ts'

/**
 * Whether it is unclear if a request created a meeting: the server says so, or no usable answer came. Then the same
 * request is repeated, which only checks; never a new one.
 */
export function isUnsure(error: unknown): boolean {
  if (!isProblem(error)) return false
  return error.problem.isUncertain === true || isProblem(error, 'offline') || isProblem(error, 'internal')
}
