import { useEffect, useState } from 'react'

/** A value once it has stopped changing for a moment, so the server isn't asked with every key. */
export function useSettled<T>(value: T, ms = 250): T {
  const key = JSON.stringify(value)
  const [settled, setSettled] = useState(key)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(key), ms)
    return () => clearTimeout(timer)
  }, [key, ms])
  return JSON.parse(settled) as T
}
