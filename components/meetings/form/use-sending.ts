import { useRef, useState } from 'react'
import type { FormValues } from './form-values.ts'

/** One request at a time, what was in it, and whether the focus goes to what became of it. */
export function useSending(valuesNow: () => FormValues) {
  const inFlight = useRef(false)
  const sentValues = useRef<FormValues | null>(null)
  const [failures, setFailures] = useState(0)

  return {
    /** Changes with every failure that the focus should go to. */
    focusOn: failures > 0 ? String(failures) : null,
    /** Whether this may be sent: of two presses at once only the first. */
    begin: (values: FormValues): boolean => {
      if (inFlight.current) return false
      inFlight.current = true
      sentValues.current = values
      return true
    },
    /** Once it succeeded, nothing more is sent: the page is about to go. */
    end: (hasFailed: boolean) => {
      inFlight.current = !hasFailed
    },
    sent: () => sentValues.current ?? valuesNow(),
    /** Somebody who types on keeps the cursor; the trouble is read out to them. */
    fail: () => {
      if (sentValues.current === valuesNow()) setFailures((count) => count + 1)
    },
    /** Nothing was even tried. */
    failAtOnce: () => setFailures((count) => count + 1),
  }
}
