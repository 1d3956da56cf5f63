import { type ComponentType, type ReactNode, useEffect, useState } from 'react'

type Lazily<Props> = ComponentType<Props> & {
  /** Ahead of its use, when a pointer or the focus comes near. */
  expect: () => void
}

/**
 * A part of a page that is loaded when it is first shown, with `waiting` in its place. Offline it waits for the network:
 * nobody loses a form because a part of it is not here.
 */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = null,
): Lazily<Props> {
  let known: ComponentType<Props> | null = null
  let loading: Promise<void> | null = null

  function begin(): Promise<void> {
    loading ??= load().then(
      (part) => {
        known = part
      },
      (failure: unknown) => {
        loading = null
        throw failure
      },
    )
    return loading
  }

  function Lazy(props: Props) {
    const [Part, setPart] = useState(() => known)
    const [failure, setFailure] = useState<unknown>(null)
    useEffect(() => {
      let isGone = false
      patiently(begin, () => isGone).then(
        () => !isGone && setPart(() => known),
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

  return Object.assign(Lazy, { expect: () => void begin().catch(() => undefined) })
}

const mostTries = 3
const pauseMs = 1_000

async function patiently(begin: () => Promise<void>, isGone: () => boolean): Promise<void> {
  for (let tries = 1; ; tries += 1)
    try {
      return await begin()
    } catch (failure) {
      if (isGone() || (tries >= mostTries && navigator.onLine)) throw failure
      await networkOrPause()
    }
}

function networkOrPause(): Promise<void> {
  return new Promise((resolve) => {
    if (navigator.onLine) setTimeout(resolve, pauseMs)
    else window.addEventListener('online', () => resolve(), { once: true })
  })
}
