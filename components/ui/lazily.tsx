import { type ComponentType, type ReactNode, useEffect, useState } from 'react'
import { loadedOnce, patiently } from './loaded-once.ts'

type Lazily<Props> = ComponentType<Props> & { expect: () => void }

/**
 * A part of a page that is loaded when it is first shown, with `waiting` in its place. Offline it waits for the network:
 * nobody loses a form because a part of it is not here.
 */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = null,
): Lazily<Props> {
  const part = loadedOnce(load)

  function Lazy(props: Props) {
    const [Part, setPart] = useState(() => part.now())
    const [failure, setFailure] = useState<unknown>(null)
    useEffect(() => {
      let isGone = false
      patiently(part.load, () => isGone).then(
        (loaded) => !isGone && setPart(() => loaded),
        (reason: unknown) => !isGone && setFailure(reason),
      )
      return () => {
        isGone = true
      }
    }, [])
    // The error page offers to try again.
    if (failure) throw failure
    return Part ? <Part {...props} /> : waiting
  }

  return Object.assign(Lazy, { expect: part.expect })
}
