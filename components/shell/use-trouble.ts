import { useState } from 'react'

type Asked = {
  isPending: boolean
  error: Error | null
  /** Of what is asked for now: another filter starts at none. */
  errorUpdateCount: number
  refetch: () => unknown
}

/**
 * Why something never came; null: it did, or is awaited. What is asked for again and again would change between that
 * and its skeleton: the reason stays until there is an answer, or until somebody tries again.
 */
export function useTrouble({ isPending, error, errorUpdateCount, refetch }: Asked): {
  trouble: Error | null
  tryAgain: () => void
} {
  const [last, setLast] = useState(error)
  if (error !== null && error !== last) setLast(error)
  const staying = isPending && errorUpdateCount > 0 ? last : null
  return {
    trouble: error ?? staying,
    tryAgain: () => {
      refetch()
      setLast(null)
    },
  }
}
