import { useEffect, useState } from 'react'

/** A value once it has not changed for a moment: what is asked of the server while somebody types. */
export function useSettled<T>(value: T, ms = 250): T {
  const key = JSON.stringify(value)
  const [settled, setSettled] = useState(key)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(key), ms)
    return () => clearTimeout(timer)
  }, [key, ms])
  return JSON.parse(settled) as T
}
